import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  ResourceNotFoundError,
  ResourceTemplate,
} from '@modelcontextprotocol/server';
import { type Entry, textIn, type Workspace, ZhujiError } from '../workspace/index.ts';
import type { ReadResource } from './resource.ts';
import { untrustedMeta, visibleText } from './untrusted.ts';

const bilingual = (entry: Pick<Entry, 'title'>): string =>
  visibleText([...new Set([textIn(entry.title, 'en'), textIn(entry.title, 'zh')])].join(' · '));

/** Errors as the protocol has them: what is not there is the library's own error, the rest says what to do. */
function asProtocolError(uri: string, error: unknown, log: (line: string) => void): Error {
  if (ZhujiError.is(error) && error.code === 'not_found')
    return new ResourceNotFoundError(uri, error.message);
  if (ZhujiError.is(error) && error.code !== 'internal') {
    const { code, message, recovery } = error;
    return new ProtocolError(ProtocolErrorCode.InvalidParams, message, { code, recovery });
  }
  log(`resources/read: ${error instanceof Error ? error.message : String(error)}`);
  return new ProtocolError(ProtocolErrorCode.InternalError, 'The resource could not be read');
}

/** Registers what a workspace holds as resources: one template a kind, listed, with completion of ids. */
export function registerResources(
  server: McpServer,
  workspace: Workspace,
  readResource: ReadResource,
  log: (line: string) => void,
): void {
  const read = async (url: URL) => {
    const uri = url.href;
    try {
      return { contents: [{ ...(await readResource(uri)), _meta: untrustedMeta }] };
    } catch (error) {
      throw asProtocolError(uri, error, log);
    }
  };
  const ids = (kind: 'dataset' | 'document' | 'scenario') => (typed: string) =>
    workspace.catalog
      .entries(kind)
      .map(({ id }) => id)
      .filter((id) => id.toLowerCase().includes(typed.toLowerCase()));

  const template = (
    name: string,
    pattern: string,
    kind: 'dataset' | 'document' | 'scenario',
    listed: { folder: string; mimeType: string } | null,
    config: { title: string; description: string },
  ): void => {
    const list =
      listed &&
      (() => ({
        resources: workspace.catalog.entries(kind).map((entry) => ({
          uri: `zhuji://${listed.folder}/${encodeURIComponent(entry.id)}`,
          name: entry.id,
          title: bilingual(entry),
          description: config.description,
          mimeType: listed.mimeType,
        })),
      }));
    const found = new ResourceTemplate(pattern, { list: list ?? undefined, complete: { id: ids(kind) } });
    server.registerResource(name, found, config, read);
  };

  server.registerResource(
    'catalog',
    'zhuji://catalog',
    { title: 'Catalog · 目录', description: 'All entries of this workspace', mimeType: 'application/json' },
    read,
  );
  const json = 'application/json';
  template(
    'dataset',
    'zhuji://datasets/{id}',
    'dataset',
    { folder: 'datasets', mimeType: json },
    {
      title: 'Dataset · 数据集',
      description: 'Record sets and fields with units, roles and statistics; hash, licence, what is unknown',
    },
  );
  template(
    'quality',
    'zhuji://quality/{id}',
    'dataset',
    { folder: 'quality', mimeType: json },
    {
      title: 'Quality report · 质量报告',
      description: 'Verdict, gates, measures and findings of a dataset',
    },
  );
  template(
    'document',
    'zhuji://documents/{id}',
    'document',
    { folder: 'documents', mimeType: 'text/plain' },
    {
      title: 'Document · 文档',
      description: 'The text of a document',
    },
  );
  template(
    'scenario',
    'zhuji://scenarios/{id}',
    'scenario',
    { folder: 'scenarios', mimeType: json },
    {
      title: 'Scenario · 场景',
      description: 'An application and what it demands of data',
    },
  );
  template('document-span', 'zhuji://documents/{id}{?start,end}', 'document', null, {
    title: 'Part of a document · 文档片段',
    description: 'The characters from start up to end',
  });
}

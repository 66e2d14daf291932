import { nearest, textIn, type Workspace, ZhujiError } from '../workspace/index.ts';
import type { Limits } from './limits.ts';
import type { ReadResource, ResourceContent } from './resource.ts';
import { visible, visibleText } from './untrusted.ts';

const kinds = ['catalog', 'datasets', 'documents', 'scenarios', 'quality'] as const;

export interface ResourceLink {
  readonly kind: (typeof kinds)[number];
  /** `''` for the catalog. */
  readonly id: string;
  readonly start?: number;
  readonly end?: number;
}

function refuse(uri: string, en: string, zh: string): never {
  throw new ZhujiError(
    'invalid_argument',
    { en: `"${uri.slice(0, 100)}" ${en}`, zh: `“${uri.slice(0, 100)}”${zh}` },
    {
      recovery: {
        en: 'Use zhuji://catalog, zhuji://datasets/{id}, zhuji://documents/{id} with ?start=…&end=…, zhuji://scenarios/{id}, or zhuji://quality/{id}.',
        zh: '请使用 zhuji://catalog、zhuji://datasets/{id}、zhuji://documents/{id}（可带 ?start=…&end=…）、zhuji://scenarios/{id} 或 zhuji://quality/{id}。',
      },
    },
  );
}

function place(uri: string, text: string | null): number | undefined {
  if (text === null) return undefined;
  return /^\d{1,12}$/.test(text)
    ? Number(text)
    : refuse(uri, 'has a start or end that is no number', '的 start 或 end 不是数值');
}

/** A link in its parts. Nothing of it is ever a path: the id is looked up in the catalog. Errors: `invalid_argument`. */
export function parseLink(uri: string): ResourceLink {
  const url = URL.canParse(uri) ? new URL(uri) : refuse(uri, 'is not a link', '不是链接');
  const kind = kinds.find((known) => known === url.host);
  if (url.protocol !== 'zhuji:' || kind === undefined)
    refuse(uri, 'is not a link of this workspace', '不是本工作区的链接');
  let id: string;
  try {
    id = decodeURIComponent(url.pathname.replace(/^\//, ''));
  } catch {
    refuse(uri, 'is not encoded as a link', '未按链接规则编码');
  }
  if ((id === '') !== (kind === 'catalog') || id.includes('/'))
    refuse(uri, 'does not name one entry', '未指明唯一的条目');
  const start = place(uri, url.searchParams.get('start'));
  const end = place(uri, url.searchParams.get('end'));
  return { kind, id, ...(start !== undefined && { start }), ...(end !== undefined && { end }) };
}

function catalogOf(workspace: Workspace): object {
  return {
    id: workspace.id,
    title: workspace.title,
    entries: workspace.catalog.entries().map(({ id, kind, title, description }) => ({
      id,
      kind,
      title: textIn(title, 'en'),
      title_zh: textIn(title, 'zh'),
      description: textIn(description, 'en'),
      uri: `zhuji://${kind}s/${encodeURIComponent(id)}`,
    })),
  };
}

const entryKind = {
  datasets: 'dataset',
  documents: 'document',
  scenarios: 'scenario',
  quality: 'dataset',
} as const;
const kindNames = { dataset: '数据集', document: '文档', scenario: '场景' } as const;

type EntryLink = ResourceLink & { readonly kind: keyof typeof entryKind };

const isEntryLink = (link: ResourceLink): link is EntryLink => link.kind !== 'catalog';

function missing(workspace: Workspace, link: EntryLink): never {
  const kind = entryKind[link.kind];
  const id = link.id.slice(0, 100);
  const known = workspace.catalog.entries(kind).map(({ id }) => id);
  throw new ZhujiError(
    'not_found',
    { en: `there is no ${kind} "${id}"`, zh: `没有${kindNames[kind]}“${id}”` },
    {
      recovery: {
        en: 'Look the id up in zhuji://catalog or with search_catalog.',
        zh: '请在 zhuji://catalog 中或用 search_catalog 查找标识。',
      },
      details: { did_you_mean: nearest(link.id, known) },
    },
  );
}

async function content(workspace: Workspace, link: ResourceLink): Promise<Omit<ResourceContent, 'uri'>> {
  const json = (value: object) => ({ mimeType: 'application/json', text: JSON.stringify(visible(value)) });
  if (!isEntryLink(link)) return json(catalogOf(workspace));
  const entry = workspace.catalog.get(link.id);
  if (entry?.kind !== entryKind[link.kind]) missing(workspace, link);
  if (link.kind === 'datasets' || link.kind === 'scenarios') return json(entry);
  if (link.kind === 'quality') return json(await workspace.quality.report(link.id));
  const { start, end } = link;
  const part = await workspace.knowledge.read(link.id, {
    ...(start !== undefined && { start }),
    ...(end !== undefined && { end }),
  });
  const markdown = entry.kind === 'document' && entry.mediaType === 'text/markdown';
  return { mimeType: markdown ? 'text/markdown' : 'text/plain', text: visibleText(part.text) };
}

/** Reads the links of one workspace. */
export function resourceReader(
  workspace: Workspace,
  limits: Pick<Limits, 'resourceCharacters'>,
): ReadResource {
  return async (uri) => {
    const { mimeType, text } = await content(workspace, parseLink(uri));
    if (text.length > limits.resourceCharacters) {
      throw new ZhujiError(
        'too_large',
        { en: `the resource has ${text.length} characters`, zh: `该资源有 ${text.length} 个字符` },
        {
          recovery: {
            en: 'Read a part of it: ?start=…&end=… for a document, a tool for anything else.',
            zh: '请只读取其中一部分：文档可用 ?start=…&end=…，其他内容请用工具。',
          },
        },
      );
    }
    return { uri, mimeType, text };
  };
}

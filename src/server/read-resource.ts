import { nearest, textIn, type Workspace, ZhujiError } from '../workspace/index.ts';
import type { Limits } from './limits.ts';
import type { ReadResource, ResourceContent } from './resource.ts';
import { visible, visibleText } from './untrusted.ts';

const kinds = ['catalog', 'datasets', 'documents', 'quality'] as const;

export interface ResourceLink {
  readonly kind: (typeof kinds)[number];
  /** `''` for the catalog. */
  readonly id: string;
  readonly start?: number;
  readonly end?: number;
}

function refuse(uri: string, why: string): never {
  throw new ZhujiError('invalid_argument', `"${uri.slice(0, 100)}" ${why}`, {
    recovery:
      'Use zhuji://catalog, zhuji://datasets/{id}, zhuji://documents/{id} with ?start=…&end=…, or zhuji://quality/{id}.',
  });
}

function place(uri: string, text: string | null): number | undefined {
  if (text === null) return undefined;
  return /^\d{1,12}$/.test(text) ? Number(text) : refuse(uri, 'has a start or end that is no number');
}

/** A link in its parts. Nothing of it is ever a path: the id is looked up in the catalog. Errors: `invalid_argument`. */
export function parseLink(uri: string): ResourceLink {
  const url = URL.canParse(uri) ? new URL(uri) : refuse(uri, 'is not a link');
  const kind = kinds.find((known) => known === url.host);
  if (url.protocol !== 'zhuji:' || kind === undefined) refuse(uri, 'is not a link of this workspace');
  let id: string;
  try {
    id = decodeURIComponent(url.pathname.replace(/^\//, ''));
  } catch {
    refuse(uri, 'is not encoded as a link');
  }
  if ((id === '') !== (kind === 'catalog') || id.includes('/')) refuse(uri, 'does not name one entry');
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

function missing(workspace: Workspace, link: ResourceLink): never {
  const kind = link.kind === 'documents' ? 'document' : 'dataset';
  const known = workspace.catalog.entries(kind).map(({ id }) => id);
  throw new ZhujiError('not_found', `there is no ${kind} "${link.id.slice(0, 100)}"`, {
    recovery: `Look the id up in zhuji://catalog or with search_catalog.`,
    details: { did_you_mean: nearest(link.id, known) },
  });
}

async function content(workspace: Workspace, link: ResourceLink): Promise<Omit<ResourceContent, 'uri'>> {
  const json = (value: object) => ({ mimeType: 'application/json', text: JSON.stringify(visible(value)) });
  if (link.kind === 'catalog') return json(catalogOf(workspace));
  const entry = workspace.catalog.get(link.id);
  if (entry?.kind !== (link.kind === 'documents' ? 'document' : 'dataset')) missing(workspace, link);
  if (link.kind === 'datasets') return json(entry);
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
      throw new ZhujiError('too_large', `the resource has ${text.length} characters`, {
        recovery: 'Read a part of it: ?start=…&end=… for a document, a tool for anything else.',
      });
    }
    return { uri, mimeType, text };
  };
}

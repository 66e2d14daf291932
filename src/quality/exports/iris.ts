import type { DatasetEntry, MeasureDefinition } from '../../workspace/index.ts';

const path = (...parts: readonly string[]): string => parts.map(encodeURIComponent).join('/');

/** A dataset version, one of its record sets, or a field of that: `''` and absent stand for the whole. */
export function partIri(
  { id, hash }: Pick<DatasetEntry, 'id' | 'hash'>,
  recordSet = '',
  field?: string,
): string {
  const part = [...(recordSet === '' ? [] : [recordSet]), ...(field === undefined ? [] : [field])];
  return `urn:zhuji:dataset:${path(id, hash.slice(0, 16), ...part)}`;
}

/** A measure in one of its versions. */
export function metricIri({ id, version }: Pick<MeasureDefinition, 'id' | 'version'>): string {
  return `urn:zhuji:measure:${path(id, String(version))}`;
}

/** Something said of a part: its own name below that of the part. */
export function aboutIri(part: string, kind: string, id: string): string {
  return `${part}#${path(kind, id)}`;
}

export function conceptIri(kind: string, name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, '-')
    .replace(/^-|-$/g, '');
  return `urn:zhuji:${kind}:${encodeURIComponent(plain)}`;
}

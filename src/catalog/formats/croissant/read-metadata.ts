import { z } from 'zod';
import type {
  DatasetEntry,
  Derivation,
  Field,
  Link,
  Publication,
  Rule,
  Text,
} from '../../../workspace/index.ts';
import { bilingualOf, flagOf, literalsOf, nodesOf, numberOf, textOf, textsOf, valuesOf } from './access.ts';
import { readCard } from './card.ts';
import { type CroissantModel, type RecordSetModel, referencesOf } from './model.ts';
import type { Node } from './node.ts';
import { columnOf, readField } from './read-field.ts';
import { idWithin, isEnumeration } from './read-values.ts';
import { type CroissantVersion, cardinality } from './vocabulary.ts';

/** A file that a Croissant document names, as far as it says. */
export interface CroissantFile {
  readonly id: string;
  readonly contentUrl: string | undefined;
  readonly mediaType: string;
  /** Only where it is one: 64 hexadecimal digits, lower case. */
  readonly sha256: string | undefined;
  readonly bytes: number | undefined;
  /** Lies in another file, such as an archive. */
  readonly contained: boolean;
}

export interface CroissantRecordSet {
  readonly id: string;
  readonly title: Text;
  /** Where stated. */
  readonly rows: number | undefined;
  readonly fields: readonly (Field & {
    /** Column of the source file. */
    readonly column: string | undefined;
    /** Ids of what the values come from: files, file sets, or fields. */
    readonly sources: readonly string[];
  })[];
  /** Ids of the fields that identify a record. */
  readonly key: readonly string[];
  readonly declaredRows: number | undefined;
  readonly rules: readonly Rule[];
  /** What this project's own files say of how the table was read; to be checked by whoever uses it. */
  readonly reading: unknown;
}

/** What a Croissant document says, in the catalog's terms; nothing is added. */
export interface CroissantMetadata
  extends Pick<
    DatasetEntry,
    | 'title'
    | 'description'
    | 'keywords'
    | 'version'
    | 'license'
    | 'links'
    | 'unknown'
    | 'generated'
    | 'resourceType'
  > {
  readonly croissant: CroissantVersion;
  /** `identifier`, `@id` or nothing. */
  readonly id: string | undefined;
  readonly maturity: DatasetEntry['maturity'] | undefined;
  readonly publication: Publication;
  readonly files: readonly CroissantFile[];
  /** Sets of files by pattern, which are not brought in. */
  readonly fileSets: readonly string[];
  readonly recordSets: readonly CroissantRecordSet[];
}

const relations = z.enum([
  'requires',
  'conformsTo',
  'addresses',
  'offers',
  'used',
  'describes',
  'derivedFrom',
]);
const maturities = z.enum(['resource', 'dataset', 'product']);
const resourceTypes = z.enum(['knowledge', 'realtime', 'business']);

/** Bytes of a content size such as `117743 B` or `12 kB`; a bare number is bytes. */
function bytesOf(size: string | undefined): number | undefined {
  const parts = size === undefined ? null : /^\s*([\d.]+)\s*(?:([kMGT]?)(i?)B?)?\s*$/i.exec(size);
  if (!parts) return undefined;
  const power = ['', 'K', 'M', 'G', 'T'].indexOf((parts[2] ?? '').toUpperCase());
  return Math.round(Number(parts[1]) * (parts[3] ? 1024 : 1000) ** power);
}

function readFileNode(node: Node, key: string): CroissantFile {
  const sum = textOf(node, 'cr:sha256', 'sc:sha256')?.toLowerCase();
  return {
    id: key,
    contentUrl: textOf(node, 'sc:contentUrl'),
    mediaType: textOf(node, 'sc:encodingFormat') ?? '',
    sha256: sum !== undefined && /^[0-9a-f]{64}$/.test(sum) ? sum : undefined,
    bytes: bytesOf(textOf(node, 'sc:contentSize')),
    contained: valuesOf(node, 'sc:containedIn', 'cr:containedIn').length > 0,
  };
}

function readRule(node: Node): Rule | undefined {
  const [id, condition] = [textOf(node, 'sc:identifier'), textOf(node, 'zhuji:condition')];
  const tolerance = numberOf(node, 'zhuji:tolerance');
  if (id === undefined || condition === undefined) return undefined;
  return {
    id,
    condition,
    ...(tolerance !== undefined && { tolerance }),
    description: bilingualOf(node, 'sc:description'),
  };
}

/** Where a dataset of a workspace came from; what others write under the same terms is theirs to understand. */
function readDerivation(dataset: Node): Derivation | undefined {
  const [from] = nodesOf(dataset, 'prov:wasDerivedFrom');
  const [by] = nodesOf(dataset, 'prov:wasGeneratedBy');
  const id = from && textOf(from, 'sc:identifier');
  const hash = from && textOf(from, 'zhuji:hash');
  const at = by && textOf(by, 'prov:endedAtTime');
  if (!by || id === undefined || hash === undefined || at === undefined) return undefined;
  return { dataset: id, hash, activity: bilingualOf(by, 'sc:description'), at };
}

function readRecordSet(recordSet: RecordSetModel, model: CroissantModel): CroissantRecordSet {
  const { node, key } = recordSet;
  const count = nodesOf(node, 'cr:annotation').find((one) =>
    textsOf(one, 'cr:dataType').includes(cardinality),
  );
  const reading = valuesOf(node, 'zhuji:reading')[0];
  const notices = valuesOf(node, 'zhuji:notices')[0];
  return {
    id: key,
    title: bilingualOf(node, 'sc:name'),
    rows: count && numberOf(count, 'cr:value', 'sc:value'),
    fields: recordSet.fields.map((field) => ({
      ...readField(field, key, model),
      column: columnOf(field),
      sources: referencesOf(field.node, 'cr:source').map(({ target }) => target),
    })),
    key: referencesOf(node, 'cr:key', 'sc:key').map(({ target }) => idWithin(target, key)),
    declaredRows: numberOf(node, 'zhuji:declaredRows'),
    rules: nodesOf(node, 'zhuji:rule').flatMap((rule) => readRule(rule) ?? []),
    reading:
      reading?.kind === 'json' && typeof reading.value === 'object'
        ? { notices: notices?.kind === 'json' ? notices.value : [], ...reading.value }
        : undefined,
  };
}

/** A checked document in the catalog's terms. */
export function readMetadata(model: CroissantModel): CroissantMetadata {
  const { dataset, version, resources, recordSets } = model;
  const text = (...names: string[]): string | undefined => textOf(dataset, ...names);
  const unknown = textsOf(dataset, 'zhuji:unknown');
  const isSet = (node: Node): boolean => node.types.some((type) => type.endsWith(':FileSet'));
  const publication = {
    creator: namesOf(dataset, 'sc:creator') || undefined,
    datePublished: text('sc:datePublished'),
    url: text('sc:url'),
    provenance: text('rai:dataCollection'),
    derivation: readDerivation(dataset),
    card: readCard(dataset),
  };
  return {
    croissant: version,
    id: text('sc:identifier') ?? dataset.id,
    title: bilingualOf(dataset, 'sc:name'),
    description: bilingualOf(dataset, 'sc:description'),
    keywords: textsOf(dataset, 'sc:keywords'),
    version: text('sc:version') ?? '',
    license: textsOf(dataset, 'sc:license').join('; ') || null,
    links: nodesOf(dataset, 'zhuji:link').flatMap((link): Link[] => {
      const relation = relations.safeParse(textOf(link, 'zhuji:relation')).data;
      const target = textOf(link, 'zhuji:target');
      return relation && target !== undefined ? [{ relation, target }] : [];
    }),
    unknown,
    maturity: maturities.safeParse(text('zhuji:maturity')).data,
    resourceType: resourceTypes.safeParse(text('zhuji:resourceType')).data ?? null,
    generated: flagOf(dataset, 'zhuji:generated'),
    publication: Object.fromEntries(Object.entries(publication).filter(([, value]) => value !== undefined)),
    files: resources.filter(({ node }) => !isSet(node)).map(({ node, key }) => readFileNode(node, key)),
    fileSets: resources.filter(({ node }) => isSet(node)).map(({ key }) => key),
    recordSets: recordSets
      .filter((recordSet) => !isEnumeration(recordSet))
      .map((recordSet) => readRecordSet(recordSet, model)),
  };
}

/** Names of people and organisations, joined. */
function namesOf(dataset: Node, property: string): string {
  const literals = literalsOf(dataset, property).map(({ value }) => String(value));
  const nodes = nodesOf(dataset, property).flatMap((node) => textsOf(node, 'sc:name'));
  return [...literals, ...nodes].join('; ');
}

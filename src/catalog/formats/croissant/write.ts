import type { DatasetEntry, Derivation, RecordSet, Rule } from '../../../workspace/index.ts';
import { writeCard } from './card.ts';
import { croissantContext } from './context.ts';
import type { Readings, RecordSetReading } from './reading.ts';
import { cardinality, conformsTo } from './vocabulary.ts';
import { writeEnumeration, writeField, writeText } from './write-field.ts';

type Json = Record<string, unknown>;

/** Ids are IRIs: no blanks. */
const fileId = (path: string): string => `file/${encodeURI(path)}`;

/** Croissant extracts by column name, and from JSON by path. A reader of headerless text counts its columns. */
function extractOf(name: string, reading: RecordSetReading | undefined): Json {
  const { format, member } = reading?.reading ?? {};
  if (format !== 'json' && format !== 'ndjson') return { column: name };
  const records = member === undefined ? '$[*]' : `$[${JSON.stringify(member)}][*]`;
  return { jsonPath: `${format === 'json' ? records : '$'}[${JSON.stringify(name)}]` };
}

function writeRule({ id, condition, tolerance, description }: Rule): Json {
  const text = writeText(description);
  return {
    identifier: id,
    'zhuji:condition': condition,
    ...(tolerance !== undefined && { 'zhuji:tolerance': tolerance }),
    ...(text !== undefined && { description: text }),
  };
}

function writeDerivation({ dataset, hash, activity, at }: Derivation): Json {
  const text = writeText(activity);
  return {
    'prov:wasDerivedFrom': { '@type': 'prov:Entity', identifier: dataset, 'zhuji:hash': hash },
    'prov:wasGeneratedBy': {
      '@type': 'prov:Activity',
      ...(text !== undefined && { description: text }),
      'prov:endedAtTime': at,
    },
  };
}

function writeRecordSet(recordSet: RecordSet, reading: RecordSetReading | undefined): Json {
  const name = writeText(recordSet.title);
  const { id } = recordSet;
  return {
    '@type': 'cr:RecordSet',
    '@id': id,
    ...(name !== undefined && { name }),
    ...(recordSet.key && { key: recordSet.key.map((field) => ({ '@id': `${id}/${field}` })) }),
    ...(recordSet.declaredRows !== undefined && { 'zhuji:declaredRows': recordSet.declaredRows }),
    ...(recordSet.rules && { 'zhuji:rule': recordSet.rules.map(writeRule) }),
    annotation: {
      '@type': 'cr:Field',
      '@id': `${id}/count`,
      name: 'count',
      value: recordSet.rows,
      dataType: cardinality,
    },
    ...(reading && {
      'zhuji:reading': {
        file: reading.file,
        table: reading.table,
        ...reading.reading,
        ...(Object.keys(reading.columns).length > 0 && { columns: reading.columns }),
      },
      ...(reading.notices.length > 0 && { 'zhuji:notices': reading.notices }),
    }),
    field: recordSet.fields.map((field) =>
      writeField(field, id, {
        ...(reading && { fileObject: { '@id': fileId(reading.file) } }),
        extract: extractOf(field.name, reading),
      }),
    ),
  };
}

/**
 * The entry as a Croissant 1.1 document (JSON-LD). What nobody declared is left out, even where the specification
 * requires it, and named under `zhuji:unknown`; only the name, which no reader can do without, is the id then. `readings` say which file a record set was read from, and how.
 * See `croissantContext` for the extensions.
 */
export function writeCroissant(entry: DatasetEntry, readings: Readings): Json {
  const name = writeText(entry.title);
  const description = writeText(entry.description);
  const { creator, datePublished, url, provenance, derivation, card } = entry.publication ?? {};
  return {
    '@context': croissantContext,
    '@type': 'sc:Dataset',
    conformsTo: conformsTo('1.1'),
    identifier: entry.id,
    name: name ?? entry.id,
    ...(description !== undefined && { description }),
    ...(url !== undefined && { url }),
    ...(entry.license !== null && { license: entry.license }),
    ...(creator !== undefined && { creator: { '@type': 'sc:Organization', name: creator } }),
    ...(datePublished !== undefined && { datePublished }),
    ...(entry.version !== '' && { version: entry.version }),
    ...(entry.keywords.length > 0 && { keywords: entry.keywords }),
    ...(provenance !== undefined && { 'rai:dataCollection': provenance }),
    ...(card && writeCard(card)),
    ...(derivation && writeDerivation(derivation)),
    'zhuji:maturity': entry.maturity,
    ...(entry.resourceType !== null && { 'zhuji:resourceType': entry.resourceType }),
    'zhuji:generated': entry.generated,
    ...(entry.links.length > 0 && {
      'zhuji:link': entry.links.map(({ relation, target }) => ({
        'zhuji:relation': relation,
        'zhuji:target': target,
      })),
    }),
    'zhuji:unknown': entry.unknown,
    distribution: entry.files.map((file) => ({
      '@type': 'cr:FileObject',
      '@id': fileId(file.path),
      name: file.path,
      contentUrl: file.path,
      contentSize: `${file.bytes} B`,
      encodingFormat: file.mediaType,
      sha256: file.sha256,
    })),
    recordSet: entry.recordSets.flatMap((recordSet) => [
      writeRecordSet(recordSet, readings[recordSet.id]),
      ...recordSet.fields.flatMap((field) => writeEnumeration(field, recordSet.id) ?? []),
    ]),
  };
}

import type { ImportedTable } from '../../tables/index.ts';
import { hashOfFiles } from '../../workspace/folder/index.ts';
import type { DataFile, DatasetEntry, Derivation, Field, Link, RecordSet } from '../../workspace/index.ts';
import { languageOf } from '../../workspace/index.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { declare } from '../declaring/declare.ts';
import { declareRecordSet } from '../declaring/declare-record-set.ts';
import {
  type CroissantMetadata,
  type DescribedDataset,
  type RecordSetReading,
  unknownOfField,
} from '../formats/croissant/index.ts';
import { describeField } from './field.ts';
import { recordSetOf } from './metadata-tables.ts';

type FieldReference = NonNullable<Field['references']>;

/** A table that was read, the file it came from, and the id that it is served by. */
export interface SourceTable extends Omit<ImportedTable, 'id' | 'parquet' | 'summary'> {
  readonly recordSet: string;
  /** Path of the file within the dataset. */
  readonly file: string;
  /** Id that the importer gives it. */
  readonly table: string;
  /** Id of the file in the metadata that came along. */
  readonly metadataFile?: string;
}

export interface DatasetSources {
  readonly id: string;
  /** Name that people know the source by, e.g. of its file: the title where none is declared. */
  readonly name: string;
  readonly files: readonly DataFile[];
  readonly tables: readonly SourceTable[];
  readonly declaration: DatasetDeclaration;
  readonly metadata?: CroissantMetadata;
  readonly derivation?: Derivation;
}

function readingOf({ file, table, reading, columns, notices }: SourceTable): RecordSetReading {
  const special = columns.filter(({ reading: { missing, ...rest } }) => {
    return Object.keys(missing).length > 0 || Object.keys(rest).length > 0;
  });
  return {
    file,
    table,
    reading,
    columns: Object.fromEntries(special.map((column) => [column.id, column.reading])),
    notices,
  };
}

/** Which field of which record set a field of the metadata became, by `<record set>/<field>` of the metadata. */
function becameOf({ tables, metadata }: DatasetSources): ReadonlyMap<string, FieldReference> {
  const became = new Map<string, FieldReference>();
  for (const { recordSet, columns, metadataFile } of tables) {
    const about = metadata && metadataFile !== undefined ? recordSetOf(metadata, metadataFile) : undefined;
    for (const { id, column } of about?.fields ?? []) {
      const found = columns.find(({ name }) => name === column);
      if (about && found) became.set(`${about.id}/${id}`, { recordSet, field: found.id });
    }
  }
  return became;
}

function describeTable(
  { recordSet: id, rows, columns, metadataFile, notices }: SourceTable,
  metadata: CroissantMetadata | undefined,
  became: ReadonlyMap<string, FieldReference>,
): RecordSet {
  const about = metadata && metadataFile !== undefined ? recordSetOf(metadata, metadataFile) : undefined;
  const within = (field: string): string | undefined => became.get(`${about?.id}/${field}`)?.field;
  const key = about?.key.flatMap((one) => within(one) ?? []) ?? [];
  const described: RecordSet = {
    id,
    title: about?.title ?? {},
    rows,
    fields: columns.map((column) => {
      const said = about?.fields.find((field) => field.column === column.name);
      const target = said?.references && became.get(`${said.references.recordSet}/${said.references.field}`);
      const qualifies = said?.qualifies?.flatMap((one) => within(one) ?? []) ?? [];
      return {
        ...describeField(column, said, about?.key ?? []),
        ...(target && { references: target }),
        ...(qualifies.length > 0 && { qualifies }),
      };
    }),
    ...(key.length > 0 && key.length === about?.key.length && { key }),
    ...(about?.declaredRows !== undefined && { declaredRows: about.declaredRows }),
    ...(notices.length > 0 && { notices }),
  };
  const rules = about?.rules.map((rule) => ({ ...rule })) ?? [];
  return declareRecordSet(described, { rules }, `recordSets.${id}.`);
}

/** Puts a dataset into words of the catalog. What nobody declared is `unknown`. Errors: `invalid_argument`, see {@link declare}. */
export function describeDataset(sources: DatasetSources): DescribedDataset {
  const { id, name, files, tables, declaration, metadata, derivation } = sources;
  const became = becameOf(sources);
  const recordSets = tables.map((table) => describeTable(table, metadata, became));
  const { title, description = {}, keywords = [], version = '', license = null } = metadata ?? {};
  const { maturity, resourceType = null, generated = false } = metadata ?? {};
  const publication = { ...metadata?.publication, ...(derivation && { derivation }) };
  const from: Link[] = derivation ? [{ relation: 'derivedFrom', target: derivation.dataset }] : [];
  const lacking = new Set(recordSets.flatMap(({ fields }) => fields.flatMap(unknownOfField)));
  const known: Readonly<Record<string, boolean>> = {
    title: title !== undefined,
    description: Object.keys(description).length > 0,
    license: license !== null,
    creator: publication.creator !== undefined,
    datePublished: publication.datePublished !== undefined,
    url: publication.url !== undefined,
    version: version !== '',
    keywords: keywords.length > 0,
    maturity: maturity !== undefined,
    resourceType: resourceType !== null,
    generated,
    provenance: publication.provenance !== undefined,
    'fields.unit': !lacking.has('unit'),
    'fields.role': !lacking.has('role'),
  };
  const entry: DatasetEntry = {
    kind: 'dataset',
    id,
    title: title ?? { [languageOf(name)]: name },
    description,
    keywords,
    version,
    hash: hashOfFiles(files),
    license,
    links: [...(metadata?.links ?? []), ...from],
    unknown: Object.keys(known).filter((property) => known[property] === false),
    maturity: maturity ?? 'resource',
    resourceType,
    generated,
    ...(Object.keys(publication).length > 0 && { publication }),
    recordSets,
    files,
  };
  return {
    entry: declare(entry, declaration),
    readings: Object.fromEntries(tables.map((table) => [table.recordSet, readingOf(table)])),
  };
}

import type { ImportedTable } from '../../tables/index.ts';
import { hashOfFiles } from '../../workspace/folder/index.ts';
import type { DataFile, DatasetEntry, Publication, RecordSet } from '../../workspace/index.ts';
import { languageOf } from '../../workspace/index.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import {
  type CroissantMetadata,
  type DescribedDataset,
  type RecordSetReading,
  unknownOfField,
} from '../formats/croissant/index.ts';
import { declaredFields } from './declared-fields.ts';
import { declaredText, describeField } from './field.ts';
import { recordSetOf } from './metadata-tables.ts';

/** A table that was read, the file it came from, and the id that it is served by. */
export interface SourceTable extends Omit<ImportedTable, 'id' | 'parquet'> {
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
}

function publicationOf({ declaration, metadata }: DatasetSources): Publication {
  const { creator, datePublished, provenance } = { ...metadata?.publication, ...declaration };
  const url = metadata?.publication.url;
  return {
    ...(creator !== undefined && { creator }),
    ...(datePublished !== undefined && { datePublished }),
    ...(url !== undefined && { url }),
    ...(provenance !== undefined && { provenance }),
  };
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

/** Puts a dataset into words of the catalog. What nobody declared is `unknown`. Errors: `invalid_argument`, see {@link declaredFields}. */
export function describeDataset(sources: DatasetSources): DescribedDataset {
  const { id, name, files, tables, declaration, metadata } = sources;
  const declared = declaredFields(declaration, tables);
  const recordSets = tables.map((table): RecordSet => {
    const about =
      metadata && table.metadataFile !== undefined ? recordSetOf(metadata, table.metadataFile) : undefined;
    return {
      id: table.recordSet,
      title: about?.title ?? {},
      rows: table.rows,
      fields: table.columns.map((column) =>
        describeField(
          column,
          declared(table.recordSet, column.id, column.name),
          about?.fields.find((field) => field.column === column.name),
          about?.key ?? [],
        ),
      ),
    };
  });
  const title = declaredText(declaration.title) ?? metadata?.title;
  const description = declaredText(declaration.description) ?? metadata?.description ?? {};
  const keywords = declaration.keywords ?? metadata?.keywords ?? [];
  const version = declaration.version ?? metadata?.version ?? '';
  const license = declaration.license ?? metadata?.license ?? null;
  const maturity = declaration.maturity ?? metadata?.maturity;
  const resourceType = declaration.resourceType ?? metadata?.resourceType ?? null;
  const publication = publicationOf(sources);
  const fields = recordSets.flatMap((recordSet) => recordSet.fields);
  const lacking = new Set(fields.flatMap(unknownOfField));
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
    generated: declaration.generated !== undefined || metadata?.generated === true,
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
    links: metadata?.links ?? [],
    unknown: Object.keys(known).filter((property) => known[property] === false),
    maturity: maturity ?? 'resource',
    resourceType,
    generated: declaration.generated ?? metadata?.generated ?? false,
    ...(Object.keys(publication).length > 0 && { publication }),
    recordSets,
    files,
  };
  return { entry, readings: Object.fromEntries(tables.map((table) => [table.recordSet, readingOf(table)])) };
}

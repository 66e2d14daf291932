import fc from 'fast-check';
import type { Readings, RecordSetReading } from '../../src/catalog/formats/croissant/index.ts';
import { noticeCodes, sourceFormats } from '../../src/tables/index.ts';
import { hashOfFiles } from '../../src/workspace/folder/index.ts';
import {
  cardItems,
  codeSystems,
  type DataCard,
  type DatasetEntry,
  type Field,
  fieldRoles,
  fieldTypes,
  type RecordSet,
  type Rule,
  type Text,
} from '../../src/workspace/index.ts';

const id = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,11}$/u);
const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 });
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const count = fc.nat(1_000_000);
const text: fc.Arbitrary<Text> = fc.oneof(
  fc.constant({}),
  fc.record({ zh: words }),
  fc.record({ en: words }),
  fc.record({ zh: words, en: words }),
);
const filledText = text.filter((value) => Object.keys(value).length > 0);

const field: fc.Arbitrary<Field> = fc.record(
  {
    id,
    name: words,
    title: filledText,
    description: text,
    type: fc.constantFrom(...fieldTypes),
    unit: fc.option(
      fc.record({
        symbol: words,
        ucum: fc.option(fc.constantFrom('K', 'N.m', 'Cel', '[degF]', '10*3/mm3', '%')),
        from: fc.constantFrom('name' as const, 'metadata' as const),
      }),
    ),
    role: fc.option(fc.constantFrom(...fieldRoles)),
    range: fc.record({ min: number, max: number }, { requiredKeys: ['min'] }),
    values: fc.array(fc.oneof(words, number, fc.boolean()), { minLength: 1, maxLength: 3 }),
    pattern: words,
    codeSystem: fc.constantFrom(...codeSystems),
    interval: fc.double({ min: 0.001, max: 1e6, noNaN: true }),
    classes: fc.dictionary(id, count, { maxKeys: 3, noNullPrototype: true }),
    statistics: fc.record(
      {
        count,
        missing: count,
        distinct: count,
        min: fc.oneof(number, words),
        max: number,
        mean: number,
        sd: number,
      },
      { requiredKeys: ['count', 'missing', 'distinct'] },
    ),
  },
  { requiredKeys: ['id', 'name', 'description', 'type', 'unit', 'role'] },
);

const rule: fc.Arbitrary<Rule> = fc.record(
  { id: words, condition: words, tolerance: fc.double({ min: 0, max: 1, noNaN: true }), description: text },
  { requiredKeys: ['id', 'condition', 'description'] },
);

const plainRecordSet: fc.Arbitrary<RecordSet> = fc.record(
  {
    id,
    title: text,
    rows: count,
    fields: fc.uniqueArray(field, { selector: (one) => one.id, minLength: 1, maxLength: 4 }),
    declaredRows: count,
    rules: fc.array(rule, { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['id', 'title', 'rows', 'fields'] },
);

/** Which fields are a key, refer to others, or qualify others: by bits of a number. */
function related(recordSets: readonly RecordSet[], bits: number): RecordSet[] {
  const [first] = recordSets;
  const target = first?.fields[0];
  return recordSets.map((recordSet, place) => {
    const [one] = recordSet.fields;
    const key = recordSet.fields.slice(0, 2).map((field) => field.id);
    const chosen = (bit: number): boolean => ((bits >> (place + bit)) & 1) === 1;
    return {
      ...recordSet,
      fields: recordSet.fields.map((field, index) => ({
        ...field,
        ...(chosen(index + 3) && first && target && field.id !== target.id
          ? { references: { recordSet: first.id, field: target.id } }
          : {}),
        ...(chosen(index + 1) && one && { qualifies: [one.id] }),
      })),
      ...(chosen(0) && { key }),
    };
  });
}

const recordSets: fc.Arbitrary<RecordSet[]> = fc
  .tuple(
    fc.uniqueArray(plainRecordSet, { selector: (one) => one.id, maxLength: 3 }),
    fc.integer({ min: 0, max: 1023 }),
  )
  .map(([sets, bits]) => related(sets, bits));

const sha256 = fc.stringMatching(/^[0-9a-f]{64}$/);
const file = fc.record({
  path: id.map((name) => `data/${name}.csv`),
  bytes: count,
  sha256,
  mediaType: fc.constant('text/csv'),
});

const reading: fc.Arbitrary<Omit<RecordSetReading, 'file'>> = fc.record({
  table: id,
  reading: fc.record(
    {
      format: fc.constantFrom(...sourceFormats),
      encoding: fc.constantFrom('utf-8', 'gb18030'),
      byteOrderMark: fc.boolean(),
      delimiter: fc.constantFrom(',', ';', '\t', null),
      headerLine: fc.option(fc.integer({ min: 1, max: 9 })),
      comment: fc.option(fc.constant('#')),
      sheet: words,
    },
    { requiredKeys: ['format'] },
  ),
  columns: fc.dictionary(
    id,
    fc.record(
      {
        missing: fc.dictionary(words, count),
        dateFormat: fc.constant('%d/%m/%Y'),
        decimalMark: fc.constant(',' as const),
      },
      { requiredKeys: ['missing'], noNullPrototype: true },
    ),
    { maxKeys: 2, noNullPrototype: true },
  ),
  notices: fc.array(
    fc.record({
      code: fc.constantFrom(...noticeCodes),
      message: filledText,
      where: fc.record({ column: words }),
    }),
    { maxLength: 2 },
  ),
});

/** Any dataset entry that a workspace can hold. */
const anyDataset: fc.Arbitrary<DatasetEntry> = fc
  .record(
    {
      id,
      title: filledText,
      description: text,
      keywords: fc.array(words, { maxLength: 3 }),
      version: fc.oneof(fc.constant(''), words),
      license: fc.option(words),
      links: fc.array(
        fc.record({ relation: fc.constantFrom('conformsTo' as const, 'derivedFrom' as const), target: id }),
        { maxLength: 2 },
      ),
      maturity: fc.constantFrom('resource' as const, 'dataset' as const, 'product' as const),
      resourceType: fc.option(
        fc.constantFrom('knowledge' as const, 'realtime' as const, 'business' as const),
      ),
      generated: fc.boolean(),
      publication: fc.record(
        {
          creator: words,
          datePublished: fc.constant('2024-05-06'),
          card: fc
            .dictionary(fc.constantFrom(...cardItems), filledText, { minKeys: 1, noNullPrototype: true })
            .map((card) => card as DataCard),
          derivation: fc.record({
            dataset: id,
            hash: fc.stringMatching(/^[0-9a-f]{64}$/),
            activity: text,
            at: fc.constant('2026-01-02T03:04:05.000Z'),
          }),
        },
        { requiredKeys: ['creator'] },
      ),
      recordSets,
      files: fc.uniqueArray(file, { selector: (one) => one.path, minLength: 1, maxLength: 3 }),
    },
    {
      requiredKeys: [
        'id',
        'title',
        'description',
        'keywords',
        'version',
        'license',
        'links',
        'maturity',
        'resourceType',
        'generated',
        'recordSets',
        'files',
      ],
    },
  )
  .map((entry) => ({
    ...entry,
    kind: 'dataset' as const,
    hash: hashOfFiles(entry.files),
    unknown: entry.license === null ? ['license', 'fields.role'] : [],
  }));

/** Any entry, and readings of its record sets; the entry carries their notices too. */
export const anyDescribedDataset = fc
  .tuple(anyDataset, fc.array(reading, { minLength: 3, maxLength: 3 }))
  .map(([entry, readings]) => {
    const read = entry.recordSets.map(
      (_, index) => ({ ...readings[index], file: entry.files[0]?.path ?? '' }) as RecordSetReading,
    );
    const recordSets = entry.recordSets.map((recordSet, index) => {
      const notices = read[index]?.notices ?? [];
      return { ...recordSet, ...(notices.length > 0 && { notices }) };
    });
    return {
      entry: { ...entry, recordSets },
      readings: Object.fromEntries(
        recordSets.map(({ id: recordSet }, index) => [recordSet, read[index]]),
      ) as Readings,
    };
  });

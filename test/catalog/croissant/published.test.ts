import { readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type CroissantFinding, readCroissant } from '../../../src/catalog/index.ts';
import { hasSharedData, sharedData } from '../../shared-data.ts';

const present = hasSharedData('croissant');

function filesIn(...path: string[]): string[] {
  if (!present) return [];
  return readdirSync(sharedData('croissant', ...path), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('metadata.json') || name.endsWith('croissant.json'))
    .map((name) => join(...path, name))
    .toSorted();
}

const errorsOf = (findings: readonly CroissantFinding[]): CroissantFinding[] =>
  findings.filter(({ severity }) => severity === 'error');

describe.skipIf(!present)('files that others published', () => {
  const valid = ['0.8', '1.0', '1.1', 'other'].flatMap((version) => filesIn(version));

  test('all 31 of them are there', () => expect(valid).toHaveLength(31));

  test.each(valid)('%s is read as the reference implementation reads it', async (name) => {
    const { metadata, findings } = await readCroissant(sharedData('croissant', name));
    expect(errorsOf(findings)).toEqual([]);
    expect(metadata?.title).not.toEqual({});
    const version = /^\d\.\d/.exec(name)?.[0];
    if (version !== undefined) expect(metadata?.croissant).toBe(version);
  });

  test('the record sets and columns of an example are found', async () => {
    const { metadata } = await readCroissant(sharedData('croissant', '1.0/titanic/metadata.json'));
    expect(metadata?.recordSets.map(({ id }) => id)).toEqual(['genders', 'embarkation_ports', 'passengers']);
    const survived = metadata?.recordSets[2]?.fields.find(({ id }) => id === 'survived');
    expect(survived).toMatchObject({ type: 'integer', column: 'survived', sources: ['passengers.csv'] });
  });

  test('hardly one has all that the specification requires', async () => {
    const lacking = await Promise.all(
      valid.map(async (name) => {
        const { findings } = await readCroissant(sharedData('croissant', name), 'specification');
        return errorsOf(findings).some(({ rule }) => rule === 'required_property');
      }),
    );
    expect(lacking.filter((lacks) => !lacks).length).toBe(1);
  });

  test('a placeholder in the place of a checksum is reported, not relied on', async () => {
    const { metadata, findings } = await readCroissant(
      sharedData('croissant', '1.1/huggingface-manud-dfl_video_classification/metadata.json'),
    );
    expect(findings).toContainEqual(
      expect.objectContaining({ rule: 'placeholder_checksum', pointer: '/distribution/0/sha256' }),
    );
    expect(metadata?.files[0]?.sha256).toBeUndefined();
  });
});

/** What the expected output of each invalid file is about: the rule, the place, and a word of it. */
const causes: Readonly<Record<string, readonly [rule: string, pointer: RegExp, word: string]>> = {
  distribution_bad_contained_in: [
    'dangling_reference',
    /^\/distribution\/0\/containedIn/,
    'THISDOESNOTEXIST',
  ],
  distribution_bad_type: ['resource_type', /^\/distribution\/0\/@type$/, 'WRONG_TYPE_HERE'],
  distribution_missing_name: ['name', /^\/distribution\/0$/, 'name'],
  metadata_bad_type: ['dataset_type', /^\/@type$/, 'Dataset'],
  mlfield_bad_source: ['dangling_reference', /^\/recordSet\/0\/field\/0\/source/, 'THISDOESNOTEXIST'],
  mlfield_missing_property_name: ['name', /^\/recordSet\/0\/field\/0$/, 'name'],
  recordset_missing_context_for_datatype: ['data_type', /^\/recordSet\/0\/field\/0$/, 'dataType'],
  recordset_wrong_join: ['join', /^\/recordSet\/0$/, 'another-csv-table'],
  mlfield_bad_array_definition: ['array', /arrayShape$/, 'first-field'],
  multilingual_fields: ['text', /description\/1$/, '42'],
};

describe.skipIf(!present)('invalid files', () => {
  const invalid = filesIn('invalid');

  test('all 16 of them are there', () => expect(invalid).toHaveLength(16));

  test.each(invalid)('%s is refused for the cause that the reference implementation names', async (name) => {
    const { metadata, findings } = await readCroissant(sharedData('croissant', name));
    const expected = await readFile(
      sharedData('croissant', name.replace('metadata.json', 'output.txt')),
      'utf8',
    );
    const [rule, pointer, word] = causes[name.split('/')[2] ?? ''] ?? ['', /^$/, ''];
    const errors = errorsOf(findings);
    expect(metadata).toBeUndefined();
    expect(errors[0]?.rule).toBe(rule);
    expect(errors[0]?.pointer).toMatch(pointer);
    expect(errors[0]?.message.en).toContain(word);
    if (word !== '42') expect(expected).toContain(word);
    expect(errors[0]?.fix.zh).not.toBe('');
    expect(errors).toHaveLength(name.includes('multilingual') ? 3 : 1);
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addDataset } from '../../../src/add.ts';
import { openWorkspace } from '../../../src/open.ts';
import { initWorkspace } from '../../../src/workspace/folder/index.ts';
import type { Cell } from '../../../src/workspace/index.ts';
import { examined, type Fields, findingsOf } from './report.ts';

const fields: Fields = [
  { id: 'name', type: 'string', role: 'group' },
  { id: 'value', type: 'number', role: 'measurement', unit: 'mm' },
];

const rowsOf = (name: (place: number) => string): Cell[][] =>
  Array.from({ length: 300 }, (_, place) => [name(place), 1 + (place % 13) / 10]);

describe('texts in a wrong encoding', () => {
  it.each(['è½´æ\u0089¿', '锟斤拷', 'B\ufffdrste', '½Å³Ð¹ÊÕÏ', 'GrÃ¶Ãe'])(
    'such as %s are found',
    async (text) => {
      const { finding, affected } = await examined(
        fields,
        rowsOf((place) => (place % 100 === 5 ? text : '轴承')),
      );
      expect(finding('mixed_encoding')).toMatchObject({ fields: ['name'], count: 3, rows: [6, 106, 206] });
      expect(affected('mixed_encoding')?.length).toBe(3);
    },
  );

  it.each(['轴承', 'Größe Ø 5', 'façade', '±0.5 °C', 'naïve Ångström', 'Čeština', '¿Qué?'])(
    'are not found in %s',
    async (text) => {
      expect(
        (
          await examined(
            fields,
            rowsOf(() => text),
          )
        ).kinds,
      ).not.toContain('mixed_encoding');
    },
  );
});

/** Findings of a file as a user adds it. */
async function ofFile(bytes: Uint8Array) {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-texts-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const [source, plant] = [join(folder, 'parts.csv'), join(folder, 'plant')];
  await writeFile(source, bytes);
  await initWorkspace(plant, { id: 'plant' });
  const { entry } = await addDataset(plant, source, {});
  const workspace = await openWorkspace(plant);
  onTestFinished(() => workspace.close());
  return findingsOf(await workspace.quality.report(entry.id));
}

describe('what the import noticed', () => {
  const lines = Array.from({ length: 50 }, (_, place) => Buffer.from(`轴承,${place},${place % 7}\n`));
  const header = Buffer.from('名称,序号,等级\n');

  it('of mixed encodings is a finding', async () => {
    // 轴承 in GBK.
    const gbk = Buffer.concat([Buffer.from([0xd6, 0xe1, 0xb3, 0xd0]), Buffer.from(',99,1\n')]);
    const { finding } = await ofFile(Buffer.concat([header, ...lines, gbk]));
    expect(finding('mixed_encoding')).toMatchObject({
      severity: 'minor',
      message: { zh: expect.stringContaining('1 行按 GB18030 读取') },
    });
  });

  it('of a file that ends within a line is a finding', async () => {
    const { finding } = await ofFile(Buffer.concat([header, ...lines, Buffer.from('轴承,9')]));
    expect(finding('truncated')).toMatchObject({ rows: [51], repair: { action: 'drop_records' } });
  });

  it('of nothing is no finding', async () => {
    const { kinds } = await ofFile(Buffer.concat([header, ...lines]));
    expect(kinds).not.toContain('mixed_encoding');
    expect(kinds).not.toContain('truncated');
  });
});

it('a reference to a value that is not there is found, with its rows', async () => {
  const { finding, affected } = await examined(
    [
      { id: 'part', type: 'string', role: 'identifier' },
      { id: 'parent', type: 'string', declared: { references: { recordSet: 'records', field: 'part' } } },
    ],
    Array.from({ length: 100 }, (_, place): Cell[] => [
      `p${place}`,
      place === 0 ? null : place % 40 === 0 ? 'p999' : `p${Math.floor(place / 2)}`,
    ]),
  );
  expect(finding('dangling_reference')).toMatchObject({
    fields: ['parent'],
    severity: 'major',
    count: 2,
    rows: [41, 81],
    message: {
      en: expect.stringContaining(
        '`records.part` does not have, in 2 of 99 values (2 %), such as “p999” (2)',
      ),
    },
  });
  expect(affected('dangling_reference')).toEqual([
    [41, 41],
    [81, 81],
  ]);
});

it('a rare class comes with its number and interval', async () => {
  const { finding } = await examined(
    [
      { id: 'x', type: 'number', role: 'measurement' },
      { id: 'fault', type: 'string', role: 'label' },
    ],
    Array.from({ length: 400 }, (_, place): Cell[] => [
      (place * 37) % 101,
      place % 100 === 3 ? 'crack' : 'none',
    ]),
  );
  expect(finding('rare_class')).toMatchObject({
    id: 'rare_class:records:fault:crack',
    count: 4,
    message: {
      en: 'Only 4 of 400 records of `fault` are “crack”: 1 %, with a 95 % interval of 0.3895–2.543 %.',
    },
  });
});

it('an exception to what all but follows is found, chance agreement is not', async () => {
  const rows = Array.from({ length: 600 }, (_, place): Cell[] => [
    `c${place % 12}`,
    place % 250 === 7 ? 'name 11' : `name ${place % 12}`,
    (place * 7919) % 100 < 98 ? 'usual' : 'other',
  ]);
  const { report, affected } = await examined(
    [
      { id: 'code', type: 'string' },
      { id: 'name', type: 'string' },
      { id: 'remark', type: 'string' },
    ],
    rows,
  );
  const violations = report.findings.filter(({ kind }) => kind === 'dependency_violation');
  expect(violations.map(({ fields: names, rows: at }) => [names, at])).toEqual([
    [
      ['name', 'code'],
      [8, 258, 508],
    ],
  ]);
  expect(affected('dependency_violation')?.length).toBe(3);
});

it('equal records with different labels contradict each other', async () => {
  const rows = Array.from({ length: 200 }, (_, place): Cell[] => [place * 0.37, place % 3 === 0 ? 'a' : 'b']);
  rows.push([3 * 0.37, 'b'], [4 * 0.37, 'b'], [5 * 0.37, 'b']);
  const { finding } = await examined(
    [
      { id: 'x', type: 'number', role: 'measurement' },
      { id: 'class', type: 'string', role: 'label' },
    ],
    rows,
  );
  expect(finding('label_conflict')).toMatchObject({
    id: 'label_conflict:records:class:same',
    count: 2,
    rows: [4, 201],
  });
});

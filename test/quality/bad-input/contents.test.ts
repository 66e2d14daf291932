import { describe, expect, test } from 'vitest';
import { add } from '../../../src/add.ts';
import { openWorkspace } from '../../../src/open.ts';
import type { QualityReport } from '../../../src/workspace/index.ts';
import { emptyWorkspace, file } from '../../open/workspace-folder.ts';

/** GB18030 of 轴承. */
const bearing = Buffer.from([0xd6, 0xe1, 0xb3, 0xd0]);

async function reportOf(content: string | Uint8Array): Promise<QualityReport> {
  const { layout, beside } = await emptyWorkspace();
  await add(layout.root, await file(beside, 'line.csv', content), { id: 'line' });
  const workspace = await openWorkspace(layout.root);
  try {
    return await workspace.quality.report('line');
  } finally {
    await workspace.close();
  }
}

const records = (count: number, record: (row: number) => string, header = 't,v') =>
  `${header}\n${Array.from({ length: count }, (_, row) => `${record(row)}\n`).join('')}`;
const noise = (row: number) => ((row * 7919) % 1009) / 10;
const minute = (row: number) =>
  `2024-01-01 ${String(Math.floor(row / 60)).padStart(2, '0')}:${String(row % 60).padStart(2, '0')}:00`;

function expectBothLanguages({ findings, gates }: QualityReport): void {
  for (const { message, remedy } of findings) {
    for (const text of [message, remedy]) expect(text.zh && text.en, JSON.stringify(text)).toBeTruthy();
  }
  for (const { reason } of gates) expect(reason.zh && reason.en).toBeTruthy();
}

describe('a file that holds no table', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['nothing at all', '', 'unreadable_file'],
    ['zero bytes', new Uint8Array(4096), 'unsupported_format'],
    ['text in Latin-1', Buffer.from('name;größe\nMüller;1\nJürgen;2\n', 'latin1'), 'unreadable_file'],
  ])('%s is refused in both languages, and nothing stays', async (_, content, code) => {
    const { layout, beside } = await emptyWorkspace();
    const path = await file(beside, 'line.csv', content);
    const refused = await add(layout.root, path, { id: 'line' }).catch((error: unknown) => error);
    expect(refused).toMatchObject({ code });
    expect(refused).toHaveProperty('message', expect.stringMatching(/line\.csv/));
    if (!(refused instanceof Error && 'in' in refused && typeof refused.in === 'function')) throw refused;
    expect(refused.in('zh').message).toMatch(/\p{Script=Han}/u);
    const workspace = await openWorkspace(layout.root);
    expect(workspace.catalog.entries('dataset')).toEqual([]);
    await workspace.close();
  });
});

describe('a table that is hardly one', () => {
  test('a header alone fails a gate', async () => {
    const report = await reportOf('time,speed\n');
    expect(report.verdict).toBe('unfit');
    expect(report.gates.find(({ id }) => id === 'not_empty')?.passed).toBe(false);
    expectBothLanguages(report);
  });

  test('one record is measured without anything made up of it', async () => {
    const report = await reportOf('time,speed\n2024-01-01 00:00:00,5.5\n');
    expect(report.gates.filter(({ passed }) => passed === false)).toEqual([]);
    expect(report.findings.filter(({ severity }) => severity === 'major')).toEqual([]);
    for (const { result } of report.measures) {
      if (result.status === 'measured') expect(Number.isFinite(result.value)).toBe(true);
    }
    expectBothLanguages(report);
  });
});

describe('damage in a table is found', () => {
  test.each<[string, string, string | Uint8Array]>([
    ['a column without a value', 'missing_values', records(300, (row) => `${row},`)],
    [
      'values that are NaN or infinite',
      'not_finite',
      records(300, (row) => `${row},${row === 7 ? 'inf' : row === 11 ? '-Infinity' : noise(row)}`),
    ],
    [
      'dates beyond all range',
      'improbable_date',
      records(300, (row) => `${row === 7 ? '9999-12-31 00:00:00' : minute(row)},${noise(row)}`),
    ],
    [
      'lines in another encoding',
      'mixed_encoding',
      Buffer.concat([
        Buffer.from(records(60, (row) => `${row},轴承`)),
        Buffer.from('60,'),
        bearing,
        Buffer.from('\n61,轴承\n'),
      ]),
    ],
    [
      'a last line that is cut',
      'truncated',
      `${records(60, (row) => `${row},${noise(row)},a`, 't,v,w')}60,1`,
    ],
  ])('%s', async (_, kind, content) => {
    const report = await reportOf(content);
    expect(report.findings.map((finding) => finding.kind)).toContain(kind);
    expectBothLanguages(report);
  });

  test('numbers among which there are words stay text, and the entry tells the first word', async () => {
    const { layout, beside } = await emptyWorkspace();
    const content = records(300, (row) => `${row},${row % 7 === 3 ? 'n.a.!' : noise(row)}`);
    await add(layout.root, await file(beside, 'line.csv', content), { id: 'line' });
    const workspace = await openWorkspace(layout.root);
    const [recordSet] = workspace.catalog.dataset('line').recordSets;
    expect(recordSet?.fields[1]?.type).toBe('string');
    expect(recordSet?.notices?.find(({ code }) => code === 'mixed_types')?.message.en).toContain('n.a.!');
    expectBothLanguages(await workspace.quality.report('line'));
    await workspace.close();
  });
});

test('hundreds of columns are told in bounded words', async () => {
  const width = 300;
  const header = Array.from({ length: width }, (_, place) => `c${place}`).join(',');
  const line = (row: number) =>
    Array.from({ length: width }, (_, place) => noise(row * 31 + place * 7)).join(',');
  const report = await reportOf(records(60, line, header));
  expectBothLanguages(report);
  for (const { message } of report.findings) expect(message.en?.length).toBeLessThan(1000);
  expect(JSON.stringify(report).length).toBeLessThan(1500 * width + 200_000);
});

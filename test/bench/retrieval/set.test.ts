import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readSet } from './set.ts';

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-set-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

const corpus = '{"id": "d1", "title": "T", "text": "甲"}\n{"_id": 2, "text": "b"}\n';
const queries = '{"id": "q1", "text": "?"}\n{"_id": "q2", "text": "!"}\n';

it.each([
  ['query\tdocument\trelevance', 'q1\td1\t2'],
  ['query-id\tcorpus-id\tscore', 'q1\td1\t2'],
  ['relevance\tquery\tdocument', '2\tq1\td1'],
])('reads the columns %s', async (header, row) => {
  const folder = await folderOf({
    'corpus.jsonl': corpus,
    'queries.jsonl': queries,
    'qrels.tsv': `${header}\r\n${row}\r\n`,
  });
  const set = await readSet(folder);
  expect(set.documents).toEqual([
    { id: 'd1', title: 'T', text: '甲' },
    { id: '2', title: '', text: 'b' },
  ]);
  expect(set.queries).toEqual([{ id: 'q1', text: '?' }]);
  expect(set.relevance).toEqual(new Map([['q1', new Map([['d1', 2]])]]));
});

it.each([
  ['columns that are not known', { 'qrels.tsv': 'a\tb\tc\n' }, /must name the columns query or query-id/],
  [
    'a relevance that is no number',
    { 'qrels.tsv': 'query\tdocument\trelevance\nq1\td1\thigh\n' },
    /line 2: "high"/,
  ],
  ['a line that is no JSON', { 'corpus.jsonl': '{"id": "d1"' }, /corpus\.jsonl, line 1: not a JSON object/],
  ['a document without a text', { 'corpus.jsonl': '{"id": "d1"}' }, /corpus\.jsonl, line 1: needs "id"/],
])('refuses %s', async (_what, wrong, message) => {
  const good = {
    'corpus.jsonl': corpus,
    'queries.jsonl': queries,
    'qrels.tsv': 'query\tdocument\trelevance\nq1\td1\t1\n',
  };
  await expect(readSet(await folderOf({ ...good, ...wrong }))).rejects.toThrow(message);
});

it('says which file a folder lacks', async () => {
  await expect(readSet(await folderOf({ 'corpus.jsonl': corpus }))).rejects.toThrow(/has no queries\.jsonl/);
});

import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { expect, it, onTestFinished } from 'vitest';
import { assess, assessmentBundle, withManifest, writeBundle } from '../../../src/quality/exports/index.ts';
import { madeReport } from './made-report.ts';

async function scratch(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-bundle-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function bundle() {
  const made = await madeReport();
  const form = assess(made);
  const { id, hash } = form.dataset;
  const subject = {
    standard: form.standard,
    dataset: { id, hash },
    tool: form.tool,
    measuredAt: form.measuredAt,
  };
  return { ...made, form, files: withManifest(subject, assessmentBundle(form, made, { name: 'made' })) };
}

it('holds all that the form refers to, with checksums that are right', async () => {
  const { files, form, report } = await bundle();
  const places = form.dimensions.flatMap((one) => one.indicators.flatMap(({ evidence }) => evidence));
  for (const { place } of places) expect(Object.keys(files)).toContain(place.split('#')[0]);
  expect(JSON.parse(files['report.json'] ?? '')).toEqual(JSON.parse(JSON.stringify(report)));
  const manifest = JSON.parse(files['manifest.json'] ?? '');
  expect(manifest.dataset).toEqual({ id: 'made', hash: report.hash });
  const sums = (files['SHA256SUMS'] ?? '').trim().split('\n');
  expect(sums).toHaveLength(Object.keys(files).length - 1);
  for (const line of sums) {
    const [sum, name = ''] = line.split('  ');
    expect(
      createHash('sha256')
        .update(files[name] ?? '')
        .digest('hex'),
    ).toBe(sum);
  }
  const rows: Record<string, string>[] = parse(files['finding-rows.csv'] ?? '', { bom: true, columns: true });
  const listed = report.findings.flatMap(({ id, rows: own }) => own.map((row) => `${id} ${row}`));
  expect(rows.map((one) => `${one['finding']} ${one['row']}`)).toEqual(listed);
  expect(listed.length).toBeGreaterThan(3);
});

it('appears as a whole, replaces an earlier bundle, and leaves nothing beside', async () => {
  const { files } = await bundle();
  const parent = await scratch();
  const folder = join(parent, 'deep', 'out');
  await writeBundle(folder, files);
  expect((await readdir(folder)).toSorted()).toEqual(Object.keys(files).toSorted());
  await writeBundle(folder, { 'manifest.json': files['manifest.json'] ?? '', 'new.txt': 'new' });
  expect((await readdir(folder)).toSorted()).toEqual(['manifest.json', 'new.txt']);
  expect(await readdir(join(parent, 'deep'))).toEqual(['out']);
});

it('leaves a folder of something else alone', async () => {
  const { files } = await bundle();
  const parent = await scratch();
  const folder = join(parent, 'mine');
  await mkdir(folder);
  await writeFile(join(folder, 'manifest.json'), '{"name": "an app"}');
  await expect(writeBundle(folder, files)).rejects.toMatchObject({ code: 'already_exists' });
  expect(await readFile(join(folder, 'manifest.json'), 'utf8')).toContain('an app');
  expect(await readdir(parent)).toEqual(['mine']);
});

it('keeps the earlier bundle where writing fails', async () => {
  const { files } = await bundle();
  const parent = await scratch();
  const folder = join(parent, 'out');
  await writeBundle(folder, files);
  const unwritable = { ...files, [`no-such-folder\0/x`]: 'x' };
  await expect(writeBundle(folder, unwritable)).rejects.toThrow();
  expect((await readdir(folder)).toSorted()).toEqual(Object.keys(files).toSorted());
  expect(await readdir(parent)).toEqual(['out']);
});

it('disarms what a spreadsheet would take for a formula', async () => {
  const made = await madeReport();
  const [first] = made.report.findings;
  if (!first) throw new Error('no finding');
  const report = {
    ...made.report,
    findings: [{ ...first, message: { zh: '=1+1', en: '=cmd()' } }],
  };
  const files = assessmentBundle(assess({ ...made, report }), { ...made, report }, {});
  expect(files['findings.csv']).toContain("'=cmd()");
});

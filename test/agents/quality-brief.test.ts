import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { connectToWorkspace, processParameters, referencePolicy, runAgent } from '../../agents/index.ts';
import { type Pair, pairedDifference } from '../../evals/statistics/paired-difference.ts';
import { addDataset, addDocument } from '../../src/add.ts';
import { sampleWithout, seeded } from '../../src/methods/index.ts';
import { openWorkspace } from '../../src/open.ts';
import { type DefectTable, tableDefects } from '../../src/simulation/defects/index.ts';
import type { SimulatedTable } from '../../src/simulation/simulation.ts';
import { simulateTempering } from '../../src/simulation/tempering/index.ts';
import { writeSimulation } from '../../src/simulation/write.ts';
import { initWorkspace } from '../../src/workspace/folder/index.ts';
import type { Workspace } from '../../src/workspace/index.ts';
import { temporaryFolder } from '../workspace/temporary.ts';

const seed = 1001;
const perSteel = 3;
const fromEnds = 2;
/** What the logger writes where it has no reading, in about one trial of twenty. */
const code = 999;
const coded = 25;

const simulation = simulateTempering({ seed });
const [trials] = simulation.dataset.tables;
const column = (name: string) => trials?.columns.findIndex((one) => one.startsWith(name)) ?? -1;
const [steel, temperature, time, hardness] = [
  column('Steel'),
  column('Tempering temperature'),
  column('Tempering time'),
  column('Hardness'),
];

interface Item {
  readonly place: number;
  readonly steel: string;
  readonly question: string;
  /** HRC, without the error of reading. */
  readonly truth: number;
}

/**
 * Trials with a reading, three of each steel: asked about, and not in the data. None at the ends of the temperatures of its steel
 * and time, since nothing is extrapolated.
 */
function heldOut(): readonly Item[] {
  const rng = seeded(seed);
  const read = (trials?.rows ?? [])
    .map((row, place) => ({ row, place }))
    .filter(({ row }) => row[hardness] !== null);
  const rows = read.filter(({ row }) => {
    const curve = read.filter((other) => other.row[steel] === row[steel] && other.row[time] === row[time]);
    const warmer = curve.filter((other) => Number(other.row[temperature]) > Number(row[temperature]));
    return warmer.length >= fromEnds && curve.length - 1 - warmer.length >= fromEnds;
  });
  const steels = [...new Set(rows.map(({ row }) => String(row[steel])))];
  return steels.flatMap((name) => {
    const own = rows.filter(({ row }) => row[steel] === name);
    return sampleWithout(rng, own, perSteel).map(({ row, place }) => ({
      place,
      steel: name,
      question: `What hardness does ${name} get after ${row[time]} h at ${row[temperature]} °C?`,
      truth: simulation.truth.rows[place]?.hardness ?? Number.NaN,
    }));
  });
}

/** Spikes as the injector makes them, and codes for missing readings. */
function damaged(rows: SimulatedTable['rows']): SimulatedTable['rows'] {
  const rng = seeded(seed + 1);
  const readings: DefectTable = {
    fields: [{ id: 'hardness', type: 'number', role: 'measurement', unit: 'HRC' }],
    columns: [rows.map((row) => row[hardness] ?? null)],
    ordered: false,
  };
  const { table } = tableDefects.spikes.inject(readings, { severity: 'high', rng });
  const spiked = table.columns[0] ?? [];
  const places = sampleWithout(rng, [...spiked.keys()], coded);
  return rows.map((row, place) => {
    const reading = spiked[place];
    const written = places.includes(place) ? code : typeof reading === 'number' ? reading : null;
    return row.map((cell, at) => (at === hardness ? written : cell));
  });
}

async function plantOf(items: readonly Item[], change: typeof damaged): Promise<Workspace> {
  const folder = await temporaryFolder();
  const plant = join(folder, 'plant');
  await initWorkspace(plant, { id: 'plant' });
  const asked = new Set(items.map(({ place }) => place));
  const rows = change((trials?.rows ?? []).filter((_, place) => !asked.has(place)));
  const { declaration, id } = simulation.dataset;
  const tables = [{ id: 'trials', columns: trials?.columns ?? [], rows }];
  const written = await writeSimulation(
    { ...simulation, dataset: { ...simulation.dataset, tables } },
    join(folder, 'simulation'),
  );
  // The scale is defined from 20 HRC on, and no steel gets harder than 68.
  const reading = { role: 'measurement', range: { min: 20, max: 68 } } as const;
  const fields = { ...declaration.fields, 'Hardness [HRC]': reading };
  await addDataset(plant, written.data, { id, declaration: { ...declaration, fields } });
  for (const path of written.documents) await addDocument(plant, path);
  const workspace = await openWorkspace(plant);
  onTestFinished(() => workspace.close());
  return workspace;
}

/** The same workspace, whose quality reports give no advice. */
const withoutBrief = (workspace: Workspace): Workspace => ({
  ...workspace,
  quality: {
    async report(...about) {
      const report = await workspace.quality.report(...about);
      return { ...report, brief: { ...report.brief, must_mention: [], safe_filters: [] } };
    },
  },
});

async function ask(workspace: Workspace, items: readonly Item[]) {
  const connection = await connectToWorkspace(workspace);
  onTestFinished(() => connection.close());
  const answers: { readonly error: number; readonly text: string }[] = [];
  for (const { question, truth } of items) {
    const { answer, text } = await runAgent({
      agent: processParameters,
      question,
      connection,
      model: referencePolicy,
    });
    expect(answer?.status, text).toBe('answered');
    answers.push({ error: Math.abs((answer?.expected?.value ?? Number.NaN) - truth), text });
  }
  return answers;
}

const meanOf = (errors: readonly { readonly error: number }[]) =>
  errors.reduce((sum, { error }) => sum + error, 0) / errors.length;

it('an agent that follows the brief answers better on damaged data than one that does not', async () => {
  const items = heldOut();
  const workspace = await plantOf(items, damaged);
  const followed = await ask(workspace, items);
  const ignored = await ask(withoutBrief(workspace), items);
  const pairs: Pair[] = items.map(({ steel: cluster }, place) => ({
    cluster,
    before: -(ignored[place]?.error ?? Number.NaN),
    after: -(followed[place]?.error ?? Number.NaN),
  }));
  const { difference, p, verdict } = pairedDifference(pairs, seeded(7));
  console.info(
    `${items.length} trials held out: mean error ${meanOf(ignored).toFixed(2)} HRC without the brief, ` +
      `${meanOf(followed).toFixed(2)} with it; less by ${difference.low.toFixed(1)} to ${difference.high.toFixed(1)}, p = ${p.toFixed(4)}`,
  );
  expect(items.length).toBeGreaterThanOrEqual(20);
  expect(verdict).toBe('helps');
  expect(meanOf(followed)).toBeLessThan(meanOf(ignored) / 2);
  // The tolerance of the plant's specification.
  expect(meanOf(followed)).toBeLessThan(simulation.truth.parameters.tolerance);

  const { brief } = await workspace.quality.report('tempering');
  const said = brief.must_mention.map(({ en = '' }) => en);
  expect(said.some((text) => text.includes(String(code)))).toBe(true);
  for (const { text } of followed) for (const sentence of said) expect(text).toContain(sentence);
  for (const { text } of ignored) expect(text).not.toContain(String(code));
}, 120_000);

it('on data without damage the brief costs nothing', async () => {
  const items = heldOut();
  const workspace = await plantOf(items, (rows) => rows);
  const followed = await ask(workspace, items);
  const ignored = await ask(withoutBrief(workspace), items);
  expect(meanOf(followed)).toBeLessThan(meanOf(ignored) + 0.05);
  expect(meanOf(followed)).toBeLessThan(simulation.truth.parameters.tolerance);
}, 120_000);

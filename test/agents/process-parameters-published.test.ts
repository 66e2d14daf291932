import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { processParameters } from '../../agents/index.ts';
import { addDataset, addDocument } from '../../src/add.ts';
import { sampleWithout, seeded } from '../../src/methods/index.ts';
import { openWorkspace } from '../../src/open.ts';
import { initWorkspace } from '../../src/workspace/folder/index.ts';
import type { Workspace } from '../../src/workspace/index.ts';
import { hasSharedData, sharedData } from '../shared-data.ts';
import { drive } from './drive.ts';
import { type MeasuredRow, measuredRows, percent, scoreTemperatures } from './withheld.ts';

const dataset = 'steel-tempering';
const recordSet = 'tempering';
const items = 100;

/** The published tempering results with the process document of this project, and items withheld from both. */
describe.skipIf(!hasSharedData('steel-tempering'))('on the published tempering results', () => {
  let folder = '';
  let whole: Workspace;
  let rows: readonly MeasuredRow[] = [];
  let sample: readonly MeasuredRow[] = [];
  let withheld: Workspace;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'zhuji-'));
    const plant = join(folder, 'plant');
    await initWorkspace(plant, { id: 'plant' });
    await addDataset(plant, sharedData('steel-tempering', 'tempering.csv'), { id: dataset });
    for (const language of ['en', 'zh']) {
      await addDocument(plant, join(import.meta.dirname, `../fixtures/tempering-process.${language}.md`));
    }
    whole = await openWorkspace(plant);
    rows = await measuredRows(whole, dataset, [
      'steel_type',
      'tempering_temperature',
      'tempering_time',
      'final_hardness_post_tempering',
    ]);
    sample = sampleWithout(seeded(11), rows, items);
    const tables = whole.tables.without(
      dataset,
      recordSet,
      sample.map(({ row }) => row),
    );
    withheld = { ...whole, tables };
  });

  afterAll(async () => {
    await whole?.close();
    await rm(folder, { recursive: true, force: true });
  });

  it('a withheld temperature is met within 25 °C, or its hardness within 2 HRC', async () => {
    const { met, declined, inside } = await scoreTemperatures(withheld, rows, sample, { en: 's', zh: '秒' });
    console.info(
      `${items} withheld: met ${percent(met)}, declined ${percent(declined)}, inside the interval ${percent(inside)}`,
    );
    // Goal 85 % of all items, those at the edge of the data included, which are rightly declined.
    expect(met).toBeGreaterThanOrEqual(0.85);
    // Of the intervals nine in ten are to hold the truth; 75 % is five standard errors below that.
    expect(inside).toBeGreaterThanOrEqual(0.75);
    expect(declined).toBeLessThanOrEqual(0.1);
  }, 180_000);

  it('a withheld hardness is predicted within 2 HRC', async () => {
    const part = sample.slice(0, 40);
    let [met, inside, answered] = [0, 0, 0];
    for (const { steel, temperature, time, hardness } of part) {
      const text = `What hardness does ${steel} get after ${time} s at ${temperature} °C?`;
      const { expected } = (await drive(processParameters.procedure, withheld, text)).answer;
      if (!expected) continue;
      answered++;
      if (Math.abs(expected.value - hardness) <= 2) met++;
      const [low = Number.NaN, high = Number.NaN] = expected.interval ?? [];
      if (hardness >= low && hardness <= high) inside++;
    }
    console.info(
      `withheld ${part.length}: answered ${answered}, within 2 HRC ${percent(met / answered)}, inside the interval ${percent(inside / answered)}`,
    );
    // The method alone reaches about 90 % of those answered on these data; 80 % is two standard errors below.
    expect(met / answered).toBeGreaterThanOrEqual(0.8);
    expect(answered / part.length).toBeGreaterThanOrEqual(0.85);
  }, 120_000);

  it('a steel that the data lack is refused with a list of those that are there', async () => {
    const text = '为 42CrMo4 推荐回火温度：目标硬度 38 HRC，保温 2 小时';
    const { answer } = await drive(processParameters.procedure, whole, text);
    expect(answer).toMatchObject({ reason: 'unknown_material', setpoints: [] });
    expect(answer.text).toContain('AISI-SAE 4140');
  });
});

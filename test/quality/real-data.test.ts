import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addDataset } from '../../src/add.ts';
import type { DatasetDeclaration } from '../../src/catalog/declaration.ts';
import { openWorkspace } from '../../src/open.ts';
import { initWorkspace } from '../../src/workspace/folder/index.ts';
import { hasSharedData, sharedData } from '../shared-data.ts';

/** Quality report of a file that is added to a workspace of its own. */
async function reportOn(file: string, declaration: DatasetDeclaration) {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-quality-'));
  await initWorkspace(folder);
  const { entry } = await addDataset(folder, file, { declaration });
  const workspace = await openWorkspace(folder);
  onTestFinished(async () => {
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  });
  return { workspace, report: await workspace.quality.report(entry.id) };
}

describe.runIf(hasSharedData('steel-tempering'))('steel tempering', () => {
  it('is fit on the condition that the missing initial hardness is mentioned', async () => {
    const { report, workspace } = await reportOn(sharedData('steel-tempering', 'tempering.csv'), {
      fields: {
        steel_type: { role: 'group' },
        tempering_temperature: { role: 'setpoint' },
        final_hardness_post_tempering: { role: 'label' },
      },
    });
    // One steel in forty with much manganese or silicon is an alloy, not a code for missing.
    expect(report.findings.map(({ kind }) => kind)).not.toContain('repeated_extreme_value');
    const missing = report.findings.find(({ kind }) => kind === 'missing_values');
    expect(missing).toMatchObject({
      severity: 'major',
      fields: ['initial_hardness_post_quenching'],
      count: 949,
    });
    expect(report.verdict).toBe('fit_with_conditions');
    expect(report.brief.must_mention).toContainEqual({
      en: '`initial_hardness_post_quenching` has no value in 949 of 1466 records (64.7 %).',
      zh: '`initial_hardness_post_quenching` 缺值：1466 条记录中有 949 条（64.7 %）。',
    });
    expect(report.brief.use_for.map(({ en }) => en)).toContain(
      'Explaining or estimating the label `final_hardness_post_tempering` (1466 records with a value)',
    );
    expect(missing?.query && (await workspace.tables.query(missing.query)).matched).toBe(949);
  });
});

describe.runIf(hasSharedData('ai4i2020'))('AI4I 2020', () => {
  it('is complete, with 339 failures among 10,000', async () => {
    const { report } = await reportOn(sharedData('ai4i2020', 'ai4i2020.csv'), {
      license: 'CC-BY-4.0',
      fields: {
        product_id: { role: 'identifier' },
        type: { role: 'group' },
        torque: { role: 'measurement', range: { min: 0, max: 100 } },
        machine_failure: { role: 'label' },
      },
    });
    const value = (id: string, field?: string) => {
      const one = report.measures.find((candidate) => candidate.id === id && candidate.field === field);
      return one?.result.status === 'measured' ? [one.result.numerator, one.result.denominator] : one?.result;
    };
    expect(value('record_completeness')).toEqual([10_000, 10_000]);
    expect(value('duplicate_records')).toEqual([0, 10_000]);
    expect(value('identifier_uniqueness', 'product_id')).toEqual([10_000, 10_000]);
    expect(value('range_validity', 'torque')).toEqual([10_000, 10_000]);
    expect(value('class_balance', 'machine_failure')).toEqual([339, 9661]);
    expect(value('time_completeness')).toMatchObject({ reason: 'no_time_field' });
    expect(report.gates.every(({ passed }) => passed === true)).toBe(true);
    expect(report.findings.find(({ kind }) => kind === 'class_imbalance')?.severity).toBe('minor');
  });
});

describe.runIf(hasSharedData('steel-industry-energy'))('steel industry energy', () => {
  it('tells that its dates put the day first, and has a complete grid of quarters of an hour', async () => {
    const { report } = await reportOn(sharedData('steel-industry-energy', 'Steel_industry_data.csv'), {
      fields: { date: { role: 'time', interval: 900 } },
    });
    const order = report.findings.find(
      ({ id }) => id.startsWith('read_as') && id.endsWith('date_order_recognised'),
    );
    expect(order).toMatchObject({ severity: 'info', fields: ['date'] });
    const complete = report.measures.find(({ id }) => id === 'time_completeness');
    expect(complete?.result).toMatchObject({ status: 'measured', value: 1 });
  });
});

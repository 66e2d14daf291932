import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { addDataset } from '../../../src/add.ts';
import type { DatasetDeclaration } from '../../../src/catalog/declaration.ts';
import { openWorkspace } from '../../../src/open.ts';
import { initWorkspace } from '../../../src/workspace/folder/index.ts';
import { hasSharedData, sharedData } from '../../shared-data.ts';
import { findingsOf } from './report.ts';

/** Quality report of a file or folder that is added to a workspace of its own. */
async function reportOn(source: string, declaration: DatasetDeclaration) {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-tables-'));
  await initWorkspace(folder);
  const { entry } = await addDataset(folder, source, { declaration });
  const workspace = await openWorkspace(folder);
  onTestFinished(async () => {
    await workspace.close();
    await rm(folder, { recursive: true, force: true });
  });
  const report = await workspace.quality.report(entry.id);
  return { workspace, report, ...findingsOf(report) };
}

describe.runIf(hasSharedData('fmea-mining-truck'))('the FMEA of a mining truck', () => {
  it('has one wrong risk priority number, which the declared rule finds', async () => {
    const { report } = await reportOn(sharedData('fmea-mining-truck', 'fmea_dataset_filled.csv'), {
      rules: [{ id: 'rpn', condition: 'rpn = severity * occurrence * detection' }],
    });
    const violations = report.findings.filter(({ kind }) => kind === 'rule_violation');
    // Line 289 of the file, of which the first is the header.
    expect(violations).toMatchObject([
      { id: 'rule_violation:fmea_dataset_filled:rpn', count: 1, rows: [288] },
    ]);
  });
});

describe.runIf(hasSharedData('ai4i2020'))('AI4I 2020', () => {
  const labels = ['machine_failure', 'twf', 'hdf', 'pwf', 'osf', 'rnf'];
  const fields = Object.fromEntries(labels.map((id) => [id, { role: 'label' as const }]));

  it('breaks the rule that a failure has a mode, and a mode a failure, in 27 records', async () => {
    const { finding } = await reportOn(sharedData('ai4i2020', 'ai4i2020.csv'), {
      fields: { ...fields, udi: { role: 'identifier' }, product_id: { role: 'identifier' } },
      rules: [{ id: 'modes', condition: 'machine_failure = max(twf, hdf, pwf, osf, rnf)' }],
    });
    expect(finding('rule_violation')).toMatchObject({ count: 27, severity: 'minor' });
  });

  it('shows the same 27 where no rule is declared, 9 without a mode and 18 that are not marked', async () => {
    const { report } = await reportOn(sharedData('ai4i2020', 'ai4i2020.csv'), {
      fields: { ...fields, udi: { role: 'identifier' }, product_id: { role: 'identifier' } },
    });
    const conflicts = report.findings.filter(({ kind }) => kind === 'label_conflict');
    expect(conflicts).toMatchObject([
      {
        fields: ['machine_failure'],
        count: 27,
        rows: [1222, 1303, 1438, 1749, 2073, 2560, 2750, 3066, 3453, 4045],
        message: {
          en: expect.stringContaining('9 have it without any of them, 18 have one of them without it'),
        },
      },
    ]);
    expect(report.findings.map(({ kind }) => kind)).not.toContain('suspect_labels');
  });
});

describe.runIf(hasSharedData('bearing-vibration-mfpt'))('the published bearing frequencies', () => {
  it('keep one identity and break the other', async () => {
    const folder = sharedData('bearing-vibration-mfpt', 'real_train');
    const names = (await readdir(folder)).filter((name) => name.endsWith('_metadata.json'));
    const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
    const source = join(await mkdtemp(join(tmpdir(), 'zhuji-bearing-')), 'bearings.ndjson');
    await writeFile(source, texts.map((text) => JSON.stringify(JSON.parse(text))).join('\n'));
    onTestFinished(() => rm(join(source, '..'), { recursive: true, force: true }));
    // The bearing has 8 rolling elements.
    const { report } = await reportOn(source, {
      rules: [
        { id: 'sum', condition: 'bpfo + bpfi = 8 * shaft_speed', tolerance: 0.01 },
        { id: 'cage', condition: 'bpfo = 8 * ftf', tolerance: 0.01 },
      ],
    });
    const violations = report.findings.filter(({ kind }) => kind === 'rule_violation');
    expect(violations).toMatchObject([{ id: 'rule_violation:bearings:cage', count: 4 }]);
  });
});

describe.runIf(hasSharedData('injection-moulding-quality'))('injection moulding', () => {
  it('has 365 records in class 4 and not the 360 of its readme', async () => {
    const { finding } = await reportOn(sharedData('injection-moulding-quality', 'data.csv'), {
      fields: { quality: { role: 'label', classes: { 1: 370, 2: 406, 3: 310, 4: 360 } } },
      rows: 1451,
    });
    expect(finding('class_count_differs')).toMatchObject({
      fields: ['quality'],
      count: 5,
      message: { en: expect.stringContaining('“4” has 365 records and not 360') },
    });
    expect(finding('truncated')).toBeUndefined();
  });
});

describe.runIf(hasSharedData('steel-tempering'))('steel tempering', () => {
  it('repeats nine conditions, with hardness that differs by up to 2.4 HRC', async () => {
    const { finding } = await reportOn(sharedData('steel-tempering', 'tempering.csv'), {
      fields: {
        steel_type: { role: 'group' },
        tempering_temperature: { role: 'setpoint' },
        tempering_time: { role: 'setpoint' },
        final_hardness_post_tempering: { role: 'label' },
      },
    });
    expect(finding('repeated_condition')).toMatchObject({
      severity: 'info',
      fields: ['final_hardness_post_tempering'],
      count: 18,
      magnitude: { value: 2.4, unit: 'HRC' },
      message: { en: expect.stringMatching(/^9 conditions/) },
    });
  });
});

describe.runIf(hasSharedData('assetopsbench-chiller'))('the tables of a chiller', () => {
  it('name two meters and two failure codes that no table has', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'zhuji-chiller-'));
    onTestFinished(() => rm(folder, { recursive: true, force: true }));
    const files = ['alert_events', 'alert_rule', 'alert_rule_meter_mapping', 'meter', 'failure_codes'];
    for (const name of [...files, 'all_wo_with_code_component_events']) {
      await copyFile(sharedData('assetopsbench-chiller', `${name}.csv`), join(folder, `${name}.csv`));
    }
    const { report } = await reportOn(folder, {
      fields: {
        'alert_events.rule_id': { references: 'alert_rule.rule_id' },
        'alert_rule_meter_mapping.meter': { references: 'meter.meter' },
        'all_wo_with_code_component_events.secondary_code': { references: 'failure_codes.secondary_code' },
      },
    });
    const dangling = report.findings.filter(({ kind }) => kind === 'dangling_reference');
    expect(dangling.map(({ id, count }) => [id, count]).toSorted()).toEqual([
      ['dangling_reference:alert_rule_meter_mapping:meter', 2],
      ['dangling_reference:all_wo_with_code_component_events:secondary_code', 2],
    ]);
    expect(dangling.flatMap(({ message }) => message.en ?? []).join()).toMatch(
      /MT001c.*MT017a|MT017a.*MT001c/,
    );
  });
});

import { describe, expect, it } from 'vitest';
import { checkDataset } from '../../../src/quality/index.ts';
import { hasSharedData, sharedData } from '../../shared-data.ts';
import { importedTable } from '../imported-table.ts';
import { madeDataset } from '../made-dataset.ts';

const ofKind = (report: Awaited<ReturnType<typeof checkDataset>>, kind: string) =>
  report.findings.filter((finding) => finding.kind === kind);

describe('similar_entities', () => {
  it('names the spellings, counts the records of the rarer ones, and gives a query that shows them', async () => {
    const names = ['Hydraulic Pump', 'hydraulic pump', 'Fan', 'Hydraulic Pump', 'Pump, Hydraulic'];
    const made = await madeDataset({
      fields: [{ id: 'machine', type: 'string', role: 'group' }],
      rows: names.map((name) => [name]),
    });
    const [finding, ...others] = ofKind(await checkDataset('made', made), 'similar_entities');
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'minor',
      fields: ['machine'],
      count: 2,
      rows: [2, 5],
      confidence: 0.95,
    });
    expect(finding?.message.en).toContain('“Hydraulic Pump” = “hydraulic pump” = “Pump, Hydraulic”');
    const shown = finding?.query && (await made.tables.query(finding.query));
    expect(shown?.matched).toBe(4);
  });

  it('is major for a label, whose classes it splits', async () => {
    const made = await madeDataset({
      fields: [{ id: 'fault', type: 'string', role: 'label' }],
      rows: ['OK', 'ok', 'NG', 'OK'].map((label) => [label]),
    });
    expect(ofKind(await checkDataset('made', made), 'similar_entities')).toMatchObject([
      { severity: 'major', count: 1 },
    ]);
  });

  it('says that more names than the cap are not compared', async () => {
    const rows = Array.from({ length: 20_001 }, (_, row) => [`part ${row}`]);
    const made = await madeDataset({ fields: [{ id: 'part', type: 'string', role: 'identifier' }], rows });
    const report = await checkDataset('made', made);
    expect(
      report.measures.find(({ id, field }) => id === 'duplicate_entities' && field === 'part')?.result,
    ).toMatchObject({
      status: 'not_measured',
      reason: 'too_many_values',
    });
    expect(report.thresholds['most_entities']).toBe(20_000);
  });

  it('says nothing of free text', async () => {
    const rows = ['Pump leaks', 'pump leaks!', 'Fan hot', 'belt worn'].map((text) => [text]);
    const made = await madeDataset({ fields: [{ id: 'note', type: 'string' }], rows });
    expect(ofKind(await checkDataset('made', made), 'similar_entities')).toEqual([]);
  });
});

describe('invalid_code', () => {
  it('says how the codes are wrong, and where', async () => {
    const made = await madeDataset({
      fields: [{ id: 'supplier', type: 'string', declared: { codeSystem: 'uscc' } }],
      rows: ['91330100799655058B', '91330100799655058C', '9133010079965505', null, '91330100799655058C'].map(
        (code) => [code],
      ),
    });
    const report = await checkDataset('made', made);
    const [finding] = ofKind(report, 'invalid_code');
    expect(finding).toMatchObject({
      severity: 'major',
      count: 3,
      rows: [2, 3, 5],
      repair: { action: 'set_missing' },
    });
    expect(finding?.message.en).toContain('wrong length 1, wrong check character 2');
    expect(finding?.message.zh).toContain('校验码不符 2');
    expect(report.brief.do_not_use_for.some(({ en }) => en?.includes('`supplier`'))).toBe(true);
  });

  it('does not guess: without a declared system nothing is checked', async () => {
    const made = await madeDataset({ fields: [{ id: 'gtin', type: 'integer' }], rows: [[4006381333932]] });
    const report = await checkDataset('made', made);
    expect(ofKind(report, 'invalid_code')).toEqual([]);
    expect(report.measures.find(({ id }) => id === 'code_validity')?.result).toMatchObject({
      reason: 'no_declared_code_system',
    });
  });
});

describe.skipIf(!hasSharedData('assetopsbench-chiller'))('chiller work orders', () => {
  it.each([
    [
      'all_wo_with_code_component_events.csv',
      { wo_id: 'identifier', primary_code: 'label', equipment_id: 'group' },
    ],
    ['failure_codes.csv', { primary_code: 'group', secondary_code: 'identifier' }],
    ['meter.csv', { meter: 'identifier' }],
  ] as const)('codes and names of %s are no slips of one another', async (file, roles) => {
    const findings = ofKind(
      await checkDataset('made', await importedTable(sharedData('assetopsbench-chiller', file), roles)),
      'similar_entities',
    );
    expect(findings.map(({ message }) => message.en)).toEqual([]);
  });
});

describe.skipIf(!hasSharedData('fmea-mining-truck'))('the FMEA of a mining truck', () => {
  it('writes failure modes and controls in several ways', async () => {
    const file = sharedData('fmea-mining-truck', 'fmea_dataset_filled.csv');
    const made = await importedTable(file, { potential_failure_mode: 'label' });
    const findings = ofKind(await checkDataset('made', made), 'similar_entities');
    const [modes] = findings.filter(({ fields }) => fields[0] === 'potential_failure_mode');
    expect(modes?.severity).toBe('major');
    expect(modes?.message.en).toContain('“Mechanical failure”');
    expect(findings.flatMap(({ fields }) => fields)).toContain('current_controls');
  });
});

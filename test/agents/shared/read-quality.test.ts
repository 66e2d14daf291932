import { describe, expect, it } from 'vitest';
import { processParameters } from '../../../agents/index.ts';
import { conditionsOf, passes } from '../../../agents/shared/read-quality.ts';
import { drive } from '../drive.ts';
import { temperingPlant } from '../tempering-plant.ts';

describe('safe filters', () => {
  it.each([
    ['in', ['L', 'M'], 'L', true],
    ['in', ['L', 'M'], 'H', false],
    ['not_in', [1, 2], 3, true],
    ['not_in', [1, 2], 2, false],
    ['between', [1, 3], 3, true],
    ['between', [1, 3], 3.1, false],
    ['not_between', [10, 20], 9, true],
    ['not_between', [10, 20], 10, false],
    ['between', [1, 3], '2', false],
    ['between', [1], 1, false],
    ['<', [1], 0, false],
    ['not_in', [1], null, false],
  ])('%s %j lets %j through: %s', (op, value, cell, expected) => {
    expect(passes({ op, value }, cell)).toBe(expected);
  });

  it('of rows reach the query where they are asked for', () => {
    const filter = { recordSet: 'a', field: 'row', op: 'not_in', value: [1, 2] };
    expect(conditionsOf([filter], 'a', ['x', 'row'])).toEqual([
      { field: 'row', op: 'not_in', value: [1, 2] },
    ]);
    expect(conditionsOf([filter], 'a', ['x'])).toEqual([]);
  });

  it('keep records out of what an answer rests on', async () => {
    const workspace = await temperingPlant();
    const question = 'What hardness does 42CrMo4 get after 2 h at 500 °C?';
    const { answer: all } = await drive(processParameters.procedure, workspace, question);
    const [first = 0, second = 0] = all.supporting_rows;
    expect(second).toBeGreaterThan(0);
    const quality: typeof workspace.quality = {
      async report(...about) {
        const report = await workspace.quality.report(...about);
        const filter = { recordSet: 'tempering', field: 'row', op: 'not_in', value: [first, second] };
        return { ...report, brief: { ...report.brief, safe_filters: [filter] } };
      },
    };
    const { answer } = await drive(processParameters.procedure, { ...workspace, quality }, question);
    expect(answer.status).toBe('answered');
    expect(answer.supporting_rows).not.toContain(first);
    expect(answer.supporting_rows).not.toContain(second);
    expect(answer.missing.map(({ code }) => code)).not.toContain('quality_verdict');
  });
});

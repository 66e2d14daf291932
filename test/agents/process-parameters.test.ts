import { describe, expect, it } from 'vitest';
import { processParameters, processParametersAnswer } from '../../agents/process-parameters/index.ts';
import type { QualityReport, Workspace } from '../../src/workspace/index.ts';
import { drive } from './drive.ts';
import { chineseColumns, limits, temperingPlant, trueHardness, trueTemperature } from './tempering-plant.ts';

const en = 'Recommend a tempering temperature for 42CrMo4 to reach 38 HRC after 2 h';
const zh = '为 42CrMo4 推荐回火温度：目标硬度 38 HRC，保温 2 小时';

async function ask(workspace: Workspace, question: string) {
  const { answer, calls } = await drive(processParameters.procedure, workspace, question);
  return { ...processParametersAnswer.parse(answer), calls };
}

const codes = (notes: readonly { readonly code: string }[]) => notes.map(({ code }) => code);
const temperatureIn = (answer: { setpoints: readonly { value: number }[] }) =>
  answer.setpoints[0]?.value ?? Number.NaN;

describe('a target and a holding time', () => {
  it('give the temperature that the data hold, with the rows, the window and its source', async () => {
    const workspace = await temperingPlant();
    const answer = await ask(workspace, en);
    const exact = trueTemperature('42CrMo4', 38, 2);
    expect(answer.status).toBe('answered');
    expect(Math.abs(temperatureIn(answer) - exact)).toBeLessThan(3);
    expect(answer.setpoints[0]).toMatchObject({ parameter: 'tempering_temperature', unit: '°C' });
    expect(answer.setpoints[0]?.interval?.[0]).toBeLessThanOrEqual(exact);
    expect(answer.setpoints[0]?.interval?.[1]).toBeGreaterThanOrEqual(exact);
    expect(answer.expected?.value).toBeCloseTo(38, 0);
    expect(answer.sensitivity?.value).toBeCloseTo(-0.003 * 10 * (20 + Math.log10(2)), 1);
    expect(answer.window).toMatchObject({ min: 180, max: 680, unit: '°C' });
    expect(answer.missing).toEqual([]);

    const rows = await workspace.tables.query({
      dataset: 'tempering',
      select: [{ field: 'steel' }, { field: 'tempering_temperature' }],
      where: [{ field: 'row', op: 'in', value: answer.supporting_rows }],
      order: [],
      limit: 50,
      offset: 0,
    });
    expect(rows.rows.length).toBe(answer.supporting_rows.length);
    expect(answer.supporting_rows.length).toBeGreaterThan(1);
    for (const [steel, temperature] of rows.rows) {
      expect(steel).toBe('42CrMo4');
      expect(Math.abs(Number(temperature) - exact)).toBeLessThan(120);
    }
    for (const { document, start, end } of answer.citations) {
      const cited = await workspace.knowledge.read(document, { start, end });
      expect(cited.text).toMatch(/^\|.*(tempering_temperature|hollomon_jaffe|tolerance).*\|$/);
    }
    expect(answer.citations.length).toBe(4);
  });

  it('lead to the same numbers in Chinese and English, each in its language', async () => {
    const workspace = await temperingPlant();
    const [english, chinese] = [await ask(workspace, en), await ask(workspace, zh)];
    const numbers = ({ setpoints, expected, sensitivity, reachable, supporting_rows }: typeof english) => ({
      setpoints,
      expected,
      sensitivity,
      reachable,
      supporting_rows,
    });
    expect(numbers(chinese)).toEqual(numbers(english));
    expect(chinese.window?.min).toBe(english.window?.min);
    expect(english.text).toMatch(/^Temper 42CrMo4/);
    expect(chinese.text).toMatch(/42CrMo4 建议在/);
    expect(chinese.text).not.toMatch(/\b(the|of|and)\b/);
    expect(english.text).not.toMatch(/\p{Script=Han}/u);
  });

  it('are read in any unit, and the conversion is said', async () => {
    const workspace = await temperingPlant();
    const hours = await ask(workspace, en);
    const minutes = await ask(workspace, 'Tempering temperature for 42CrMo4, 38 HRC, 120 min?');
    const seconds = await ask(workspace, '42CrMo4 回火到 38HRC，保温 7200 秒，温度多少？');
    expect(temperatureIn(minutes)).toBe(temperatureIn(hours));
    expect(temperatureIn(seconds)).toBe(temperatureIn(hours));
    expect(minutes.derivation[0]).toBe('120 min = 2 h');
  });

  it('are answered from columns with Chinese names, in kelvin and minutes', async () => {
    const workspace = await temperingPlant({ columns: chineseColumns });
    const answer = await ask(workspace, zh);
    expect(answer.setpoints[0]).toMatchObject({ parameter: '回火温度', unit: 'K' });
    expect(Math.abs(temperatureIn(answer) - 273.15 - trueTemperature('42CrMo4', 38, 2))).toBeLessThan(3);
    expect(answer.expected?.quantity).toBe('回火后硬度');
    expect(answer.window).toMatchObject({ min: 453.1, unit: 'K' });
  });
});

describe('a temperature and a holding time', () => {
  it('give the hardness', async () => {
    const answer = await ask(await temperingPlant(), 'What hardness does C45 get after 2 h at 525 °C?');
    const exact = trueHardness('C45', 525, 2);
    expect(Math.abs((answer.expected?.value ?? 0) - exact)).toBeLessThan(0.5);
    expect(answer.expected?.interval?.[0]).toBeLessThanOrEqual(exact);
    expect(answer.expected?.interval?.[1]).toBeGreaterThanOrEqual(exact);
  });

  it('may be in °F and K', async () => {
    const workspace = await temperingPlant();
    const celsius = await ask(workspace, 'Hardness of C45 after 2 h at 550 °C?');
    const fahrenheit = await ask(workspace, 'Hardness of C45 after 2 h at 1022 °F?');
    const kelvin = await ask(workspace, 'C45 在 823.15 K 回火 2 小时，硬度多少？');
    expect(fahrenheit.expected).toEqual(celsius.expected);
    expect(kelvin.expected).toEqual(celsius.expected);
    expect(fahrenheit.text).toContain('1022 °F = 550 °C');
  });

  it('are compared with a target that is named', async () => {
    const workspace = await temperingPlant();
    const near = await ask(workspace, 'Does 42CrMo4 at 550 °C for 2 h reach 28 HRC hardness?');
    const far = await ask(workspace, 'Does 42CrMo4 at 550 °C for 2 h reach 40 HRC hardness?');
    expect(near.text).toContain('This meets 28 HRC');
    expect(far.text).toContain('This does not meet 40 HRC');
  });
});

it('gives the holding time for a temperature and a target', async () => {
  const workspace = await temperingPlant();
  const hardness = trueHardness('42CrMo4', 500, 1.5).toFixed(2);
  const answer = await ask(
    workspace,
    `How long must 42CrMo4 be tempered at 500 °C to reach ${hardness} HRC?`,
  );
  expect(answer.setpoints[1]?.parameter).toBe('tempering_time');
  expect(Math.log10((answer.setpoints[1]?.value ?? 0) / 1.5)).toBeCloseTo(0, 0.8);
});

describe('limits', () => {
  it('come from the documents: a lower maximum turns the answer into a conflict', async () => {
    const workspace = await temperingPlant({ english: { ...limits, tempering_temperature_max: 350 } });
    const answer = await ask(workspace, en);
    expect(temperatureIn(await ask(await temperingPlant(), en))).toBeGreaterThan(350);
    expect(answer).toMatchObject({ status: 'declined', reason: 'conflict', setpoints: [] });
    expect(answer.text).toContain('350 °C');
    expect(answer.reachable?.min).toBeCloseTo(trueHardness('42CrMo4', 350, 2), 0);
  });

  it('are met within the tolerance where that suffices', async () => {
    const max = Math.floor(trueTemperature('42CrMo4', 38, 2)) - 10;
    const answer = await ask(
      await temperingPlant({ english: { ...limits, tempering_temperature_max: max } }),
      en,
    );
    expect(temperatureIn(answer)).toBe(max);
    expect(codes(answer.warnings)).toContain('moved_to_limit');
  });

  it('warn of the embrittlement range where the documents put it', async () => {
    const exact = trueTemperature('42CrMo4', 38, 2);
    const here = { ...limits, temper_embrittlement_min: exact - 5, temper_embrittlement_max: exact + 90 };
    const inside = await ask(await temperingPlant({ english: here }), en);
    const outside = await ask(await temperingPlant(), en);
    expect(codes(inside.warnings)).toContain('embrittlement');
    expect(inside.text).toMatch(/The edge at [\d.]+ °C would give [\d.]+ HRC/);
    expect(codes(outside.warnings)).not.toContain('embrittlement');
    expect(temperatureIn(inside)).toBe(temperatureIn(outside));
  });

  it('of the question count beside those of the plant', async () => {
    const answer = await ask(await temperingPlant(), `${en}, but stay below 300 °C`);
    expect(answer).toMatchObject({ status: 'declined', reason: 'conflict' });
    expect(answer.text).toContain('the question sets an upper limit of 300 °C');
  });

  it('of the holding time are told and cited', async () => {
    const answer = await ask(await temperingPlant({ english: { ...limits, tempering_time_max: 1.5 } }), en);
    expect(codes(answer.warnings)).toContain('outside_window');
    expect(answer.text).toContain('outside the limit of 1.5 h');
    expect(answer.citations).toHaveLength(5);
  });

  it('on which documents disagree are taken with caution, and the dispute is told', async () => {
    const answer = await ask(
      await temperingPlant({ chinese: { ...limits, tempering_temperature_max: 600 } }),
      en,
    );
    expect(answer.window?.max).toBe(600);
    expect(codes(answer.warnings)).toContain('documents_disagree');
  });
});

describe('without a document', () => {
  it('it uses the rows of the same time alone, and says what is missing', async () => {
    const answer = await ask(await temperingPlant({ english: null }), en);
    expect(answer.status).toBe('answered');
    expect(Math.abs(temperatureIn(answer) - trueTemperature('42CrMo4', 38, 2))).toBeLessThan(25);
    expect(codes(answer.missing)).toEqual([
      'hollomon_jaffe_constant',
      'tempering_temperature_window',
      'temper_embrittlement',
    ]);
    expect(answer.window).toBeNull();
    expect(answer.citations).toEqual([]);
  });

  it('of its own, it takes one that names no dataset and says so, and none of another dataset', async () => {
    const unnamed = await ask(await temperingPlant({ datasets: '' }), en);
    expect(unnamed.window?.max).toBe(680);
    expect(codes(unnamed.warnings)).toContain('undeclared_document');
    const foreign = await ask(await temperingPlant({ datasets: 'datasets: [forge]\n' }), en);
    expect(foreign.window).toBeNull();
    expect(codes(foreign.missing)).toContain('hollomon_jaffe_constant');
  });

  it('it does not convert a time that nobody measured', async () => {
    const workspace = await temperingPlant({ english: null });
    const answer = await ask(workspace, 'Tempering temperature for 42CrMo4, 38 HRC, 3 h?');
    expect(answer).toMatchObject({ status: 'declined', reason: 'insufficient_data', setpoints: [] });
    expect(answer.text).toContain('30 min, 1 h, 2 h, 4 h');
    const documented = await ask(await temperingPlant(), 'Tempering temperature for 42CrMo4, 38 HRC, 3 h?');
    expect(Math.abs(temperatureIn(documented) - trueTemperature('42CrMo4', 38, 3))).toBeLessThan(3);
  });
});

describe('it declines, without a number,', () => {
  const none = { setpoints: [], expected: null, sensitivity: null };

  it('where no dataset is there, or none with these columns', async () => {
    const empty = await ask(await temperingPlant({ data: null }), en);
    expect(empty).toMatchObject({ status: 'declined', reason: 'no_data', ...none });
    expect(codes(empty.missing)).toEqual(['dataset']);
    const other = await ask(
      await temperingPlant({ data: 'Part,Torque [Nm]\nA1,40.5\nA2,38.2\nA3,50\n' }),
      en,
    );
    expect(other).toMatchObject({ status: 'declined', reason: 'no_data', ...none });
    expect(codes(other.missing)).toEqual(['fields']);
    for (const answer of [empty, other]) expect(answer.text).not.toMatch(/\d/);
  });

  it('where the steel is not among the data, and lists those that are', async () => {
    const workspace = await temperingPlant();
    const answer = await ask(workspace, en.replace('42CrMo4', '100Cr6'));
    expect(answer).toMatchObject({ status: 'declined', reason: 'unknown_material', ...none });
    expect(answer.text).toContain('"100Cr6"');
    expect(answer.text).toContain('42CrMo4, C45');
  });

  it('where the target is outside the data, and gives what can be reached', async () => {
    const answer = await ask(await temperingPlant(), en.replace('38', '64'));
    expect(answer).toMatchObject({ status: 'declined', reason: 'out_of_range', ...none });
    expect(answer.reachable?.max).toBeCloseTo(trueHardness('42CrMo4', 200, 2), 0);
    expect(answer.text).toContain('not extrapolated');
  });

  it.each([
    ['Hardness of C45 after 2 h at 900 °C?', 'out_of_range'],
    ['Tempering temperature for C45, 40 HRC, 100 h?', 'out_of_range'],
    ['Temper 42CrMo4 to 38 HRC and at least 45 HRC, 2 h', 'conflict'],
    ['42CrMo4 回火 2 小时，不低于 500 °C 且不超过 400 °C，硬度 38 HRC', 'conflict'],
    ['Temper C45 to 300 HV, 2 h', 'insufficient_data'],
    ['Recommend a tempering temperature for 38 HRC after 2 h', 'incomplete_question'],
    ['How should 42CrMo4 be tempered?', 'incomplete_question'],
    ['Which bearing of the spindle is damaged?', 'out_of_scope'],
    ['主轴轴承有什么故障？', 'out_of_scope'],
  ])('%s: %s', async (question, reason) => {
    expect(await ask(await temperingPlant(), question)).toMatchObject({
      status: 'declined',
      reason,
      ...none,
    });
  });
});

describe('the quality report', () => {
  const withReport = async (change: Partial<QualityReport>) => {
    const workspace = await temperingPlant();
    const report = await workspace.quality.report('tempering');
    return { ...workspace, quality: { report: async () => ({ ...report, ...change }) } };
  };

  it('that calls the data unfit ends it', async () => {
    const answer = await ask(await withReport({ verdict: 'unfit' }), en);
    expect(answer).toMatchObject({ status: 'declined', reason: 'unfit_data', setpoints: [] });
    expect(codes([...answer.calls.map(({ name }) => ({ code: name }))])).not.toContain('search_knowledge');
  });

  it('is repeated, and its filters are applied', async () => {
    const brief = {
      use_for: [],
      do_not_use_for: [],
      must_mention: [{ en: 'Sensor replaced in May.', zh: '五月更换过传感器。' }],
      safe_filters: [
        { recordSet: 'tempering', field: 'tempering_temperature', op: '<=', value: 450 },
        { recordSet: 'tempering', field: 'quench_hardness', op: '>', value: 99 },
      ],
    };
    const answer = await ask(await withReport({ brief }), 'Hardness of C45 after 2 h at 550 °C?');
    expect(answer.text).toContain('450 °C');
    expect(answer.reason).toBe('out_of_range');
    const chinese = await ask(await withReport({ brief }), 'C45 在 400 °C 回火 2 小时，硬度多少？');
    expect(chinese.text).toContain('五月更换过传感器。');
  });
});

it('names no number in its text that neither a tool, the question nor the answer has', async () => {
  const workspace = await temperingPlant();
  for (const question of [en, zh, 'What hardness does C45 get after 2 h at 525 °C?']) {
    const { text, calls: _, ...answer } = await ask(workspace, question);
    const derived = JSON.stringify(answer);
    for (const number of text.match(/(?<![A-Za-z\d.])\d+(?:\.\d+)?(?![A-Za-z])/g) ?? []) {
      expect(`${derived} ${question}`).toContain(number);
    }
  }
});

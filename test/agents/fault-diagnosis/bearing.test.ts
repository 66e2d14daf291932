import { describe, expect, test } from 'vitest';
import { type FaultDiagnosisAnswer, faultDiagnosis } from '../../../agents/index.ts';
import { defectFrequencies } from '../../../src/methods/index.ts';
import { simulateBearing } from '../../../src/simulation/index.ts';
import { ask, connectToPlant, simulated } from '../plant.ts';

const simulation = simulateBearing({ seed: 11, measurements: 24 });
const english = (text: string, path: string) => (path.endsWith('.en.md') ? text : undefined);
const faulty = (fault: string) => simulation.truth.find((one) => one.fault === fault)?.measurement ?? '';
const about = (measurement: string) =>
  `Which bearing fault does measurement ${measurement} of the dataset bearing show?`;
const present = ({ faults }: FaultDiagnosisAnswer) =>
  faults.filter(({ verdict }) => verdict === 'present').map(({ code }) => code);

describe('a bearing measurement', () => {
  test('shows the fault that was simulated, in either language', async () => {
    const connection = await connectToPlant(await simulated(simulation));
    const wrong: string[] = [];
    for (const [place, { measurement, fault }] of simulation.truth.entries()) {
      const question =
        place % 2 ? about(measurement) : `数据集 bearing 的测量 ${measurement} 显示什么轴承故障？`;
      const { answer, text } = await ask(faultDiagnosis, connection, question);
      const expected = fault === 'none' ? [] : [fault];
      if (present(answer).join() !== expected.join())
        wrong.push(`${measurement}: ${fault}, got ${present(answer)}`);
      expect(answer.faults.map(({ code }) => code)).toEqual(['BPFO', 'BPFI', 'BSF']);
      expect(answer.faults.map(({ verdict }) => verdict)).not.toContain('not_determinable');
      expect(answer.severity?.zone).toMatch(/^[ABCD]$/);
      expect(answer.missing).toEqual([]);
      expect(/\p{Script=Han}/u.test(text)).toBe(place % 2 === 0);
    }
    expect(wrong).toEqual([]);
  }, 120_000);

  test('is explained in the language of the question, its ratio without a unit', async () => {
    const connection = await connectToPlant(await simulated(simulation));
    const measurement = faulty('BPFO');
    const chinese = await ask(
      faultDiagnosis,
      connection,
      `数据集 bearing 的测量 ${measurement} 显示什么轴承故障？`,
    );
    const english = await ask(faultDiagnosis, connection, about(measurement));
    expect(chinese.text).toMatch(/下一步：先核对 .*(?:BPFO|BPFI|BSF) 谱线与包络谱本底之比 的读数/);
    expect(chinese.text).toMatch(/[\d.]+ 对限值 5）/);
    expect(JSON.stringify(chinese.answer)).not.toMatch(/line at|envelope floor|Hz with/);
    expect(english.text).toMatch(/line at .*(?:BPFO|BPFI|BSF) over the envelope floor first/);
    expect(english.text).toMatch(/[\d.]+ against 5\)/);
    for (const { answer } of [chinese, english])
      expect(answer.faults.flatMap(({ margins }) => margins.map(({ unit }) => unit))).not.toContain('1');
  });

  test('is judged from the documented geometry and the speed of its shaft', async () => {
    const connection = await connectToPlant(await simulated(simulation, english));
    const { answer } = await ask(faultDiagnosis, connection, about(faulty('BPFI')));
    const speed = Number(answer.record?.values['shaft_speed']);
    expect(speed).toBeGreaterThan(1000);
    const shown = answer.derivation.find((line) => line.startsWith('BPFI'));
    const [, n, d, D, angle] = /n = (.*), d = (.*) mm, D = (.*) mm, α = (.*)°/.exec(shown ?? '') ?? [];
    const geometry = {
      rollingElements: Number(n),
      ballDiameter: Number(d),
      pitchDiameter: Number(D),
      contactAngle: Number(angle),
    };
    expect(shown).toContain(` = ${defectFrequencies(geometry, speed / 60).bpfi} Hz `);
    const [margin] = answer.faults.find(({ code }) => code === 'BPFI')?.margins ?? [];
    expect(margin).toMatchObject({ relation: '>=', limit: 5 });
    expect(margin?.margin).toBeLessThan(0);
    expect(answer.evidence.datasets.map(({ record_set: set }) => set)).toEqual([
      'measurements',
      'envelope_peaks',
    ]);
  });

  test('gets another answer when the plant moves a number in its document', async () => {
    const measurement = faulty('BPFO');
    const moved = (from: RegExp, to: string) => async () =>
      (
        await ask(
          faultDiagnosis,
          await connectToPlant(
            await simulated(simulation, (text, path) => english(text, path)?.replace(from, to)),
          ),
          about(measurement),
        )
      ).answer;
    const strict = await moved(/(`minimum_prominence`[^|]*\| )5/, '$11000')();
    expect(present(strict)).toEqual([]);
    const zone = await moved(/\| A \| 0 \| 1.4 \|/, '| A | 0 | 90 |')();
    expect(zone.severity).toBeNull();
    const calm = await moved(/\| A \| 0 \| 1.4 (.*\n).*\n.*\n.*\n/, '| A | 0 | 90 $1')();
    expect(calm.severity?.zone).toBe('A');
    const other = await moved(/(\| (?:6205|ZJ-308|ZJ-7210) \| )\d+/g, '$13')();
    expect(present(other)).not.toContain('BPFO');
  });

  test('without geometry nothing is decided, and the answer names what is lacking', async () => {
    const sources = await simulated(simulation, (text, path) =>
      english(text, path)?.replace(/\| (6205|ZJ-308|ZJ-7210) \|.*\n/g, ''),
    );
    const { answer, text } = await ask(faultDiagnosis, await connectToPlant(sources), about(faulty('BSF')));
    expect(answer.status).toBe('declined');
    expect(new Set(answer.faults.map(({ verdict }) => verdict))).toEqual(new Set(['not_determinable']));
    expect(answer.missing.map(({ code }) => code)).toEqual(['bearing_geometry']);
    expect(answer.severity).not.toBeNull();
    expect(text).toMatch(/geometry of (6205|ZJ-308|ZJ-7210)/);
  });

  test('with documents that contradict each other, neither is believed', async () => {
    const sources = await simulated(simulation, (text, path) =>
      path.endsWith('.zh.md') ? text.replace(/(\| (?:6205|ZJ-308|ZJ-7210) \| )\d+/g, '$15') : text,
    );
    const { answer } = await ask(faultDiagnosis, await connectToPlant(sources), about(faulty('BPFO')));
    expect(present(answer)).toEqual([]);
    expect(answer.missing[0]).toMatchObject({
      code: 'bearing_geometry',
      text: expect.stringContaining('contradict each other'),
    });
  });

  test('that is not there, or not named, is asked for', async () => {
    const connection = await connectToPlant(await simulated(simulation, english));
    const gone = await ask(faultDiagnosis, connection, about('B-999'));
    expect(gone.answer.missing.map(({ code }) => code)).toEqual(['unknown_record']);
    const vague = await ask(faultDiagnosis, connection, 'What is wrong in the dataset bearing?');
    expect(vague.answer.missing.map(({ code }) => code)).toEqual(['no_record']);
  });
});

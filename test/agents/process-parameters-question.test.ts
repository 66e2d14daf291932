import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quantitiesIn } from '../../agents/process-parameters/question/quantities.ts';
import { readQuestion } from '../../agents/process-parameters/question/read-question.ts';

/** What is asked, in °C, h and the scale stated. */
function read(text: string) {
  const asked = readQuestion(text);
  return (
    asked && {
      goal: asked.goal,
      hardness: asked.hardness?.value,
      tolerance: asked.hardness?.tolerance,
      relation: asked.hardness?.relation,
      time: asked.time?.value,
      temperature: asked.temperature?.value,
      min: asked.temperatureMin?.value,
      max: asked.temperatureMax?.value,
    }
  );
}

describe('a question', () => {
  it.each([
    ['temper 4340 to 40 HRC in 90 minutes', { goal: 'temperature', hardness: 40, time: 1.5 }],
    ['4140H 回火到 38-42HRC，保温两小时', { goal: 'temperature', hardness: 40, tolerance: 2, time: 2 }],
    ['42CrMo4, 40 ± 1.5 HRC, 1 h 30 min', { goal: 'temperature', hardness: 40, tolerance: 1.5, time: 1.5 }],
    ['HRC40 的 4340 保温7,200秒', { goal: 'temperature', hardness: 40, time: 2 }],
    ['硬度为 38，保温半小时', { goal: 'temperature', hardness: 38, time: 0.5 }],
    ['hardness of 4340 after one hour at 1022°F', { goal: 'hardness', time: 1, temperature: 550 }],
    ['5160 在 823.15 K 回火 3600 s 的硬度', { goal: 'hardness', time: 1, temperature: 550 }],
    ['hold 2 h and 550 ºC for 1045, hardness?', { goal: 'hardness', time: 2, temperature: 550 }],
    ['How long at 550 ℃ until 4340 has 35 HRC?', { goal: 'time', hardness: 35, temperature: 550 }],
    ['at least 38 HRC for C45, 2 h', { goal: 'temperature', hardness: 38, relation: 'at_least' }],
    ['C45 硬度 40 HRC 以上，2 小时', { goal: 'temperature', hardness: 40, relation: 'at_least' }],
    ['at least 38 HRC, at most 42 HRC', { hardness: 40, tolerance: 2, relation: 'equal' }],
    ['40 HRC, not above 500 °C and no less than 300 °C', { hardness: 40, min: 300, max: 500 }],
    ['40 HRC，温度不低于 300 °C、不超过 932 °F', { hardness: 40, min: 300, max: 500 }],
    ['quenched from 850 °C to 58 HRC, tempered to 40 HRC', { goal: 'temperature', hardness: 40 }],
    ['860℃淬火后在 550度 回火 1小时，硬度多少', { goal: 'hardness', temperature: 550, time: 1 }],
  ])('%s', (text, expected) => {
    expect(read(text)).toMatchObject(expected);
  });

  it.each([
    'Which bearing fails?',
    'What annealing temperature gives 20 HRC?',
    '注塑温度 200 °C 时产品硬度如何？',
    'What is the temperature of the spindle?',
  ])('%s is about something else', (text) => {
    expect(read(text)).toBeNull();
  });

  it.each(['42CrMo4', '4140H', 'E52100', 'C45', 'AISI-SAE 1040', '0,31%C', '20MnCr5', 'X38CrMoV5-1', '45钢'])(
    'keeps the grade %s out of the quantities',
    (grade) => {
      const { found, rest } = quantitiesIn(`Temper ${grade} to 40 HRC for 2 h, at most 500 °C`);
      expect(found.map(({ value }) => value)).toEqual([40, 2, 500]);
      expect(rest).toContain(grade);
    },
  );

  it('names the two statements that exclude each other', () => {
    expect(readQuestion('40 HRC but at least 50 HRC')?.contradictions).toEqual([['40 HRC', '50 HRC']]);
    expect(readQuestion('40 HRC, below 300 °C, above 400 °C')?.contradictions).toHaveLength(1);
    expect(readQuestion('40 HRC, at most 42 HRC')?.contradictions).toEqual([]);
  });
});

it('reads any value in any unit as the same quantity', () => {
  const near = (a: number | undefined, b: number) => Math.abs((a ?? Number.NaN) - b) < 0.01;
  fc.assert(
    fc.property(
      fc.integer({ min: 100, max: 900 }),
      fc.integer({ min: 1, max: 6000 }),
      fc.constantFrom(' and ', ', ', '，', ' at '),
      (celsius, minutes, between) => {
        const temperatures = [
          `${celsius} °C`,
          `${celsius}℃`,
          `${(celsius + 273.15).toFixed(2)} K`,
          `${((celsius * 9) / 5 + 32).toFixed(1)} °F`,
          `${celsius} 摄氏度`,
        ];
        const times = [
          `${minutes} min`,
          `${minutes * 60} s`,
          `${minutes}分钟`,
          `${(minutes / 60).toFixed(5)} h`,
        ];
        for (const temperature of temperatures) {
          for (const time of times) {
            const asked = readQuestion(`temper C45 for ${time}${between}${temperature}`);
            expect(near(asked?.temperature?.value, celsius) && near(asked?.time?.value, minutes / 60)).toBe(
              true,
            );
          }
        }
      },
    ),
    { numRuns: 60 },
  );
});

it('never throws, and never reads a number that is not there', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
      const asked = readQuestion(`temper ${text}`);
      if (!/\d/.test(text.normalize('NFKC')) && !/[一二两三四五六七八九十半]|hour/i.test(text)) {
        expect(asked?.hardness ?? asked?.time ?? asked?.temperature ?? null).toBeNull();
      }
    }),
  );
});

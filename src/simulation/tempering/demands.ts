import type { SimulatedScenario } from '../simulation.ts';
import type { TemperingParameters } from './parameters.ts';

const specification = {
  source: 'knowledge/tempering/process.en.md, "Choosing temperature and time"',
} as const;

/** What it takes to choose setpoints from the trials of the shop. */
export function demands({ temperatureMin, temperatureMax }: TemperingParameters): SimulatedScenario {
  return {
    id: 'tempering-setpoints',
    title: { en: 'Setpoints for tempering', zh: '回火工艺参数设定' },
    description: {
      en: 'Choose temperature and time of tempering so that a steel reaches its target hardness, or predict the hardness, from trials of the same grade.',
      zh: '依据同钢号的试验数据选择回火温度与时间，使硬度达到目标；或预测回火后硬度。',
    },
    industry: 'heat treatment · 热处理',
    keywords: ['tempering', 'hardness', 'setpoint', '回火', '硬度', '工艺参数'],
    requirements: [
      {
        id: 'grade',
        kind: 'field',
        field: ['steel', 'grade', '钢号'],
        role: 'group',
        level: 'required',
        description: {
          en: 'The grade of each trial: trials of another grade do not count.',
          zh: '每次试验的钢号：其他钢号的试验不可用。',
        },
        ...specification,
      },
      {
        id: 'temperature',
        kind: 'field',
        field: ['tempering_temperature', '回火温度'],
        unit: 'Cel',
        level: 'required',
        description: { en: 'Tempering temperature, with its unit.', zh: '回火温度，含单位。' },
        ...specification,
      },
      {
        id: 'time',
        kind: 'field',
        field: ['tempering_time', '回火时间'],
        unit: 'h',
        level: 'required',
        description: { en: 'Time at temperature, with its unit.', zh: '保温时间，含单位。' },
        ...specification,
      },
      {
        id: 'hardness',
        kind: 'field',
        field: ['hardness', '硬度'],
        unit: 'HRC',
        role: 'label',
        level: 'required',
        description: {
          en: 'Hardness after tempering on the Rockwell C scale.',
          zh: '回火后洛氏硬度（HRC）。',
        },
        ...specification,
      },
      {
        id: 'trials',
        kind: 'volume',
        records: 10,
        per: ['steel', 'grade', '钢号'],
        level: 'required',
        description: { en: 'Ten trials of each grade.', zh: '每个钢号至少十次试验。' },
        source:
          'calculation: the prediction (src/methods/tempering) refuses fewer than 4 trials of a grade and warns below 10',
      },
      {
        id: 'window',
        kind: 'coverage',
        field: ['tempering_temperature', '回火温度'],
        range: { min: temperatureMin, max: temperatureMax, bins: 5 },
        level: 'required',
        description: {
          en: 'Trials in each fifth of the permitted window of temperature, since nothing is extrapolated.',
          zh: '允许温度范围的每个五分之一区段均有试验，因为不作外推。',
        },
        source: 'knowledge/tempering/process.en.md, "Process parameters" and "Choosing temperature and time"',
      },
      {
        id: 'hardness-complete',
        kind: 'quality',
        measure: 'value_completeness',
        field: ['hardness', '硬度'],
        op: '>=',
        value: 0.9,
        level: 'wanted',
        description: {
          en: 'Nine readings of hardness in ten are there; the soft end of the scale is lost otherwise.',
          zh: '硬度读数完整率不低于九成，否则缺失低硬度端。',
        },
        source: 'our own setting; from no standard',
      },
    ],
  };
}

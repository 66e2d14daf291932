import type { SimulatedScenario } from '../simulation.ts';
import type { BearingParameters } from './parameters.ts';

const source = (section: string): string => `knowledge/bearing/diagnosis.en.md, "${section}"`;

/** What it takes to name the defect of a bearing. */
export function demands({ types, lines }: BearingParameters): SimulatedScenario {
  return {
    id: 'bearing-diagnosis',
    title: { en: 'Diagnosis of rolling bearings', zh: '滚动轴承故障诊断' },
    description: {
      en: 'Name the defect of a bearing from the lines of its envelope spectrum, and the severity from the vibration velocity.',
      zh: '由包络谱谱线判断轴承缺陷类型，由振动速度判断烈度。',
    },
    industry: 'rotating machinery · 旋转机械',
    keywords: ['bearing', 'envelope spectrum', 'condition monitoring', '轴承', '包络谱', '状态监测'],
    requirements: [
      {
        id: 'shaft-speed',
        kind: 'field',
        field: ['shaft_speed', '轴转速'],
        unit: 'rpm',
        level: 'required',
        description: {
          en: 'Shaft speed of each measurement: all defect frequencies are multiples of it.',
          zh: '每次测量的轴转速：所有缺陷频率均为其倍数。',
        },
        source: source('Procedure'),
      },
      {
        id: 'frequency',
        kind: 'field',
        field: ['frequency', '频率'],
        unit: 'Hz',
        level: 'required',
        description: { en: 'Frequency of each envelope line.', zh: '包络谱各谱线的频率。' },
        source: source('Procedure'),
      },
      {
        id: 'amplitude',
        kind: 'field',
        field: ['amplitude', '幅值'],
        unit: 'm/s2',
        level: 'required',
        description: { en: 'Amplitude of each envelope line.', zh: '包络谱各谱线的幅值。' },
        source: source('Procedure'),
      },
      {
        id: 'floor',
        kind: 'field',
        field: ['envelope_floor', '包络谱本底'],
        unit: 'm/s2',
        level: 'required',
        description: {
          en: 'Floor of the envelope spectrum: a line counts by how far it stands out.',
          zh: '包络谱本底：谱线须突出于本底方可采信。',
        },
        source: source('Procedure'),
      },
      {
        id: 'velocity',
        kind: 'field',
        field: ['velocity_rms', '振动速度有效值'],
        unit: 'mm/s',
        level: 'required',
        description: { en: 'Vibration velocity, for the severity zone.', zh: '振动速度，用于判定烈度区域。' },
        source: `${source('Severity of vibration')}; zones as quoted from ISO 20816-3 (unverified)`,
      },
      {
        id: 'bearing-types',
        kind: 'coverage',
        field: ['bearing', '轴承'],
        values: types.map(({ name }) => name),
        level: 'required',
        description: {
          en: 'Measurements of every type of bearing whose geometry is known.',
          zh: '涵盖所有几何参数已知的轴承型号。',
        },
        source: source('Bearing geometry'),
      },
      {
        id: 'lines',
        kind: 'volume',
        records: lines,
        per: ['measurement', '测量编号'],
        level: 'required',
        description: {
          en: `The ${lines} strongest lines of each measurement.`,
          zh: `每次测量保留 ${lines} 条最强谱线。`,
        },
        source: source('Purpose and scope'),
      },
      {
        id: 'every-shift',
        kind: 'rate',
        field: ['measured_at', '测量时间'],
        interval: 8 * 3600,
        level: 'wanted',
        description: { en: 'A measurement every shift.', zh: '每班次一次测量。' },
        source: source('Purpose and scope'),
      },
    ],
  };
}

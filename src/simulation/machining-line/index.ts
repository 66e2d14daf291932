import { seeded } from '../../methods/random.ts';
import type { SimulatedDeclaration, Simulation } from '../simulation.ts';
import { demands } from './demands.ts';
import { documents } from './documents.ts';
import { generateEdgeCases, generateParts, type MachinedPart } from './generate.ts';
import { defaultParameters, type MachiningParameters } from './parameters.ts';
import type { FailureMode } from './record.ts';

export type { MachinedPart } from './generate.ts';
export { defaultParameters, type MachiningParameters } from './parameters.ts';
export { deducedModes, deducible, type FailureMode, type MachiningRecord, undeducible } from './record.ts';

export interface MachiningTruth {
  /** Failure modes of each row, in the order of the rows. */
  readonly modes: readonly (readonly FailureMode[])[];
}

export interface MachiningOptions {
  readonly seed: number;
  readonly rows?: number;
  readonly parameters?: MachiningParameters;
}

const id = 'machining-line';

const columns = [
  'Machine',
  'Type',
  'Air temperature [K]',
  'Process temperature [K]',
  'Rotational speed [rpm]',
  'Torque [Nm]',
  'Tool wear [min]',
];

function declaration(seed: number, rows: number, parameters: MachiningParameters): SimulatedDeclaration {
  return {
    id,
    title: { en: 'Machining line, controller records', zh: '机加工生产线控制器记录' },
    description: {
      en: 'One record for each milled part of a simulated line of eight machines: grade, temperatures, spindle speed, torque, tool wear. Limits and actions are in the process documents.',
      zh: '八台铣床的仿真生产线，每个零件一条记录：等级、温度、主轴转速、扭矩、刀具磨损。限值与处置见工艺文档。',
    },
    keywords: ['milling', 'spindle', 'fault diagnosis', '铣削', '主轴', '故障诊断'],
    version: '1',
    license: 'CC0-1.0',
    creator: 'Zhuji simulators',
    maturity: 'dataset',
    resourceType: 'realtime',
    generated: true,
    provenance: `zhuji machining-line simulator; seed ${seed}; ${rows} rows; limits ${JSON.stringify(parameters)}; after S. Matzka, AI4I 2020, doi:10.24432/C5HS5C`,
    card: {
      limitations: {
        en: 'Simulated, not measured: it stands in for no real machine or tool.',
        zh: '仿真数据，非实测，不代表任何真实机床或刀具。',
      },
      annotationRules: {
        en: 'It has no labels: the truth about faults is kept apart and not served.',
        zh: '不含标签：故障真值另行保存，不对外提供。',
      },
      targetScenarios: {
        en: 'Diagnosis of faults of a milling line.',
        zh: '铣削生产线故障诊断。',
      },
    },
    fields: {
      Machine: { title: { en: 'Machine', zh: '机床' }, role: 'group' },
      Type: { title: { en: 'Grade of the part', zh: '零件等级' }, role: 'group' },
      'Air temperature [K]': { title: { en: 'Air temperature', zh: '空气温度' }, role: 'measurement' },
      'Process temperature [K]': {
        title: { en: 'Process temperature', zh: '过程温度' },
        role: 'measurement',
      },
      'Rotational speed [rpm]': { title: { en: 'Spindle speed', zh: '主轴转速' }, role: 'measurement' },
      'Torque [Nm]': { title: { en: 'Spindle torque', zh: '主轴扭矩' }, role: 'measurement' },
      'Tool wear [min]': { title: { en: 'Tool wear', zh: '刀具磨损' }, role: 'measurement' },
    },
  };
}

/** A milling line whose failures follow published rules; labels stay in the truth. */
export function simulateMachiningLine(options: MachiningOptions): Simulation<MachiningTruth> {
  const { seed, rows = 3000, parameters = defaultParameters } = options;
  const parts = generateParts(seeded(seed), rows, parameters);
  return {
    dataset: {
      id,
      declaration: declaration(seed, rows, parameters),
      tables: [
        {
          id: 'records',
          columns,
          rows: parts.map(({ machine, record }) => [
            machine,
            record.grade,
            record.air,
            record.process,
            record.speed,
            record.torque,
            record.wear,
          ]),
        },
      ],
    },
    documents: documents(id, parameters),
    scenarios: [demands],
    truth: { modes: parts.map(({ modes }) => modes) },
  };
}

/** Fresh records with their truth, for asking about: half of them ordinary, half near a limit. */
export function machiningRecords(
  seed: number,
  count: number,
  parameters: MachiningParameters = defaultParameters,
): MachinedPart[] {
  const rng = seeded(seed);
  const edge = Math.floor(count / 2);
  return [...generateEdgeCases(rng, edge, parameters), ...generateParts(rng, count - edge, parameters)];
}

import type { SimulatedScenario } from '../simulation.ts';
import { grades } from './parameters.ts';

const limits = { source: 'knowledge/machining-line/fault-limits.en.md, "Fault limits"' } as const;

/** What it takes to tell the faults of a record. */
export const demands: SimulatedScenario = {
  id: 'machining-fault-diagnosis',
  title: { en: 'Fault diagnosis on the machining line', zh: '机加工生产线故障诊断' },
  description: {
    en: 'Tell from a record of the controller which faults it shows, by the limits of the line, and how near the others are.',
    zh: '依据生产线限值，由控制器记录判断出现了哪些故障，以及其他故障的接近程度。',
  },
  industry: 'machining · 机械加工',
  keywords: ['milling', 'fault diagnosis', 'tool wear', '铣削', '故障诊断', '刀具磨损'],
  requirements: [
    {
      id: 'grade',
      kind: 'coverage',
      field: ['type', 'grade', '等级'],
      values: [...grades],
      level: 'required',
      description: {
        en: 'Parts of all grades: the overstrain limit depends on the grade.',
        zh: '涵盖所有零件等级：过载限值取决于等级。',
      },
      ...limits,
    },
    {
      id: 'air-temperature',
      kind: 'field',
      field: ['air_temperature', '空气温度'],
      unit: 'K',
      level: 'required',
      description: { en: 'Air temperature, for HDF.', zh: '空气温度，用于 HDF。' },
      ...limits,
    },
    {
      id: 'process-temperature',
      kind: 'field',
      field: ['process_temperature', '过程温度'],
      unit: 'K',
      level: 'required',
      description: { en: 'Process temperature, for HDF.', zh: '过程温度，用于 HDF。' },
      ...limits,
    },
    {
      id: 'speed',
      kind: 'field',
      field: ['rotational_speed', '主轴转速'],
      unit: 'rpm',
      level: 'required',
      description: { en: 'Spindle speed, for HDF and PWF.', zh: '主轴转速，用于 HDF 与 PWF。' },
      ...limits,
    },
    {
      id: 'torque',
      kind: 'field',
      field: ['torque', '扭矩'],
      unit: 'N.m',
      level: 'required',
      description: { en: 'Spindle torque, for PWF and OSF.', zh: '主轴扭矩，用于 PWF 与 OSF。' },
      ...limits,
    },
    {
      id: 'tool-wear',
      kind: 'field',
      field: ['tool_wear', '刀具磨损'],
      unit: 'min',
      level: 'required',
      description: { en: 'Tool wear, for OSF.', zh: '刀具磨损，用于 OSF。' },
      ...limits,
    },
    {
      id: 'time',
      kind: 'field',
      field: ['time', 'timestamp', '时间'],
      role: 'time',
      level: 'wanted',
      description: {
        en: 'Time of each record: a random failure is to be reported when it happens again in the same shift.',
        zh: '每条记录的时间：随机故障在同一班次再次发生时须通知维修。',
      },
      ...limits,
    },
    {
      id: 'confirmed-faults',
      kind: 'labels',
      field: ['fault', 'failure_mode', '故障'],
      classes: ['HDF', 'PWF', 'OSF'],
      records: 30,
      level: 'wanted',
      description: {
        en: 'Thirty confirmed cases of each fault, to check the diagnosis.',
        zh: '每类故障三十个经确认的案例，用于检验诊断。',
      },
      source: 'calculation: with no miss in 30 cases the miss rate is below 3/30 = 10 % at 95 % confidence',
    },
  ],
};

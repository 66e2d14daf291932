import {
  deducedModes,
  deducible,
  defaultParameters,
  type MachiningRecord,
  machiningRecords,
  undeducible,
} from '../../../src/simulation/machining-line/index.ts';
import type { Scenario } from '../scenario.ts';

const inEnglish = (record: MachiningRecord) =>
  `Which faults does this machining line record show: type ${record.grade}, air temperature ${record.air} K, process temperature ${record.process} K, rotational speed ${record.speed} rpm, torque ${record.torque} Nm, tool wear ${record.wear} min?`;

const inChinese = (record: MachiningRecord) =>
  `机加工生产线的这条记录有哪些故障：类型 ${record.grade}，空气温度 ${record.air} K，过程温度 ${record.process} K，主轴转速 ${record.speed} rpm，扭矩 ${record.torque} Nm，刀具磨损 ${record.wear} min？`;

/** Records that the plant never logged, half of them near a limit, asked about in both languages in turn. */
export function machiningLineScenario(seed: number, count = 32): Scenario {
  return {
    id: 'machining-line',
    title: { en: 'Machining line: faults of a record', zh: '机加工生产线：记录的故障' },
    agent: 'fault-diagnosis',
    scorer: 'exact_fault_set',
    datasets: ['machining-line'],
    items: machiningRecords(seed, count).map(({ record, machine }, index) => ({
      id: `record-${index + 1}`,
      cluster: machine,
      question: index % 2 ? inEnglish(record) : inChinese(record),
      truth: {
        present: deducedModes(record, defaultParameters),
        decidable: [...deducible],
        undecidable: [...undeducible],
      },
    })),
  };
}

import { type BearingMeasurementTruth, faultClasses } from '../../../src/simulation/bearing/index.ts';
import type { Scenario } from '../scenario.ts';

const codes = faultClasses.filter((fault) => fault !== 'none');

/** One question for each measurement of the served dataset, in both languages in turn; its raw signal made the truth. */
export function bearingScenario(truth: readonly BearingMeasurementTruth[]): Scenario {
  return {
    id: 'bearing',
    title: { en: 'Rolling bearings: fault of a measurement', zh: '滚动轴承：测量对应的故障' },
    agent: 'fault-diagnosis',
    scorer: 'exact_fault_set',
    datasets: ['bearing'],
    items: truth.map(({ measurement, machine, fault }, index) => ({
      id: measurement,
      cluster: machine,
      question:
        index % 2
          ? `Which bearing fault does measurement ${measurement} of the dataset bearing show?`
          : `数据集 bearing 的测量 ${measurement} 显示什么轴承故障？`,
      truth: { present: fault === 'none' ? [] : [fault], decidable: codes, undecidable: [] },
    })),
  };
}

import { seeded } from '../../methods/random.ts';
import type { SimulatedDeclaration, Simulation } from '../simulation.ts';
import { demands } from './demands.ts';
import { documents } from './documents.ts';
import { columns, generateTrials } from './generate.ts';
import { defaultParameters, type Steel, steels, type TemperingParameters } from './parameters.ts';

export { quenchHardness, temperedHardness } from './hardness.ts';
export { defaultParameters, type Steel, steels, type TemperingParameters } from './parameters.ts';

export interface TemperingTruth {
  /** In the order of the rows: hardness without reading error, HRC, and true furnace temperature, °C. */
  readonly rows: readonly { readonly hardness: number; readonly temperature: number }[];
  readonly steels: readonly Steel[];
  readonly parameters: TemperingParameters;
}

export interface TemperingOptions {
  readonly seed: number;
  readonly parameters?: TemperingParameters;
}

const id = 'tempering';

const element = (en: string, zh: string) => ({
  title: { en: `${en} content`, zh: `${zh}含量` },
  description: { en: 'Mass fraction, ladle analysis.', zh: '质量分数，熔炼分析。' },
});

function declaration(seed: number, parameters: TemperingParameters): SimulatedDeclaration {
  return {
    id,
    title: { en: 'Tempering trials of quenched steels', zh: '淬火钢回火试验' },
    description: {
      en: 'Hardness after tempering of eight simulated engineering steels, by temperature and time, with composition and hardness after quenching. A reading below 20 HRC is missing, because the scale is not defined there.',
      zh: '八种工程用钢（仿真）在不同回火温度与时间下的回火后硬度，附化学成分与淬火硬度。低于 20 HRC 的读数缺失，因为该标尺在此范围内无定义。',
    },
    keywords: ['steel', 'tempering', 'hardness', 'heat treatment', '钢', '回火', '硬度', '热处理'],
    version: '1',
    license: 'CC0-1.0',
    creator: 'Zhuji simulators',
    maturity: 'dataset',
    resourceType: 'business',
    generated: true,
    provenance: `zhuji tempering simulator; seed ${seed}; reading noise ${parameters.readingNoise} HRC, quench noise ${parameters.quenchNoise} HRC; linear loss in the Hollomon–Jaffe parameter and secondary hardening, form after K. Tamaki, J. Suzuki, Mie University 16 (1991) 9–20 (unverified)`,
    card: {
      limitations: {
        en: 'Simulated, not measured: it stands in for no real steel or furnace. No hardness is given below 20 HRC.',
        zh: '仿真数据，非实测，不代表任何真实钢种或炉子；低于 20 HRC 不给出硬度。',
      },
      annotationRules: {
        en: 'The label is the simulated reading of hardness after tempering; nobody annotated it.',
        zh: '标签为仿真的回火后硬度读数，无人工标注。',
      },
      targetScenarios: {
        en: 'Choice of tempering temperature and time for a wanted hardness.',
        zh: '按目标硬度选择回火温度与时间。',
      },
    },
    fields: {
      Heat: { title: { en: 'Heat', zh: '炉号' }, role: 'group' },
      Steel: { title: { en: 'Steel grade', zh: '钢号' }, role: 'group' },
      'Carbon [wt%]': element('Carbon', '碳'),
      'Silicon [wt%]': element('Silicon', '硅'),
      'Manganese [wt%]': element('Manganese', '锰'),
      'Chromium [wt%]': element('Chromium', '铬'),
      'Nickel [wt%]': element('Nickel', '镍'),
      'Molybdenum [wt%]': element('Molybdenum', '钼'),
      Furnace: { title: { en: 'Tempering furnace', zh: '回火炉' }, role: 'group' },
      'Quench hardness [HRC]': {
        title: { en: 'Hardness after quenching', zh: '淬火后硬度' },
        role: 'measurement',
      },
      'Tempering temperature [°C]': {
        title: { en: 'Tempering temperature', zh: '回火温度' },
        description: { en: 'As set at the furnace.', zh: '炉温设定值。' },
        role: 'setpoint',
      },
      'Tempering time [h]': {
        title: { en: 'Tempering time', zh: '回火时间' },
        description: { en: 'At temperature, without heating up.', zh: '到温后的保温时间，不含升温。' },
        role: 'setpoint',
      },
      'Hardness [HRC]': { title: { en: 'Hardness after tempering', zh: '回火后硬度' }, role: 'label' },
    },
  };
}

/** Tempering trials of eight steels, with a process specification; what the shop does not know stays in the truth. */
export function simulateTempering(options: TemperingOptions): Simulation<TemperingTruth> {
  const { seed, parameters = defaultParameters } = options;
  const parts = generateTrials(seeded(seed), parameters);
  return {
    dataset: {
      id,
      declaration: declaration(seed, parameters),
      tables: [{ id: 'trials', columns, rows: parts.map(({ cells }) => cells) }],
    },
    documents: documents(id, parameters),
    scenarios: [demands(parameters)],
    truth: {
      rows: parts.map(({ trueHardness, trueTemperature }) => ({
        hardness: trueHardness,
        temperature: trueTemperature,
      })),
      steels,
      parameters,
    },
  };
}

import type { Agent } from '../shared/agent.ts';
import { type ProcessParametersAnswer, processParametersAnswer } from './answer.ts';
import { procedure } from './procedure.ts';
import { systemPrompt } from './prompt.ts';

export { type ProcessParametersAnswer, processParametersAnswer } from './answer.ts';

/** Target and constraints → setpoints. The first process it knows the questions of is the tempering of steel. */
export const processParameters: Agent<ProcessParametersAnswer> = {
  name: 'process-parameters',
  title: { en: 'Process parameters', zh: '工艺参数推荐' },
  description: {
    en: 'Recommends setpoints for a target from the data and documents of the plant: tempering temperature, time and hardness of steel.',
    zh: '根据工厂的数据和文档，为目标推荐设定值：钢的回火温度、时间与硬度。',
  },
  systemPrompt,
  answerSchema: processParametersAnswer,
  procedure,
  examples: {
    en: [
      'Recommend a tempering temperature for 42CrMo4 to reach 38 HRC after 2 h',
      'What hardness does 42CrMo4 get after 2 h at 550 °C?',
    ],
    zh: [
      '为 42CrMo4 推荐回火温度：目标硬度 38 HRC，保温 2 小时',
      '42CrMo4 在 550 °C 回火 2 小时后硬度是多少？',
    ],
  },
};

import type { Agent } from '../shared/agent.ts';
import { type FaultDiagnosisAnswer, faultDiagnosisAnswer } from './answer.ts';
import { procedure } from './procedure.ts';
import { systemPrompt } from './prompt.ts';

export { type FaultDiagnosisAnswer, faultDiagnosisAnswer } from './answer.ts';

/** A record or measurement → the faults that the plant's documents know, with margins, actions and evidence. */
export const faultDiagnosis: Agent<FaultDiagnosisAnswer> = {
  name: 'fault-diagnosis',
  title: { en: 'Fault diagnosis', zh: '故障诊断' },
  description: {
    en: 'Diagnoses a record of a machine or a bearing measurement by the rules, geometry and limits of the plant documents.',
    zh: '按工厂文档中的判据、几何参数和限值，诊断设备记录或轴承测量。',
  },
  systemPrompt,
  answerSchema: faultDiagnosisAnswer,
  procedure,
  examples: {
    en: [
      'Which faults does row 70 of machining-line show?',
      'machining-line: type L, air temperature 300 K, process temperature 308 K, 1350 rpm, torque 60 Nm, tool wear 200 min',
      'What is wrong with the bearing in measurement B-012 of bearing?',
    ],
    zh: [
      'machining-line 第70行有哪些故障？',
      '机加工生产线：类型 L，空气温度 300 K，过程温度 308 K，主轴转速 1350 rpm，扭矩 60 Nm，刀具磨损 200 min，有什么故障？',
      'bearing 数据集中测量 B-012 的轴承有什么问题？',
    ],
  },
};

/** The demo plant: its name, its seed, and the questions that the demo puts to the agents. */
export const demoPlant = {
  id: 'demo-plant',
  title: { en: 'Demo plant (simulated)', zh: '演示工厂（仿真）' },
  seed: 1,
  questions: {
    'process-parameters': [
      'Recommend a tempering temperature for 42CrMo4 to reach 38 HRC after 2 h',
      '42CrMo4 在 550 °C 回火 2 小时后硬度是多少？',
    ],
    'fault-diagnosis': [
      'Which faults does row 174 of machining-line show?',
      '数据集 bearing 的测量 B-003 显示什么轴承故障？',
    ],
  } as Readonly<Record<string, readonly string[]>>,
};

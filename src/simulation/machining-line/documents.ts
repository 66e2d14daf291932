import { grades, type MachiningParameters } from './parameters.ts';

const power = 'torque * rotational_speed * 2 * pi / 60';

interface Words {
  readonly header: string;
  readonly heat: readonly [fault: string, action: string];
  readonly power: readonly [fault: string, action: string];
  readonly strain: readonly [fault: string, action: string];
  readonly tool: readonly [fault: string, why: string, action: string];
  readonly chance: readonly [fault: string, why: string, action: string];
}

const en: Words = {
  header: '| Code | Fault | Condition | Quantity unit | Action |',
  heat: [
    'Heat dissipation failure',
    'Stop after the part. Clean the cooler and the chip screens, check the coolant flow, and raise the spindle speed if the process plan allows it.',
  ],
  power: [
    'Power failure',
    'Check the feed and the depth of cut against the process plan. Below the lower limit look for a slipping belt or a broken tool, above the upper limit for a blunt tool or a wrong blank.',
  ],
  strain: [
    'Overstrain failure',
    'Change the tool and put the part aside for measurement. Reduce the torque for the rest of the batch.',
  ],
  tool: [
    'Tool wear failure',
    'the wear at which a single tool fails is random, so one record cannot tell',
    'Plan the change of the tool before the range of tool life begins.',
  ],
  chance: [
    'Random failure',
    'it has no cause in the record',
    'Note time and part; call maintenance if it happens again in the same shift.',
  ],
};

const zh: Words = {
  header: '| 代码 | 故障 | 判据 | 单位 | 处置 |',
  heat: ['散热故障', '加工完当前零件后停机，清洗冷却器与排屑滤网，检查冷却液流量；工艺允许时提高主轴转速。'],
  power: [
    '功率故障',
    '对照工艺卡核对进给与切深。低于下限时检查皮带打滑或断刀，高于上限时检查刀具钝化或毛坯错料。',
  ],
  strain: ['过载故障', '更换刀具，隔离该零件送检，本批次余下零件降低扭矩。'],
  tool: [
    '刀具磨损故障',
    '单把刀具在何种磨损量失效是随机的，仅凭一条记录无法判定',
    '在刀具寿命区间开始之前安排换刀。',
  ],
  chance: ['随机故障', '记录中没有其成因', '记下时间与零件号；同一班次再次发生时通知维修。'],
};

function ruleTable(limits: MachiningParameters, words: Words): string {
  const row = (...cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    words.header,
    '|---|---|---|---|---|',
    row(
      'HDF',
      words.heat[0],
      `process_temperature - air_temperature < ${limits.heatDifference} and rotational_speed < ${limits.heatSpeed}`,
      'K; rpm',
      words.heat[1],
    ),
    row(
      'PWF',
      words.power[0],
      `${power} < ${limits.powerMin} or ${power} > ${limits.powerMax}`,
      'W',
      words.power[1],
    ),
    ...grades.map((grade) =>
      row(
        'OSF',
        words.strain[0],
        `type = "${grade}" and tool_wear * torque > ${limits.overstrain[grade]}`,
        'min·N·m',
        words.strain[1],
      ),
    ),
    row('TWF', words.tool[0], `— ${words.tool[1]}`, 'min', words.tool[2]),
    row('RNF', words.chance[0], `— ${words.chance[1]}`, '', words.chance[2]),
  ].join('\n');
}

/** The process document of the line, written from the limits that the generator labels by. */
export function documents(dataset: string, limits: MachiningParameters): { path: string; text: string }[] {
  return [
    {
      path: 'machining-line/fault-limits.en.md',
      text: `---
title: "Machining line: fault limits and actions"
language: en
datasets: [${dataset}]
---
# Machining line: fault limits and actions

## Purpose and scope

This instruction holds for the eight milling machines of the line. It says by which limits a record of the controller is
called a fault, and what the operator does about it. The controller writes one record for each part: grade of the part
(L, M or H), air and process temperature, spindle speed, torque, and the wear of the tool.

## Fault limits

Conditions are written over the fields of the record, in their units: temperatures in K, \`rotational_speed\` in rpm,
\`torque\` in N·m, \`tool_wear\` in min. Where a code has several rows, any of them is enough. Compare the values as they
stand in the record; do not round differences first.

${ruleTable(limits, en)}

The spindle power is torque × angular speed, with the speed in rad/s.

## What one record cannot tell

A tool fails, or is changed, at a wear that is random between ${limits.toolLifeMin} and ${limits.toolLifeMax} min. A high wear is a reason to plan the change, not a
diagnosis. Random failures strike about ${limits.randomShare * 1000} part in 1,000 whatever the record says. Do not name either from a single record.

## Steps for the operator

1. Read the record of the part and compare it with every row of the table.
2. If a condition is met, do what the action says and write the code into the shift log.
3. If no condition is met but the part or the sound of the machine is unusual, call maintenance: the table does not cover
   every fault.

## Safety

Lock out the machine before you reach into the work space. Coolant and chips are hot after a heat dissipation failure.
`,
    },
    {
      path: 'machining-line/fault-limits.zh.md',
      text: `---
title: 机加工生产线：故障判据与处置
language: zh
datasets: [${dataset}]
---
# 机加工生产线：故障判据与处置

## 目的与适用范围

本规程适用于生产线上的八台铣床，规定控制器记录在何种限值下判为故障，以及操作者应如何处置。控制器为每个零件写入一条记录：
零件等级（L、M、H）、空气温度与过程温度、主轴转速、扭矩、刀具磨损。

## 故障判据

判据以记录字段书写，单位如下：温度为 K，\`rotational_speed\` 为 rpm，\`torque\` 为 N·m，\`tool_wear\` 为 min。同一代码有多行时，
满足任意一行即成立。按记录原值比较，不要先对差值取整。

${ruleTable(limits, zh)}

主轴功率为扭矩 × 角速度，角速度单位为 rad/s。

## 单条记录无法判定的故障

刀具在 ${limits.toolLifeMin} 至 ${limits.toolLifeMax} min 之间的某个随机磨损量失效或被更换。磨损量大是安排换刀的理由，不是诊断结论。随机故障约每 1000 件发生 ${limits.randomShare * 1000} 次，
与记录内容无关。不得凭单条记录认定这两类故障。

## 操作步骤

1. 读取该零件的记录，与表中每一行逐一比较。
2. 若满足某条判据，按处置一栏执行，并将代码记入交接班日志。
3. 若各条均不满足，但零件或机床声音异常，通知维修：本表并不涵盖所有故障。

## 安全

伸手进入加工区前必须停机上锁。发生散热故障后，冷却液与切屑温度很高。
`,
    },
  ];
}

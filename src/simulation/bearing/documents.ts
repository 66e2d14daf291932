import type { BearingParameters } from './parameters.ts';

function geometry(parameters: BearingParameters, header: string): string {
  return [
    header,
    '|---|---:|---:|---:|---:|',
    ...parameters.types.map(
      (type) =>
        `| ${type.name} | ${type.rollingElements} | ${type.ballDiameter} | ${type.pitchDiameter} | ${type.contactAngle} |`,
    ),
  ].join('\n');
}

function zones(parameters: BearingParameters, header: string, meanings: readonly string[]): string {
  return [
    header,
    '|---|---:|---:|---|---|',
    ...parameters.zones.map(({ zone, upper }, place) => {
      const lower = parameters.zones[place - 1]?.upper ?? 0;
      return `| ${zone} | ${lower} | ${upper ?? '—'} | mm/s | ${meanings[place] ?? ''} |`;
    }),
  ].join('\n');
}

/** Monitoring instruction in both languages, written from what the simulator uses. */
export function documents(dataset: string, parameters: BearingParameters): { path: string; text: string }[] {
  return [
    { path: 'bearing/diagnosis.en.md', text: english(dataset, parameters) },
    { path: 'bearing/diagnosis.zh.md', text: chinese(dataset, parameters) },
  ];
}

function english(dataset: string, parameters: BearingParameters): string {
  return `---
title: "Rolling bearings: diagnosis from the envelope spectrum"
language: en
datasets: [${dataset}]
---
# Rolling bearings: diagnosis from the envelope spectrum

## Purpose and scope

This instruction holds for the bearings of machines R1 to R9. The condition monitor measures acceleration once per shift
(${parameters.rate} samples per second), takes the envelope between ${parameters.band.low} and ${parameters.band.high} Hz and keeps the ${parameters.lines} strongest lines below 600 Hz.
The envelope floor is the median of all lines below 600 Hz. The outer race stands still in all bearings.

## Bearing geometry

Diameters in mm, contact angle in degrees. Types that begin with ZJ exist in this plant only.

${geometry(parameters, '| Bearing | Rolling elements | Ball diameter | Pitch diameter | Contact angle |')}

## Procedure

1. Take the shaft speed of the measurement and compute the defect frequencies from the geometry of its bearing.
2. Look for each of them, and for twice and three times each, among the lines that were kept.
3. A line belongs to a frequency when it is nearer than the tolerance, and counts when it stands out as stated below. A
   damaged ball strikes twice per spin: look for twice the ball spin frequency.
4. Name the defect whose lines are strongest. Where no line counts, no bearing defect is visible.

| Parameter | Value | Unit | Note |
|---|---:|---|---|
| \`match_tolerance\` relative distance of a line | ${parameters.matchTolerance} | 1 | slip moves a line by up to about one per cent |
| \`minimum_prominence\` line over the envelope floor of the measurement | ${parameters.minimumProminence} | 1 | below it a line is taken for noise |

## Defects and actions

| Code | Fault | Sign in the envelope spectrum | Action |
|---|---|---|---|
| BPFO | Outer race defect | lines at BPFO and its multiples, no sidebands | Check the fit and the load direction. Order the bearing; change it at the next planned stop. |
| BPFI | Inner race defect | lines at BPFI and its multiples, sidebands one shaft frequency apart | Change the bearing within a week; inspect the shaft seat. |
| BSF | Rolling element defect | lines at twice BSF, sidebands one cage frequency apart | Change the bearing within a week; take a sample of the lubricant and look for chips. |

## Severity of vibration

Zones for the root mean square of the vibration velocity, 10 to 1,000 Hz, medium-sized machines on rigid foundations, as
quoted from ISO 20816-3 in public sources (unverified against the text of the standard). The plant may set other limits:
this table is what holds.

${zones(parameters, '| Zone | Lower limit | Upper limit | Unit | Meaning |', [
  'newly commissioned machines',
  'unrestricted long-term operation',
  'limited operation until there is an opportunity for remedy',
  'severe enough to cause damage: stop the machine',
])}

## Safety

Do not touch a bearing housing of a running machine. Stop and lock out before you open a guard.
`;
}

function chinese(dataset: string, parameters: BearingParameters): string {
  return `---
title: 滚动轴承：包络谱诊断规程
language: zh
datasets: [${dataset}]
---
# 滚动轴承：包络谱诊断规程

## 目的与适用范围

本规程适用于 R1 至 R9 号设备的轴承。状态监测装置每班测量一次加速度（每秒 ${parameters.rate} 点），在 ${parameters.band.low} 至 ${parameters.band.high} Hz 频带内取包络，
保留 600 Hz 以下最强的 ${parameters.lines} 条谱线；包络本底为 600 Hz 以下全部谱线幅值的中位数。所有轴承的外圈均固定。

## 轴承几何参数

直径单位为 mm，接触角单位为度。以 ZJ 开头的型号仅存在于本厂。

${geometry(parameters, '| 轴承 | 滚动体数 | 滚动体直径 | 节圆直径 | 接触角 |')}

## 诊断步骤

1. 读取该次测量的轴转速，按所装轴承的几何参数计算各缺陷频率。
2. 在保留的谱线中查找各缺陷频率及其二倍、三倍频。
3. 谱线与某频率的距离小于容差即归属该频率，突出程度达到下表要求才予计入。滚动体损伤每自转一周撞击两次，应查找滚动体自转频率的二倍。
4. 谱线最强者即为缺陷类型。若无谱线计入，则看不到轴承缺陷。

| 参数 | 数值 | 单位 | 说明 |
|---|---:|---|---|
| \`match_tolerance\` 谱线相对距离容差 | ${parameters.matchTolerance} | 1 | 打滑会使谱线偏移约百分之一 |
| \`minimum_prominence\` 谱线与该次测量包络本底之比 | ${parameters.minimumProminence} | 1 | 低于此值视为噪声 |

## 缺陷与处置

| 代码 | 故障 | 包络谱特征 | 处置 |
|---|---|---|---|
| BPFO | 外圈缺陷 | BPFO 及其倍频处有谱线，无边带 | 检查配合与载荷方向；订购轴承，在下次计划停机时更换。 |
| BPFI | 内圈缺陷 | BPFI 及其倍频处有谱线，边带间隔为轴频 | 一周内更换轴承，并检查轴颈配合面。 |
| BSF | 滚动体缺陷 | BSF 的二倍频处有谱线，边带间隔为保持架频率 | 一周内更换轴承；取润滑剂样检查有无金属屑。 |

## 振动烈度

振动速度有效值（10 至 1000 Hz）的区域划分，适用于刚性基础上的中型设备，数值转引自公开资料中的 ISO 20816-3（未与标准原文核对）。
工厂可另行规定限值，以本表为准。

${zones(parameters, '| 区域 | 下限 | 上限 | 单位 | 含义 |', ['新投用设备', '可长期不受限运行', '仅可短期运行，等待检修机会', '可能造成损坏：停机'])}

## 安全

不得触碰运行设备的轴承座。打开防护罩之前必须停机上锁。
`;
}

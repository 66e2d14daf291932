import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

export interface Folders {
  readonly folder: string;
  readonly indexFolder: string;
  write(path: string, content: string | Uint8Array): Promise<void>;
}

/** A folder of documents for one test, and a place for its index; both are gone afterwards. */
export async function folders(files: Readonly<Record<string, string | Uint8Array>> = {}): Promise<Folders> {
  const root = await mkdtemp(join(tmpdir(), 'zhuji-knowledge-'));
  onTestFinished(() => rm(root, { recursive: true, force: true }));
  const folder = join(root, 'knowledge');
  await mkdir(folder);
  const write = async (path: string, content: string | Uint8Array) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), content);
  };
  for (const [path, content] of Object.entries(files)) await write(path, content);
  return { folder, indexFolder: join(root, 'index'), write };
}

export const limitsEn = `---
title: Limits of milling line 3
language: en
datasets: [milling-line, milling-line-2]
---
# Milling line 3

The line has three spindles. The coolant is changed every week.

## Fault rules

| Code | Fault | Condition | Quantity unit | Action |
|---|---|---|---|---|
| HDF | Heat dissipation failure | process_temperature - air_temperature < 8.6 and rotational_speed < 1380 | K; rpm | Clean the cooler and check its fan. |
| OSF | Overstrain | type = "L" and tool_wear * torque > 11000 | min·N·m | Change the tool and reduce the feed. |
| E-1024 | Drive does not answer | — | | Reset the drive. |
| E-1025 | Drive answers late | — | | Check the bus terminator. |

## When the spindle overheats

1. Stop the spindle.
2. Check the coolant level.
3. Clean the cooler.

## Spare parts

The front bearing is a 6205-2RS. Order it from the store by this number.
`;

export const limitsZh = `---
title: 三号铣削线限值
language: zh
datasets: milling-line
---
# 三号铣削线

本线有三台主轴，冷却液每周更换一次。

## 故障判据

| 代码 | 故障 | 判据 | 单位 | 处置 |
|---|---|---|---|---|
| HDF | 散热故障 | process_temperature - air_temperature < 8.6 and rotational_speed < 1380 | K; rpm | 清洁冷却器，检查风机。 |
| OSF | 过应变 | type = "L" and tool_wear * torque > 11000 | min·N·m | 更换刀具，减小进给。 |

## 润滑

主轴轴承每 500 小时加注润滑脂 15 克，牌号依据 GB/T 7324-2010。
`;

export const temperingZh = `回火规程

1 范围

本规程适用于 42CrMo4 钢件的回火，不适用于铸铁。

2 温度

回火温度为 540 至 650 摄氏度，保温 2 小时。不得在 250 至 400 摄氏度之间回火，以免出现回火脆性。
`;

export const plant = {
  'milling/limits.md': limitsEn,
  'zh/limits.md': limitsZh,
  'zh/tempering.txt': temperingZh,
} as const;

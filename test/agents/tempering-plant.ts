import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { addDataset, addDocument } from '../../src/add.ts';
import { openWorkspace } from '../../src/open.ts';
import { initWorkspace } from '../../src/workspace/folder/index.ts';
import type { Workspace } from '../../src/workspace/index.ts';
import { temporaryFolder } from '../workspace/temporary.ts';

/** The made-up law of the made-up steels: hardness falls with the Hollomon–Jaffe parameter, C = 20. */
const steels = { '42CrMo4': { top: 78, slope: 0.003 }, C45: { top: 70, slope: 0.0032 } } as const;
type Steel = keyof typeof steels;

const parameter = (temperature: number, time: number) => (temperature + 273.15) * (20 + Math.log10(time));

export function trueHardness(steel: Steel, temperature: number, time: number): number {
  const { top, slope } = steels[steel];
  return top - slope * parameter(temperature, time);
}

export function trueTemperature(steel: Steel, hardness: number, time: number): number {
  const { top, slope } = steels[steel];
  return (top - hardness) / slope / (20 + Math.log10(time)) - 273.15;
}

interface Columns {
  readonly header: string;
  readonly temperature: (celsius: number) => number;
  readonly time: (hours: number) => number;
}

export const englishColumns: Columns = {
  header: 'Steel,Quench hardness [HRC],Tempering temperature [°C],Tempering time [h],Hardness [HRC]',
  temperature: (celsius) => celsius,
  time: (hours) => hours,
};

export const chineseColumns: Columns = {
  header: '钢种,淬火硬度 [HRC],回火温度 [K],保温时间 [min],回火后硬度 [HRC]',
  temperature: (celsius) => Number((celsius + 273.15).toFixed(2)),
  time: (hours) => hours * 60,
};

function table({ header, temperature, time }: Columns): string {
  const lines = Object.keys(steels).flatMap((steel) =>
    [0.5, 1, 2, 4].flatMap((hours) =>
      Array.from({ length: 10 }, (_, step) => {
        const celsius = 200 + 50 * step;
        const hardness = trueHardness(steel as Steel, celsius, hours).toFixed(1);
        return `${steel},58,${temperature(celsius)},${time(hours)},${hardness}`;
      }),
    ),
  );
  return `${header}\n${lines.join('\n')}\n`;
}

export interface Limits {
  readonly tempering_temperature_min?: number;
  readonly tempering_temperature_max?: number;
  readonly temper_embrittlement_min?: number;
  readonly temper_embrittlement_max?: number;
  readonly hollomon_jaffe_constant?: number;
  readonly hardness_tolerance?: number;
  readonly tempering_time_max?: number;
}

export const limits: Limits = {
  tempering_temperature_min: 180,
  tempering_temperature_max: 680,
  temper_embrittlement_min: 260,
  temper_embrittlement_max: 350,
  hollomon_jaffe_constant: 20,
  hardness_tolerance: 1.5,
};

function document(language: 'zh' | 'en', values: Limits, datasets: string): string {
  const unitOf = (code: string) =>
    /constant/.test(code) ? '' : /tolerance/.test(code) ? 'HRC' : /time/.test(code) ? 'h' : '°C';
  const header = language === 'zh' ? '| 参数 | 数值 | 单位 | 说明 |' : '| Parameter | Value | Unit | Note |';
  const note = language === 'zh' ? '越出后韧性下降' : 'Beyond it toughness drops';
  const rows = Object.entries(values).map(
    ([code, value]) => `| \`${code}\` | ${value} | ${unitOf(code)} | ${note} |`,
  );
  const title = language === 'zh' ? '回火工艺规范' : 'Tempering process specification';
  return `---\ntitle: ${title}\nlanguage: ${language}\n${datasets}---\n\n# ${title}\n\n${header}\n|---|---|---|---|\n${rows.join('\n')}\n`;
}

export interface PlantOptions {
  readonly columns?: Columns;
  /** Limits in the documents; `null` for no document. */
  readonly english?: Limits | null;
  readonly chinese?: Limits | null;
  /** The line of the documents' front matter that says what they describe. */
  readonly datasets?: string;
  /** Instead of the tempering results. */
  readonly data?: string | null;
}

/** A workspace on disk with a dataset `tempering` and its process documents, opened. */
export async function temperingPlant(options: PlantOptions = {}): Promise<Workspace> {
  const { columns = englishColumns, english = limits, chinese = english } = options;
  const folder = await temporaryFolder();
  const plant = join(folder, 'plant');
  const beside = join(folder, 'beside');
  await mkdir(beside);
  await initWorkspace(plant, { id: 'plant' });
  const data = options.data === undefined ? table(columns) : options.data;
  if (data !== null) {
    await writeFile(join(beside, 'tempering.csv'), data);
    await addDataset(plant, join(beside, 'tempering.csv'), { id: 'tempering' });
  }
  for (const [language, values] of [['en', english] as const, ['zh', chinese] as const]) {
    if (values === null) continue;
    const file = join(beside, `process.${language}.md`);
    await writeFile(file, document(language, values, options.datasets ?? 'datasets: [tempering]\n'));
    await addDocument(plant, file);
  }
  const workspace = await openWorkspace(plant);
  onTestFinished(() => workspace.close());
  return workspace;
}

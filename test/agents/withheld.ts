import { processParameters } from '../../agents/index.ts';
import type { Workspace } from '../../src/workspace/index.ts';
import { drive } from './drive.ts';

export interface MeasuredRow {
  readonly row: number;
  readonly steel: string;
  /** °C */
  readonly temperature: number;
  /** As in the source, any one unit. */
  readonly time: number;
  readonly hardness: number;
}

/**
 * Hardness that was measured for this steel and time at a temperature, between the two nearest measurements, the
 * withheld one among them; `undefined` outside.
 */
function measuredHardness(
  rows: readonly MeasuredRow[],
  item: MeasuredRow,
  temperature: number,
): number | undefined {
  const curve = rows
    .filter(({ steel, time }) => steel === item.steel && time === item.time)
    .toSorted((a, b) => a.temperature - b.temperature);
  const right = curve.find((row) => row.temperature >= temperature);
  const left = curve.findLast((row) => row.temperature <= temperature);
  if (!left || !right) return undefined;
  if (left.temperature === right.temperature) return left.hardness;
  const share = (temperature - left.temperature) / (right.temperature - left.temperature);
  return left.hardness + share * (right.hardness - left.hardness);
}

/** All measured rows of a record set; `fields` are steel, temperature in °C, time and hardness. */
export async function measuredRows(
  { tables }: Workspace,
  dataset: string,
  fields: readonly [string, string, string, string],
): Promise<readonly MeasuredRow[]> {
  const { rows, rowNumbers } = await tables.query({
    dataset,
    select: fields.map((field) => ({ field })),
    where: [{ field: fields[3], op: 'is_present' }],
    order: [],
    limit: 5000,
    offset: 0,
  });
  return rows.map(([steel, temperature, time, hardness], place) => ({
    row: rowNumbers?.[place] ?? 0,
    steel: String(steel).trim(),
    temperature: Number(temperature),
    time: Number(time),
    hardness: Number(hardness),
  }));
}

export interface Score {
  /** Of all items: met within 25 °C, or within 2 HRC at the temperature recommended. */
  readonly met: number;
  readonly declined: number;
  /** Of the items answered: the withheld temperature lies in the interval. */
  readonly inside: number;
}

/**
 * Asks for the temperature of withheld items, by turns in English and Chinese; shares of 0 to 1. Fails where an
 * answer rests on a withheld row, or is declined for another reason than that the data or limits do not reach it.
 */
export async function scoreTemperatures(
  workspace: Workspace,
  rows: readonly MeasuredRow[],
  items: readonly MeasuredRow[],
  unit: { readonly en: string; readonly zh: string },
): Promise<Score> {
  let [met, declined, inside] = [0, 0, 0];
  for (const [place, item] of items.entries()) {
    const { steel, hardness, time } = item;
    const question =
      place % 2 === 0
        ? `Recommend a tempering temperature for ${steel} to reach ${hardness} HRC after ${time} ${unit.en}`
        : `为 ${steel} 推荐回火温度：目标硬度 ${hardness} HRC，保温 ${time} ${unit.zh}`;
    const { answer } = await drive(processParameters.procedure, workspace, question);
    if (answer.supporting_rows.includes(item.row)) throw new Error(`rests on withheld row ${item.row}`);
    const [setpoint] = answer.setpoints;
    if (!setpoint) {
      if (answer.reason !== 'out_of_range' && answer.reason !== 'conflict') throw new Error(answer.text);
      declined++;
      continue;
    }
    const reached = measuredHardness(rows, item, setpoint.value) ?? Number.NaN;
    if (Math.abs(setpoint.value - item.temperature) <= 25 || Math.abs(reached - hardness) <= 2) met++;
    const [low = Number.NaN, high = Number.NaN] = setpoint.interval ?? [];
    if (item.temperature >= low && item.temperature <= high) inside++;
  }
  const n = items.length;
  return { met: met / n, declined: declined / n, inside: inside / (n - declined) };
}

export const percent = (share: number) => `${(100 * share).toFixed(1)} %`;

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
export function measuredHardness(
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

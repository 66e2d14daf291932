import type { Cell } from '../../workspace/index.ts';

const instant = /^(\d{4}-\d\d-\d\d)([T ])(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)(Z?)$/;

/** Milliseconds of ISO text (UTC assumed), numbers as they are, `null` for anything else. */
export function timesOf(cells: readonly Cell[]): readonly (number | null)[] {
  return cells.map((cell) => {
    if (typeof cell === 'number') return cell;
    const [, date, , time] = typeof cell === 'string' ? (instant.exec(cell) ?? []) : [];
    return date === undefined ? null : Date.parse(`${date}T${time}Z`);
  });
}

/** `cell` moved by `offset`: ms for ISO text, whose form is kept, the field's unit for numbers. */
export function movedTime(cell: Cell, offset: number): Cell {
  if (typeof cell === 'number') return cell + offset;
  const [, , separator = 'T', time = '', zone = ''] =
    typeof cell === 'string' ? (instant.exec(cell) ?? []) : [];
  const [at] = timesOf([cell]);
  if (at === null || at === undefined) return cell;
  const text = new Date(at + offset).toISOString().slice(0, 11 + Math.min(12, time.length));
  return `${text.replace('T', separator)}${zone}`;
}

/** Median distance of neighbours in this order; NaN where there is none. */
export function usualStep(times: readonly (number | null)[], places: readonly number[]): number {
  const steps: number[] = [];
  for (let index = 1; index < places.length; index += 1) {
    const [before, after] = [times[places[index - 1] ?? -1], times[places[index] ?? -1]];
    if (typeof before === 'number' && typeof after === 'number') steps.push(after - before);
  }
  return steps.sort((a, b) => a - b)[steps.length >> 1] ?? Number.NaN;
}

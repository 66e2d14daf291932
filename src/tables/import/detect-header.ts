import { type CellShape, cellShape } from './cell-shape.ts';

const sampled = 200;

/** Numbers in even steps, at least three, such as years or wavelengths, which name columns. */
function isScale(cells: readonly string[]): boolean {
  const numbers = cells.filter((cell) => cellShape(cell) === 'number').map(Number);
  if (numbers.length < 2 || numbers.some((one) => !Number.isFinite(one))) return false;
  const steps = numbers.slice(1).map((one, index) => one - (numbers[index] ?? 0));
  const [step = 0] = steps;
  if (step === 0 || steps.some((one) => Math.abs(one - step) > Math.abs(step) * 1e-6)) return false;
  return numbers.length > 2 || numbers.every((one) => Number.isInteger(one) && one > 1899 && one < 2101);
}

function shapeOf(cells: readonly string[]): CellShape | 'mixed' {
  const shapes = new Set(cells.map(cellShape).filter((shape) => shape !== 'empty'));
  return shapes.size === 0 ? 'empty' : shapes.size === 1 ? ([...shapes][0] ?? 'empty') : 'mixed';
}

/**
 * Whether the first record names the columns: it differs in kind from what stands below it, column by column.
 * Where all columns are text it does, unless it holds a value that its column repeats, or names twice or not at all.
 */
export function hasHeader(records: readonly (readonly string[])[]): boolean {
  const [first, ...others] = records;
  if (!first) return false;
  const rest = others.slice(0, sampled);
  let [unlike, like, repeated] = [0, 0, 0];
  for (const [index, cell] of first.entries()) {
    const own = cellShape(cell);
    if (own === 'empty') continue;
    const below = rest.map((record) => record[index] ?? '');
    const shape = shapeOf(below);
    if (shape === 'text') {
      if (own === 'text' && below.includes(cell)) repeated += 1;
      else if (own !== 'text') like += 0.5;
    } else if (shape !== 'empty' && shape !== 'mixed') {
      if (own === shape) like += 1;
      else if (own === 'text' || shape === 'boolean' || shape === 'date') unlike += 1;
    }
  }
  const texts = first.filter((cell) => cellShape(cell) === 'text').length;
  if (texts > 0 && like > unlike && isScale(first) && !rest.slice(0, 3).some(isScale)) return true;
  if (unlike > 0 || like > 0) return unlike >= like;
  if (rest.length === 0)
    return texts > 0 && first.every((cell) => ['text', 'empty'].includes(cellShape(cell)));
  return texts > 0 && repeated === 0;
}

import type { Block } from './column.ts';
import { codes } from './memory.ts';

type Step = (block: Block) => Uint8Array;

/** Kleene's tables over 0 (fails), 1 (holds), 2 (undetermined), at 3 · left + right. */
const tables = {
  and: Uint8Array.of(0, 0, 0, 0, 1, 2, 0, 2, 2),
  or: Uint8Array.of(0, 1, 2, 1, 1, 1, 2, 1, 2),
};

export function join(kind: 'and' | 'or', left: Step, right: Step): Step {
  const memory = codes();
  const table = tables[kind];
  return (block) => {
    const a = left(block);
    const b = right(block);
    const out = memory(block.count);
    for (let i = 0; i < block.count; i += 1) out[i] = table[3 * (a[i] ?? 2) + (b[i] ?? 2)] ?? 2;
    return out;
  };
}

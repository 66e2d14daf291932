import { stat } from 'node:fs/promises';
import { openSession } from '../../../src/tables/session.ts';
import { literal } from '../../../src/tables/sql.ts';
import type { Field, FieldRole, FieldType } from '../../../src/workspace/index.ts';

export interface MadeTable {
  readonly rows: number;
  readonly fields: readonly Field[];
  readonly file: string;
  readonly bytes: number;
}

const field = (id: string, type: FieldType, role: FieldRole | null): Field => ({
  id,
  name: id,
  description: {},
  type,
  unit: role === 'measurement' ? { symbol: '1', ucum: '1', from: 'metadata' } : null,
  role,
});

/** Numbers in [0, 1) that depend on the row and `salt` alone. */
const uniform = (salt: number): string => `((hash(i, ${salt}) % 1000003) / 1000003.0)`;

/** Sum of four uniforms: near enough to a normal distribution, without its cost. */
const bell = (salt: number): string =>
  `(${uniform(salt)} + ${uniform(salt + 1)} + ${uniform(salt + 2)} + ${uniform(salt + 3)} - 2)`;

/** Time, machine, six sensors of different resolution, a setpoint that moves in steps, a rare class. */
const line: readonly (readonly [Field, string])[] = [
  [field('at', 'datetime', 'time'), "TIMESTAMP '2025-01-01' + INTERVAL (i // 40) SECOND"],
  [field('machine', 'string', 'group'), "'M' || (i % 40)"],
  [field('setpoint', 'number', 'setpoint'), '180 + 5.0 * ((i // 200000) % 4)'],
  [field('temperature', 'number', 'measurement'), `round(20 + 5 * sin(i / 3456000.0) + ${bell(10)}, 2)`],
  [field('speed', 'integer', 'measurement'), `CAST(1500 + 60 * ${bell(20)} AS INTEGER)`],
  [field('torque', 'number', 'measurement'), `40 + 12 * ${bell(30)}`],
  [field('vibration', 'number', 'measurement'), `round(exp(${bell(40)}), 3)`],
  [
    field('pressure', 'number', 'measurement'),
    `CASE WHEN ${uniform(51)} < 0.001 THEN NULL ELSE 6 + ${bell(50)} END`,
  ],
  [
    field('current', 'number', 'measurement'),
    `round(8 + 0.1 * (40 + 12 * ${bell(30)}) + 0.3 * ${bell(60)}, 1)`,
  ],
  [field('fault', 'boolean', 'label'), `${uniform(71)} < 0.02`],
];

/** `columns` fields: the line's, then sensors like them. */
function columnsOf(columns: number): readonly (readonly [Field, string])[] {
  const more = Array.from({ length: Math.max(0, columns - line.length) }, (_, place) => {
    const salt = 100 + 10 * place;
    const value = place % 2 === 0 ? `50 + 3 * ${bell(salt)}` : `round(50 + 3 * ${bell(salt)}, 2)`;
    return [field(`sensor_${place + 1}`, 'number', 'measurement'), value] as const;
  });
  return [...line, ...more].slice(0, columns);
}

/** Writes the same table as Parquet or CSV; every value depends on its place alone. */
export async function makeTable(
  folder: string,
  rows: number,
  columns: number,
  format: 'parquet' | 'csv',
): Promise<MadeTable> {
  const file = `${folder}/line-${rows}x${columns}.${format}`;
  const made = columnsOf(columns);
  const session = await openSession(folder);
  try {
    const list = made.map(([{ id }, sql]) => `${sql} AS "${id}"`).join(', ');
    const options = format === 'parquet' ? 'FORMAT parquet, COMPRESSION zstd' : 'FORMAT csv, HEADER';
    await session.all(
      `COPY (SELECT ${list} FROM range(${rows}) AS source(i)) TO ${literal(file)} (${options})`,
    );
  } finally {
    session.close();
  }
  const { size } = await stat(file);
  return { rows, fields: made.map(([one]) => one), file, bytes: size };
}

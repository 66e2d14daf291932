import type { DatasetDeclaration } from '../../../../src/catalog/declaration.ts';
import type { DefectField, DefectKind, DefectTable } from '../../../../src/simulation/defects/index.ts';
import type { Cell } from '../../../../src/workspace/index.ts';

/** Data without defects that anybody knows of. */
export interface BenchDataset {
  readonly id: string;
  /** Simulated anew for each seed, or real and always the same. */
  readonly simulated: boolean;
  /** Reported on; the others are for the tuning of detectors. */
  readonly reported: boolean;
  /** Kinds that may be put in; all that have a place where absent. */
  readonly kinds?: readonly DefectKind[];
  /** Fields that a kind may be put into, where not all will do: a label that nothing tells cannot be checked. */
  readonly only?: Partial<Record<DefectKind, readonly string[]>>;
  /** Limits of the sensors, where the publisher would state them. */
  readonly ranges?: Readonly<Record<string, { readonly min?: number; readonly max?: number }>>;
  readonly available: () => boolean;
  readonly make: (seed: number) => Promise<DefectTable>;
}

export function measured(id: string, unit: string): DefectField {
  return { id, type: 'number', role: 'measurement', unit };
}

/** The columns of some records. */
export function columnsOf(
  fields: readonly DefectField[],
  rows: readonly (readonly Cell[])[],
): DefectTable['columns'] {
  return fields.map((_, place) => rows.map((row) => row[place] ?? null));
}

/** What a publisher would say of the table. Fields are named by their ids in the file too. */
export function declarationOf({ id, ranges = {} }: BenchDataset, table: DefectTable): DatasetDeclaration {
  return {
    id,
    title: { en: id, zh: id },
    description: { en: 'For the benchmark.', zh: '用于基准测试。' },
    rows: table.columns[0]?.length ?? 0,
    fields: Object.fromEntries(
      table.fields.map(({ id: field, role, unit }) => {
        const range = ranges[field];
        return [
          field,
          { ...(role !== null && { role }), ...(unit !== null && { unit }), ...(range && { range }) },
        ];
      }),
    ),
  };
}

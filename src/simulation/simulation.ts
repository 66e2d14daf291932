import type { DataCard, FieldRole, Requirement, Text } from '../workspace/index.ts';

export type SimulatedCell = string | number | null;

/** What is declared of a field, keyed in the declaration by the field's name in the source. */
export interface SimulatedField {
  readonly title: Text;
  readonly description?: Text;
  readonly unit?: string;
  readonly role?: FieldRole;
}

/** Says the same as a dataset declaration of the catalog. */
export interface SimulatedDeclaration {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly keywords: string[];
  readonly version: string;
  readonly license: string;
  readonly creator: string;
  readonly maturity: 'dataset';
  readonly resourceType: 'realtime' | 'business';
  readonly generated: true;
  /** Generator, seed and parameters. */
  readonly provenance: string;
  readonly card: DataCard;
  readonly fields: Record<string, SimulatedField>;
}

export interface SimulatedTable {
  readonly id: string;
  /** Names as they stand in the file's header. */
  readonly columns: readonly string[];
  readonly rows: readonly (readonly SimulatedCell[])[];
}

/** An application of the plant and what it demands of data: the content of a scenario file. */
export interface SimulatedScenario {
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly industry: string;
  readonly keywords: readonly string[];
  readonly requirements: readonly Requirement[];
}

/** A dataset, its documents, and the truth about it, which is never served. */
export interface Simulation<Truth = unknown> {
  readonly dataset: {
    readonly id: string;
    readonly declaration: SimulatedDeclaration;
    readonly tables: readonly SimulatedTable[];
  };
  /** Paths below `knowledge/`. */
  readonly documents: readonly { readonly path: string; readonly text: string }[];
  /** What the dataset is for. */
  readonly scenarios?: readonly SimulatedScenario[];
  readonly truth: Truth;
}

import type { EntryBase, FieldRole } from './entries.ts';
import type { Text } from './text.ts';

interface RequirementBase {
  /** Unique within the scenario. */
  readonly id: string;
  readonly description: Text;
  /** `required`: a gate, `wanted`: a condition. */
  readonly level: 'required' | 'wanted';
  /** Where the demand comes from: a standard, a calculation, an expert. `''` where nobody said. */
  readonly source: string;
}

/** What a scenario needs of the data. Fields are named by the ids or names under which a dataset may have them. */
export type Requirement = RequirementBase &
  (
    | {
        readonly kind: 'field';
        readonly field: readonly string[];
        /** Symbol or UCUM code; any unit that converts to it will do. */
        readonly unit?: string;
        readonly role?: FieldRole;
      }
    /** Records at least this dense: seconds between neighbours of a series. */
    | { readonly kind: 'rate'; readonly field: readonly string[]; readonly interval: number }
    /** Records at least; with `per`, in each of its groups. */
    | { readonly kind: 'volume'; readonly records: number; readonly per?: readonly string[] }
    /** Values that must occur, or a range of which each of `bins` equal parts must hold records. */
    | {
        readonly kind: 'coverage';
        readonly field: readonly string[];
        readonly values?: readonly (string | number | boolean)[];
        readonly range?: { readonly min: number; readonly max: number; readonly bins: number };
        /** Share of the values or parts that must be covered; 1 where absent. */
        readonly share?: number;
      }
    /** Labelled records of each class at least. */
    | {
        readonly kind: 'labels';
        readonly field: readonly string[];
        readonly classes?: readonly (string | number | boolean)[];
        readonly records: number;
      }
    /** Newest record, or else the publication, at most so many days old. */
    | { readonly kind: 'freshness'; readonly field?: readonly string[]; readonly days: number }
    /** A measure's value. */
    | {
        readonly kind: 'quality';
        readonly measure: string;
        readonly field?: readonly string[];
        readonly op: '>=' | '<=' | '>' | '<' | '=';
        readonly value: number;
      }
  );

/** An application and what it demands of the data. */
export interface ScenarioEntry extends EntryBase {
  readonly kind: 'scenario';
  readonly industry: string | null;
  readonly requirements: readonly Requirement[];
}

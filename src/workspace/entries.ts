import type { Text } from './text.ts';

/** The kinds of entry that a catalog holds. */
export const entryKinds = [
  'dataset',
  'document',
  'standard',
  'technology',
  'scenario',
  'product',
  'case',
] as const;
export type EntryKind = (typeof entryKinds)[number];

/** A directed relation to another entry of the same workspace. */
export interface Link {
  readonly relation:
    | 'requires'
    | 'conformsTo'
    | 'addresses'
    | 'offers'
    | 'used'
    | 'describes'
    | 'derivedFrom';
  readonly target: string;
}

export interface EntryBase {
  readonly kind: EntryKind;
  /** Unique within the workspace; `[\p{L}\p{N}][\p{L}\p{N}_.-]*`. */
  readonly id: string;
  readonly title: Text;
  readonly description: Text;
  readonly keywords: readonly string[];
  /** Version given by the publisher, `''` where none was. */
  readonly version: string;
  /** sha256 (hex) over the content; everything derived names it. */
  readonly hash: string;
  readonly license: string | null;
  readonly links: readonly Link[];
  /** Names of properties that nobody declared and nothing shows: never invented, always named. */
  readonly unknown: readonly string[];
}

export const fieldTypes = [
  'integer',
  'number',
  'boolean',
  'string',
  'date',
  'datetime',
  'time',
  'structure',
] as const;
export type FieldType = (typeof fieldTypes)[number];

export const fieldRoles = [
  'identifier',
  'time',
  'measurement',
  'setpoint',
  'label',
  'group',
  'status',
  'split',
] as const;
/** What a field is for in a manufacturing dataset. */
export type FieldRole = (typeof fieldRoles)[number];

export const codeSystems = ['gtin', 'uscc', 'irdi', 'gbt'] as const;
/**
 * Codes of master data whose form or check digit shows a wrong one: trade items (GS1), Chinese organisations (GB 32100),
 * properties and classes (IRDI of IEC CDD and ECLASS), Chinese national standards.
 */
export type CodeSystem = (typeof codeSystems)[number];

export interface Unit {
  /** As written by the publisher, e.g. `Nm`, `ºC`. */
  readonly symbol: string;
  /** UCUM code where the symbol is known, e.g. `N.m`, `Cel`. */
  readonly ucum: string | null;
  /** Where the unit was read: in the column's name, or in metadata. */
  readonly from: 'name' | 'metadata';
}

export interface FieldStatistics {
  readonly count: number;
  readonly missing: number;
  readonly distinct: number;
  readonly min?: number | string;
  readonly max?: number | string;
  readonly mean?: number;
  readonly sd?: number;
}

export interface Field {
  /** Name to query by: lower case, no unit, unique in its record set, e.g. `air_temperature`. */
  readonly id: string;
  /** Name in the source, e.g. `Air temperature [K]`. */
  readonly name: string;
  /** Name for people, where declared. */
  readonly title?: Text;
  readonly description: Text;
  readonly type: FieldType;
  readonly unit: Unit | null;
  readonly role: FieldRole | null;
  /** Valid range, where declared. In the field's unit. */
  readonly range?: { readonly min?: number; readonly max?: number };
  /** The only values that it may take, where declared. */
  readonly values?: readonly (string | number | boolean)[];
  /** Regular expression that every text matches as a whole, where declared. */
  readonly pattern?: string;
  /** Code system that its values belong to, where declared. */
  readonly codeSystem?: CodeSystem;
  /** Of a time field: declared distance of neighbouring records; seconds for dates and times, else the field's unit. */
  readonly interval?: number;
  /** Of a label: number of records of each class, where declared. */
  readonly classes?: Readonly<Record<string, number>>;
  /** Of a status: the fields whose values it qualifies. */
  readonly qualifies?: readonly string[];
  /** The field of another record set (or of its own) whose values are the only ones that may occur here. */
  readonly references?: { readonly recordSet: string; readonly field: string };
  readonly statistics?: FieldStatistics;
}

/**
 * A condition that every record satisfies: between its fields, or a physical identity, e.g.
 * `rpn = severity * occurrence * detection` or `bpfo + bpfi = rolling_elements * shaft_frequency`.
 */
export interface Rule {
  readonly id: string;
  /** In the language of `src/methods/condition`: field ids, numbers, `+ - * / ( )`, comparisons, `and`, `or`. */
  readonly condition: string;
  /** How far both sides of an equation may differ, relative to the larger one; 0 where absent. */
  readonly tolerance?: number;
  readonly description: Text;
}

/** Something about the reading of a table from its file that its user should know. */
export interface ReadingNotice {
  /** See `noticeCodes` of the import. */
  readonly code: string;
  readonly message: Text;
  readonly where: { readonly column?: string; readonly line?: number; readonly sheet?: string };
}

/** One table of a dataset. */
export interface RecordSet {
  readonly id: string;
  readonly title: Text;
  readonly rows: number;
  readonly fields: readonly Field[];
  /** Fields that together are unique, where declared. */
  readonly key?: readonly string[];
  /** Number of records that the publisher states. */
  readonly declaredRows?: number;
  readonly rules?: readonly Rule[];
  readonly notices?: readonly ReadingNotice[];
}

export interface DataFile {
  /** Relative to the dataset's folder, forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly mediaType: string;
}

/** How a dataset came of a version of another one of the workspace. */
export interface Derivation {
  readonly dataset: string;
  readonly hash: string;
  /** What was done. */
  readonly activity: Text;
  /** ISO 8601, UTC. */
  readonly at: string;
}

/** What a data card may say, in the order in which it is read. */
export const cardItems = [
  'access',
  'support',
  'distribution',
  'labelStatistics',
  'samples',
  'limitations',
  'processing',
  'annotationRules',
  'targetScenarios',
  'evaluationMethod',
  'baselineResults',
  'typicalCases',
] as const;
export type CardItem = (typeof cardItems)[number];
/** What a publisher says about a dataset beside its structure; what is absent is unknown. */
export type DataCard = { readonly [item in CardItem]?: Text };

/** What a publisher states about the making of a dataset; what is absent is unknown. */
export interface Publication {
  readonly creator?: string;
  /** ISO 8601 date. */
  readonly datePublished?: string;
  readonly url?: string;
  /** How the data came about. */
  readonly provenance?: string;
  readonly derivation?: Derivation;
  readonly card?: DataCard;
}

export interface DatasetEntry extends EntryBase {
  readonly kind: 'dataset';
  readonly maturity: 'resource' | 'dataset' | 'product';
  readonly resourceType: 'knowledge' | 'realtime' | 'business' | null;
  /** True for data that a simulator made. */
  readonly generated: boolean;
  readonly publication?: Publication;
  readonly recordSets: readonly RecordSet[];
  readonly files: readonly DataFile[];
}

/** What a document is for: a standard, a manual, a procedure, records such as work orders or an FMEA, or something else. */
export const documentGenres = ['standard', 'manual', 'procedure', 'record', 'other'] as const;
export type DocumentGenre = (typeof documentGenres)[number];

export interface DocumentEntry extends EntryBase {
  readonly kind: 'document';
  readonly language: 'zh' | 'en' | 'mixed';
  readonly mediaType: string;
  readonly characters: number;
  /** Declared, or by its title. */
  readonly genre: DocumentGenre;
  /** Numbers of the standards that it names, as it writes them. */
  readonly standards: readonly string[];
  /** Titles of the sections, in order, as paths joined with ` › `. */
  readonly sections: readonly string[];
}

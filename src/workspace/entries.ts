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
  readonly relation: 'requires' | 'conformsTo' | 'addresses' | 'offers' | 'used' | 'describes';
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

export const fieldRoles = ['identifier', 'time', 'measurement', 'setpoint', 'label', 'group'] as const;
/** What a field is for in a manufacturing dataset. */
export type FieldRole = (typeof fieldRoles)[number];

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
  readonly statistics?: FieldStatistics;
}

/** One table of a dataset. */
export interface RecordSet {
  readonly id: string;
  readonly title: Text;
  readonly rows: number;
  readonly fields: readonly Field[];
}

export interface DataFile {
  /** Relative to the dataset's folder, forward slashes. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly mediaType: string;
}

/** What a publisher states about the making of a dataset; what is absent is unknown. */
export interface Publication {
  readonly creator?: string;
  /** ISO 8601 date. */
  readonly datePublished?: string;
  readonly url?: string;
  /** How the data came about. */
  readonly provenance?: string;
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

export interface DocumentEntry extends EntryBase {
  readonly kind: 'document';
  readonly language: 'zh' | 'en' | 'mixed';
  readonly mediaType: string;
  readonly characters: number;
  /** Titles of the sections, in order, as paths joined with ` › `. */
  readonly sections: readonly string[];
}

export type Entry = DatasetEntry | DocumentEntry;

import type { FieldRole, FieldType } from '../../../workspace/index.ts';

/** Namespaces that a written file declares, beside the terms of the Croissant 1.1 context. */
export const namespaces = {
  sc: 'https://schema.org/',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  dct: 'http://purl.org/dc/terms/',
  'ddi-stats': 'http://rdf-vocabulary.ddialliance.org/cv/SummaryStatisticType/2.1.2/',
  wd: 'http://www.wikidata.org/entity/',
  void: 'http://rdfs.org/ns/void#',
  qudt: 'http://qudt.org/schema/qudt/',
  unit: 'http://qudt.org/vocab/unit/',
  sosa: 'http://www.w3.org/ns/sosa/',
  time: 'http://www.w3.org/2006/time#',
  qb: 'http://purl.org/linked-data/cube#',
  prov: 'http://www.w3.org/ns/prov#',
  adms: 'http://www.w3.org/ns/adms#',
  zhuji: 'urn:zhuji:',
} as const;

export const versions = ['0.8', '1.0', '1.1'] as const;
export type CroissantVersion = (typeof versions)[number];
export const conformsTo = (version: CroissantVersion): string => `http://mlcommons.org/croissant/${version}`;

/** What a role is called in public vocabularies, as `additionalType` of a field. */
export const roleTypes: Readonly<Record<FieldRole, string>> = {
  identifier: 'adms:Identifier',
  time: 'time:TemporalPosition',
  measurement: 'sosa:ObservableProperty',
  setpoint: 'sosa:ActuatableProperty',
  label: 'cr:Label',
  group: 'qb:DimensionProperty',
  status: 'qb:AttributeProperty',
  split: 'cr:Split',
};

/** A structure is served as JSON text. */
export const dataTypes: Readonly<Record<FieldType, string | readonly string[]>> = {
  integer: 'sc:Integer',
  number: 'sc:Float',
  boolean: 'sc:Boolean',
  string: 'sc:Text',
  date: 'sc:Date',
  datetime: 'sc:DateTime',
  time: 'sc:Time',
  structure: ['sc:Text', 'sc:StructuredValue'],
};

/** Types that others write, most telling first. */
const typesByName: Readonly<Record<string, FieldType>> = {
  'sc:StructuredValue': 'structure',
  'sc:GeoCoordinates': 'structure',
  'cr:BoundingBox': 'structure',
  'sc:Integer': 'integer',
  'sc:Float': 'number',
  'sc:Number': 'number',
  'sc:Boolean': 'boolean',
  'sc:Date': 'date',
  'sc:DateTime': 'datetime',
  'sc:Time': 'time',
};

/** The type of a field with these data types; text where none of them is known. */
export function typeOf(names: readonly string[]): FieldType {
  for (const [name, type] of Object.entries(typesByName)) if (names.includes(name)) return type;
  if (names.some((name) => /^cr:U?Int\d+$/.test(name))) return 'integer';
  if (names.some((name) => /^cr:Float\d+$/.test(name))) return 'number';
  return 'string';
}

/** Statistics of a field: data type (DDI, VoID) and the schema.org property of the same meaning. */
export const statisticTerms = {
  min: { dataType: 'ddi-stats:a1d0ec6', equivalentProperty: 'sc:minValue' },
  max: { dataType: 'ddi-stats:8321e79', equivalentProperty: 'sc:maxValue' },
  mean: { dataType: 'ddi-stats:7975ed0' },
  sd: { dataType: 'ddi-stats:690ab50' },
  count: { dataType: 'ddi-stats:c646dd8' },
  missing: { dataType: 'ddi-stats:6459c62' },
  distinct: { dataType: 'void:distinctObjects' },
} as const;

/** Number of records of a record set: Wikidata's "cardinality". */
export const cardinality = 'wd:Q4049983';

/** QUDT unit of a UCUM code, for the units of the shop floor. Others are written by symbol and UCUM code alone. */
export const qudtUnits: Readonly<Record<string, string>> = {
  K: 'K',
  Cel: 'DEG_C',
  '[degF]': 'DEG_F',
  s: 'SEC',
  ms: 'MilliSEC',
  min: 'MIN',
  h: 'HR',
  d: 'DAY',
  m: 'M',
  mm: 'MilliM',
  um: 'MicroM',
  cm: 'CentiM',
  km: 'KiloM',
  g: 'GM',
  kg: 'KiloGM',
  N: 'N',
  kN: 'KiloN',
  'N.m': 'N-M',
  Pa: 'PA',
  kPa: 'KiloPA',
  MPa: 'MegaPA',
  bar: 'BAR',
  W: 'W',
  kW: 'KiloW',
  'kW.h': 'KiloW-HR',
  J: 'J',
  V: 'V',
  A: 'A',
  Hz: 'HZ',
  kHz: 'KiloHZ',
  '{rev}/min': 'REV-PER-MIN',
  '/min': 'PER-MIN',
  'm/s': 'M-PER-SEC',
  'mm/s': 'MilliM-PER-SEC',
  'm/s2': 'M-PER-SEC2',
  '%': 'PERCENT',
  L: 'L',
  'L/min': 'L-PER-MIN',
  deg: 'DEG',
  rad: 'RAD',
};

/** Type of a record set that lists the values that a field may take. */
export const enumeration = 'sc:Enumeration';

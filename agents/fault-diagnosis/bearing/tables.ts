import type { BearingGeometry } from '../../../src/methods/index.ts';
import type { Language } from '../../../src/workspace/index.ts';
import { type Columns, markdownTables, numberIn, rowsOf } from '../../shared/markdown-table.ts';
import type { DocumentText } from '../../shared/read-documents.ts';
import type { Citation } from '../answer.ts';

/** Something that a document states in a row of a table. */
export interface Stated<T> {
  readonly value: T;
  readonly language: Language;
  readonly citation: Citation;
}

export interface Zone {
  readonly zone: string;
  readonly lower: number;
  /** `null`: no upper limit. */
  readonly upper: number | null;
  readonly unit: string;
  readonly meaning: string;
}

export interface Defect {
  readonly code: string;
  readonly name: string;
  readonly action: string;
}

function stated<Key extends string, T>(
  documents: readonly DocumentText[],
  columns: Columns<Key>,
  required: readonly NoInfer<Key>[],
  value: (row: Readonly<Record<Key, string>>) => T | undefined,
): readonly Stated<T>[] {
  return documents.flatMap(({ id, start, text, language }) =>
    rowsOf(markdownTables(text), columns, required).flatMap((row) => {
      const read = value(row);
      const citation = { document: id, start: start + row.start, end: start + row.end };
      return read === undefined ? [] : [{ value: read, language, citation }];
    }),
  );
}

const geometryColumns = {
  bearing: ['bearing', 'bearing type', '轴承', '轴承型号'],
  elements: ['rolling elements', 'balls', '滚动体数'],
  ball: ['ball diameter', '滚动体直径'],
  pitch: ['pitch diameter', '节圆直径'],
  angle: ['contact angle', '接触角'],
};

/** Bearing geometry, mm and degrees. A row with a number missing, or balls that do not fit the circle, is left out. */
export function geometries(
  documents: readonly DocumentText[],
): readonly Stated<BearingGeometry & { readonly bearing: string }>[] {
  const columns = ['bearing', 'elements', 'ball', 'pitch', 'angle'] as const;
  return stated(documents, geometryColumns, columns, (row) => {
    const [rollingElements, ballDiameter, pitchDiameter, contactAngle] = columns
      .slice(1)
      .map((column) => numberIn(row[column]));
    if (rollingElements === undefined || ballDiameter === undefined) return undefined;
    if (pitchDiameter === undefined || contactAngle === undefined) return undefined;
    const fits =
      rollingElements > 0 && ballDiameter > 0 && rollingElements * ballDiameter < Math.PI * pitchDiameter;
    return fits
      ? { bearing: row.bearing, rollingElements, ballDiameter, pitchDiameter, contactAngle }
      : undefined;
  });
}

const zoneColumns = {
  zone: ['zone', '区域'],
  lower: ['lower limit', '下限'],
  upper: ['upper limit', '上限'],
  unit: ['unit', '单位'],
  meaning: ['meaning', '含义'],
};

/** Severity zones; a blank limit is an open end. */
export const zones = (documents: readonly DocumentText[]): readonly Stated<Zone>[] =>
  stated(documents, zoneColumns, ['zone', 'lower', 'upper', 'unit'], ({ zone, unit, meaning, ...row }) => ({
    zone,
    unit,
    meaning,
    lower: numberIn(row.lower) ?? 0,
    upper: numberIn(row.upper) ?? null,
  }));

const parameterColumns = {
  name: ['parameter', '参数'],
  value: ['value', '数值'],
};

/** Values of the parameter whose code begins the first column. */
export const parameters = (documents: readonly DocumentText[], code: string): readonly Stated<number>[] =>
  stated(documents, parameterColumns, ['name', 'value'], ({ name, value }) =>
    name.split(/\s/)[0] === code ? numberIn(value) : undefined,
  );

const defectColumns = {
  code: ['code', '代码'],
  name: ['fault', 'defect', '故障', '缺陷'],
  action: ['action', 'remedy', '处置', '措施'],
};

/** Codes with name and action; tables with a condition column among them, as their codes count as well. */
export const defects = (documents: readonly DocumentText[]): readonly Stated<Defect>[] =>
  stated(documents, defectColumns, ['code', 'action'], ({ code, name, action }) =>
    code === '' ? undefined : { code, name: name || code, action },
  );

/** The one that is stated, first in the reader's language; `conflict` where documents state different values. */
export function agreed<T>(
  all: readonly Stated<T>[],
  language: Language,
  same: (value: T) => string,
): { readonly one: Stated<T> | undefined; readonly conflict: boolean } {
  const conflict = new Set(all.map(({ value }) => same(value))).size > 1;
  return { one: conflict ? undefined : (all.find((each) => each.language === language) ?? all[0]), conflict };
}

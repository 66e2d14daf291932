import { type Language, languageOf } from '../../../src/workspace/index.ts';
import { markdownTables, numberIn, rowsOf } from '../../shared/markdown-table.ts';

/** One row of a parameter table, with its place in the document. */
export interface DocumentedParameter {
  readonly code: string;
  readonly value: number;
  readonly unit: string;
  readonly note: string;
  readonly document: string;
  readonly language: Language;
  readonly start: number;
  readonly end: number;
}

const columns = {
  code: ['parameter', '参数'],
  value: ['value', '数值'],
  unit: ['unit', '单位'],
  note: ['note', '说明'],
};

/** Rows of the tables `Parameter | Value | Unit | Note` (zh `参数 | 数值 | 单位 | 说明`) of a document. */
export function parametersIn(document: string, text: string, offset: number): readonly DocumentedParameter[] {
  const language = languageOf(text);
  return rowsOf(markdownTables(text), columns, ['code', 'value']).flatMap((row) => {
    const code = /^[a-z][a-z0-9_]*/.exec(row.code)?.[0];
    const value = numberIn(row.value);
    if (code === undefined || value === undefined) return [];
    const { unit, note, start, end } = row;
    return [{ code, value, unit, note, document, language, start: offset + start, end: offset + end }];
  });
}

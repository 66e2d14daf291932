import { type Field, type Scalar, ZhujiError } from '../../workspace/index.ts';
import type { RowSet } from '../facts/rows.ts';
import type { Remedy } from './change.ts';

function incomplete({ finding }: Remedy, en: string, zh: string): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    {
      en: `The remedy of ${finding.id} cannot be applied: ${en}.`,
      zh: `无法应用 ${finding.id} 的修复办法：${zh}。`,
    },
    { details: { finding: finding.id } },
  );
}

/** All records that a remedy applies to. Errors: `invalid_argument` where they are not known one by one. */
export function rowsOf(remedy: Remedy): RowSet {
  if (remedy.affected) return remedy.affected;
  throw incomplete(remedy, 'its records are not known one by one', '其涉及的记录并非逐条可知');
}

/** The fields that a remedy applies to: the one that it names, or those of the finding. Errors: `invalid_argument`. */
export function fieldsOf(remedy: Remedy): readonly Field[] {
  const { finding, repair, recordSet } = remedy;
  const named = repair.parameters?.['field'];
  const ids = named === undefined ? finding.fields : [String(named)];
  const fields = ids.map((id) => recordSet.fields.find((field) => field.id === id));
  if (fields.length === 0) throw incomplete(remedy, 'it names no field', '未指明字段');
  return fields.map((field) => {
    if (field) return field;
    throw incomplete(remedy, `${recordSet.id} has no such field`, `${recordSet.id} 没有该字段`);
  });
}

/** A parameter of a remedy. Errors: `invalid_argument` where it is not there. */
export function parameterOf(remedy: Remedy, name: string): Scalar {
  const value = remedy.repair.parameters?.[name];
  if (value !== undefined) return value;
  throw incomplete(remedy, `it does not say the ${name}`, `缺少参数 ${name}`);
}

/** A parameter that is a number. Errors: `invalid_argument`. */
export function numberOf(remedy: Remedy, name: string): number {
  const value = parameterOf(remedy, name);
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw incomplete(remedy, `its ${name} is no number`, `参数 ${name} 不是数字`);
}

/** Errors: `invalid_argument` where a cell holds what an action cannot work with. */
export function notApplicable(remedy: Remedy, field: Field, text: string): ZhujiError {
  return incomplete(
    remedy,
    `"${text}" in ${field.id} is nothing that ${remedy.repair.action} can compute with exactly`,
    `字段 ${field.id} 中的“${text}”无法由 ${remedy.repair.action} 精确计算`,
  );
}

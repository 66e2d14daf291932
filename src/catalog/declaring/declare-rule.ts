import {
  type Condition,
  fieldsOf,
  numberFieldsOf,
  parseCondition,
  textFieldsOf,
} from '../../methods/condition/index.ts';
import { type RecordSet, type Rule, ZhujiError } from '../../workspace/index.ts';
import type { RuleDeclaration } from '../declaration.ts';
import { declaredText } from './declare-field.ts';
import { refused, unknownName } from './refusal.ts';

function parsed(text: string, place: string): Condition {
  try {
    return parseCondition(text);
  } catch (error) {
    if (!ZhujiError.is(error)) throw error;
    const [en, zh] = [error.in('en'), error.in('zh')];
    throw refused(
      place,
      { en: en.message, zh: zh.message },
      { recovery: { en: en.recovery, zh: zh.recovery }, details: error.details },
    );
  }
}

/** A declared rule, held to the fields that there are and to their types. Errors: `invalid_argument` with the place. */
export function declareRule(rule: RuleDeclaration, { fields }: RecordSet, place: string): Rule {
  const at = `${place}.condition`;
  const condition = parsed(rule.condition, at);
  const types = new Map(fields.map(({ id, type }) => [id, type]));
  const names = fieldsOf(condition);
  if (names.length === 0)
    throw refused(at, { en: `"${rule.condition}" names no field`, zh: `“${rule.condition}”未提及任何字段` });
  for (const name of names) {
    if (types.has(name)) continue;
    const byName = fields.find((field) => field.name === name);
    throw unknownName(at, { en: 'field', zh: '字段' }, byName?.id ?? name, [...types.keys()]);
  }
  const isText = (name: string): boolean => ['string', 'structure'].includes(types.get(name) ?? '');
  for (const name of numberFieldsOf(condition)) {
    if (!isText(name)) continue;
    throw refused(at, {
      en: `"${name}" is text, which can only be compared by = and != with "text" or another field`,
      zh: `"${name}" 为文本，只能用 = 与 != 同 "文本" 或其他字段比较`,
    });
  }
  for (const name of textFieldsOf(condition)) {
    if (isText(name)) continue;
    throw refused(at, {
      en: `"${name}" is of type ${types.get(name)}, and is compared with text in quotes`,
      zh: `"${name}" 的类型为 ${types.get(name)}，却与引号内的文本比较`,
    });
  }
  return {
    id: rule.id,
    condition: rule.condition,
    ...(rule.tolerance !== undefined && { tolerance: rule.tolerance }),
    description: declaredText(rule.description) ?? {},
  };
}

import type { RecordSet, Rule } from '../../workspace/index.ts';
import type { RecordSetDeclaration, RuleDeclaration } from '../declaration.ts';
import { declaredText } from './declare-field.ts';
import { declareRule } from './declare-rule.ts';
import { findField } from './find-field.ts';
import { refused } from './refusal.ts';

/** Rules by id: a declared one takes the place of one with its id, others stay. */
function rulesOf(declared: readonly RuleDeclaration[], recordSet: RecordSet, place: string): Rule[] {
  const rules = new Map((recordSet.rules ?? []).map((rule) => [rule.id, rule]));
  const seen = new Set<string>();
  for (const [index, rule] of declared.entries()) {
    const at = `${place}rules.${index}`;
    if (seen.has(rule.id)) {
      throw refused(`${at}.id`, {
        en: `two rules have the id "${rule.id}"`,
        zh: `有两条规则使用标识 "${rule.id}"`,
      });
    }
    seen.add(rule.id);
    rules.set(rule.id, declareRule(rule, recordSet, at));
  }
  return [...rules.values()];
}

function keyOf(names: readonly string[], recordSet: RecordSet, place: string): string[] {
  const ids = names.map((name) => findField(recordSet, name, `${place}key`).id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated !== undefined) {
    throw refused(`${place}key`, {
      en: `the field "${repeated}" stands there twice`,
      zh: `字段 "${repeated}" 出现了两次`,
    });
  }
  return ids;
}

/** A record set with what is declared of it as a whole; what is not declared stays. `place`: path with its point. Errors: `invalid_argument`. */
export function declareRecordSet(
  recordSet: RecordSet,
  declaration: RecordSetDeclaration,
  place: string,
): RecordSet {
  const { key, rows, rules } = declaration;
  const title = declaredText(declaration.title);
  return {
    ...recordSet,
    ...(title && { title }),
    ...(key && { key: keyOf(key, recordSet, place) }),
    ...(rows !== undefined && { declaredRows: rows }),
    ...(rules && rules.length > 0 && { rules: rulesOf(rules, recordSet, place) }),
  };
}

import type { Language } from '../../../src/workspace/index.ts';
import type { DocumentSearch } from '../../shared/read-documents.ts';
import type { Note } from '../answer.ts';
import type { FoundRecord } from '../find-record.ts';
import type { GivenValues } from '../given-values.ts';
import { documentNames } from '../situation.ts';
import { list, say } from '../words.ts';
import { type FaultRule, fieldsNamed } from './fault-rules.ts';

export function overrides(
  record: FoundRecord | undefined,
  { values }: GivenValues,
  language: Language,
): Note[] {
  const changed = Object.keys(values).filter((id) => record && record.values[id] !== values[id]);
  if (changed.length === 0) return [];
  return [
    {
      code: 'values_replaced',
      text: say(
        language,
        `The question's values take the place of the stored ones: ${list(language, changed)}.`,
        `以问题给出的值代替所存的值：${list(language, changed)}。`,
      ),
    },
  ];
}

export function noRecord(rules: readonly FaultRule[], language: Language): Note {
  const named = list(language, fieldsNamed(rules));
  return {
    code: 'no_record',
    text: say(
      language,
      `Which record: a row number, an id, or values with units. The rules need: ${named}.`,
      `哪条记录：请给出行号、编号，或带单位的数值。判据需要：${named}。`,
    ),
  };
}

export function noFields(dataset: string, named: readonly string[], language: Language): Note {
  return {
    code: 'fields',
    text: say(
      language,
      `${dataset} has none of the fields that the rules name: ${list(language, named)}.`,
      `${dataset} 没有判据所提到的字段：${list(language, named)}。`,
    ),
  };
}

/** The form that a condition has to have, where some are not of it; each is quoted once. */
export function unreadConditions(rules: readonly FaultRule[], language: Language): Note[] {
  const unread = rules.filter((rule) => rule.unread !== undefined);
  if (unread.length === 0) return [];
  const quoted = [...new Set(unread.map(({ code, written }) => `${code} \`${written}\``))];
  return [
    {
      code: 'unread_condition',
      text: say(
        language,
        `Conditions that can be read: ${list(language, quoted)} could not be. A condition is written over field ids, without units, which have a column of their own, e.g. \`field_a > 10\` or \`field_a - field_b < 2.5 and field_c = "text"\`.`,
        `可读的判据：未能读取 ${list(language, quoted)}。判据应以字段标识书写，不带单位（单位另列一栏），例如 \`field_a > 10\` 或 \`field_a - field_b < 2.5 and field_c = "text"\`。`,
      ),
    },
  ];
}

export function noRule(codes: readonly string[], search: DocumentSearch, language: Language): Note[] {
  if (codes.length === 0) return [];
  return [
    {
      code: 'fault_rules',
      text: say(
        language,
        `No rule for ${list(language, codes)} in ${documentNames(search, language)}.`,
        `${documentNames(search, language)} 中没有 ${list(language, codes)} 的判据。`,
      ),
    },
  ];
}

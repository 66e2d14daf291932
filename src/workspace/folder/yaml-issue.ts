import type { z } from 'zod';
import type { Sentence } from '../errors.ts';
import { nearest } from '../nearest.ts';

const typeNames: Readonly<Record<string, Sentence>> = {
  string: { en: 'a text (put it in quotes)', zh: '文本（请加引号）' },
  number: { en: 'a number', zh: '数值' },
  int: { en: 'a whole number', zh: '整数' },
  boolean: { en: 'true or false', zh: 'true 或 false' },
  array: { en: 'a list', zh: '列表' },
  object: { en: 'a group of keys with values', zh: '一组键与值' },
  record: { en: 'a group of keys with values', zh: '一组键与值' },
};

export interface IssueInWords {
  readonly reason: Sentence;
  readonly details: Readonly<Record<string, unknown>>;
}

/** A key that the schema does not have, where it may have `valid`. */
export function unknownKey(name: string, key: string, valid: readonly string[]): IssueInWords {
  const meant = nearest(key, valid);
  const offered = meant.length > 0 ? meant : valid;
  return {
    reason: {
      en: `unknown key "${name}"; ${meant.length > 0 ? `did you mean ${offered.join(', ')}?` : `valid: ${offered.join(', ')}`}`,
      zh: `未知的键 "${name}"；${meant.length > 0 ? `是否指 ${offered.join('、')}？` : `可用：${offered.join('、')}`}`,
    },
    details: { field: name, did_you_mean: meant, valid_values: valid },
  };
}

/** What is wrong with a value; `issue` carries its input. */
export function valueIssue(name: string, issue: z.core.$ZodIssue): IssueInWords {
  const told = (reason: Sentence, details: Readonly<Record<string, unknown>> = {}): IssueInWords => ({
    reason: name ? { en: `${name}: ${reason.en}`, zh: `${name}：${reason.zh}` } : reason,
    details: { field: name, ...details },
  });
  if (issue.code === 'invalid_type') {
    const type = typeNames[issue.expected];
    if (type) return told({ en: `must be ${type.en}`, zh: `须为${type.zh}` });
  }
  if (issue.code === 'invalid_value') {
    const valid = issue.values.map(String);
    const meant = typeof issue.input === 'string' ? nearest(issue.input, valid) : [];
    const [en, zh] =
      meant.length > 0 ? [`; did you mean ${meant.join(', ')}?`, `；是否指 ${meant.join('、')}？`] : ['', ''];
    return told(
      { en: `must be one of ${valid.join(', ')}${en}`, zh: `须为以下之一：${valid.join('、')}${zh}` },
      { did_you_mean: meant, valid_values: valid },
    );
  }
  if (issue.code === 'too_small' && issue.origin === 'number') {
    return told({ en: `must be at least ${issue.minimum}`, zh: `不得小于 ${issue.minimum}` });
  }
  if (issue.code === 'too_big' && issue.origin === 'number') {
    return told({ en: `must be at most ${issue.maximum}`, zh: `不得大于 ${issue.maximum}` });
  }
  if (issue.code === 'custom') {
    const { en, zh } = issue.params ?? {};
    if (typeof en === 'string' && typeof zh === 'string') return told({ en, zh });
  }
  if (issue.code === 'invalid_format' && issue.format === 'date') {
    return told({ en: 'must be a date such as 2026-01-31', zh: '须为日期，如 2026-01-31' });
  }
  return told({ en: issue.message, zh: `取值无效（${issue.message}）` });
}

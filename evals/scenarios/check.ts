import { z } from 'zod';
import { isId } from '../../src/workspace/folder/index.ts';
import { ZhujiError } from '../../src/workspace/index.ts';
import { scorers } from '../scorers/index.ts';
import { type Item, type Scenario, scenarioSchema } from './scenario.ts';

/** The value by its schema. Errors: `invalid_metadata` with place and field. */
export function check<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  place: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw invalid(place, z.prettifyError(result.error));
}

/**
 * A scenario that can be run: of its form, with an id that can name a folder, each item once, each truth as the scorer
 * needs it. Errors: `invalid_metadata` with `place` and what is wrong.
 */
export function checkScenario(value: unknown, place: string): Scenario {
  const scenario = check(scenarioSchema, value, place);
  if (!isId(scenario.id)) {
    throw invalid(place, {
      en: `"${scenario.id}" cannot be an id`,
      zh: `“${scenario.id}”不能作为标识`,
    });
  }
  requireUnique(scenario.items, place);
  const { truth } = scorers[scenario.scorer];
  for (const item of scenario.items) {
    const result = truth.safeParse(item.truth);
    if (result.success) continue;
    const reason = z.prettifyError(result.error);
    throw invalid(place, {
      en: `the truth of item "${item.id}" is none for ${scenario.scorer}: ${reason}`,
      zh: `题目“${item.id}”的 truth 不符合 ${scenario.scorer} 的要求：${reason}`,
    });
  }
  return scenario;
}

function requireUnique(items: readonly Item[], place: string): void {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id } of items) (seen.has(id) ? twice : seen).add(id);
  if (twice.size === 0) return;
  const ids = [...twice];
  throw invalid(place, {
    en: `item ids must differ, but these occur more than once: ${ids.join(', ')}`,
    zh: `题目 id 不得重复，以下 id 出现多次：${ids.join('、')}`,
  });
}

export function invalid(place: string, reason: string | { en: string; zh: string }): ZhujiError {
  const { en, zh } = typeof reason === 'string' ? { en: reason, zh: reason } : reason;
  return new ZhujiError(
    'invalid_metadata',
    { en: `${place} is not a valid scenario: ${en}`, zh: `${place} 不是有效的场景：${zh}` },
    {
      recovery: { en: 'Correct what is named, and run it again.', zh: '请更正所指出之处后重新运行。' },
      details: { place },
    },
  );
}

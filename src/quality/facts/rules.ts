import {
  type CompiledCondition,
  compileCondition,
  fails,
  holds,
  parseCondition,
} from '../../methods/condition/index.ts';
import { type Rule, type Sentence, ZhujiError } from '../../workspace/index.ts';
import type { TableFacts } from './types.ts';

/** How a rule stands with the records. */
export interface RuleOutcome {
  readonly rule: Rule;
  readonly fields: readonly string[];
  readonly holds: number;
  readonly fails: number;
  /** Records that lack a value which the rule needs. */
  readonly undetermined: number;
  /** Rows of the records that break it, ascending; a million at most. */
  readonly rows: readonly number[];
}

/** A rule that cannot be applied, and why. */
export interface RefusedRule {
  readonly rule: Rule;
  readonly problem: Sentence;
}

const mostRows = 1_000_000;

function compiled({ recordSet }: TableFacts, rule: Rule): CompiledCondition | Sentence {
  try {
    const condition = compileCondition(parseCondition(rule.condition), {
      ...(rule.tolerance !== undefined && { tolerance: rule.tolerance }),
    });
    const known = new Set(recordSet.fields.flatMap(({ id, type }) => (type === 'structure' ? [] : [id])));
    const strange = [...condition.fields, ...condition.texts].filter((id) => !known.has(id));
    if (strange.length === 0) return condition;
    return { en: `there is no field ${strange.join(', ')}`, zh: `没有字段 ${strange.join('、')}` };
  } catch (error) {
    if (!ZhujiError.is(error)) throw error;
    return { en: error.in('en').message, zh: error.in('zh').message };
  }
}

/** Applies the declared rules to all records, in one scan. */
export async function applyRules(
  table: TableFacts,
): Promise<{ readonly outcomes: readonly RuleOutcome[]; readonly refused: readonly RefusedRule[] }> {
  const refused: RefusedRule[] = [];
  const ready: { rule: Rule; condition: CompiledCondition; count: number[]; rows: number[] }[] = [];
  for (const rule of table.recordSet.rules ?? []) {
    const condition = compiled(table, rule);
    if ('evaluate' in condition) ready.push({ rule, condition, count: [0, 0, 0], rows: [] });
    else refused.push({ rule, problem: condition });
  }
  if (ready.length > 0 && table.rows > 0) await decide(table, ready);
  const outcomes = ready.map(({ rule, condition, count, rows }) => ({
    rule,
    fields: [...new Set([...condition.fields, ...condition.texts])],
    holds: count[holds] ?? 0,
    fails: count[fails] ?? 0,
    undetermined: table.rows - (count[holds] ?? 0) - (count[fails] ?? 0),
    rows,
  }));
  return { outcomes, refused };
}

async function decide(
  table: TableFacts,
  ready: readonly {
    readonly condition: CompiledCondition;
    readonly count: number[];
    readonly rows: number[];
  }[],
): Promise<void> {
  const fields = [...new Set(ready.flatMap(({ condition }) => condition.fields))];
  const texts = [...new Set(ready.flatMap(({ condition }) => condition.texts))];
  let codes = new Uint8Array(0);
  for await (const batch of table.scan({ fields, texts })) {
    const size = batch.rows.length;
    if (codes.length < size) codes = new Uint8Array(size);
    for (const { condition, count, rows } of ready) {
      condition.evaluate(
        condition.fields.map((id) => batch.columns[fields.indexOf(id)] ?? new Float64Array(size)),
        condition.texts.map((id) => batch.texts[texts.indexOf(id)] ?? []),
        size,
        codes,
      );
      for (let place = 0; place < size; place += 1) {
        const code = codes[place] ?? 0;
        count[code] = (count[code] ?? 0) + 1;
        if (code === fails && rows.length < mostRows) rows.push(batch.rows[place] ?? Number.NaN);
      }
    }
  }
}

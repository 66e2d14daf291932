import { fieldsOf, parseCondition } from '../../methods/condition/index.ts';
import { type Proposal, ZhujiError } from '../../workspace/index.ts';
import { breathe } from '../breathe.ts';
import { isNumeric } from '../facts/field-facts.ts';
import type { TableFacts } from '../facts/types.ts';
import { percent } from '../findings/words.ts';
import { propose } from './proposal.ts';

/** Fields of which sums and products are tried, and those of three factors. */
const mostFields = 30;
const mostFactors = 16;
const mostRules = 5;
/** Records that must decide, and the share of them that must agree. */
const fewest = 50;
const support = 0.99;
/** Records that all identities are tried on first. */
const probes = 24;
/** Records after which so few have decided that nothing is to be expected. */
const patience = 2000;
/** Change of the result by one part, relative to the result, that is none. */
const negligible = 0.05;
/** Rounding of the third value, relative to the larger side. */
const tolerances = [1e-9, 1e-6, 0.005];

interface Identity {
  readonly result: string;
  readonly parts: readonly string[];
  readonly sign: '+' | '*';
}

interface Column {
  readonly id: string;
  readonly values: Float64Array;
}

/** Sums and products of fields that are another field, in almost every record of the sample. */
export async function ruleProposals(table: TableFacts): Promise<readonly Proposal[]> {
  const sample = await table.sample();
  const columns = table.fields
    .filter(({ field, distinct }) => isNumeric(field) && (distinct ?? 0) >= 5 && field.role !== 'time')
    .slice(0, mostFields)
    .map(({ field }) => ({ id: field.id, values: sample.column(field.id) }));
  const known = (table.recordSet.rules ?? []).map(({ condition }) => mentioned(condition));
  const found: Proposal[] = [];
  for (const [parts, sign] of combinations(columns)) {
    await breathe();
    for (const result of columns) {
      if (found.length >= mostRules) return found;
      if (parts.includes(result)) continue;
      const share = sharesOf(result, parts, sign);
      if (!share) continue;
      const ids = [result, ...parts].map(({ id }) => id);
      if (known.some((fields) => ids.every((id) => fields.includes(id)))) continue;
      const identity = { result: result.id, parts: parts.map(({ id }) => id), sign };
      const proposal = proposalOf(table, identity, share);
      if (proposal) found.push(proposal);
    }
  }
  return found;
}

function* combinations(columns: readonly Column[]): Generator<readonly [readonly Column[], '+' | '*']> {
  for (const [place, first] of columns.entries()) {
    for (const [further, second] of columns.slice(place + 1).entries()) {
      yield [[first, second], '+'];
      yield [[first, second], '*'];
      if (columns.length > mostFactors) continue;
      for (const third of columns.slice(place + further + 2)) yield [[first, second, third], '*'];
    }
  }
}

/** Share of the records that agree, at the tightest tolerance that enough of them keep; `null`: no identity. */
function sharesOf(result: Column, parts: readonly Column[], sign: '+' | '*') {
  const counts = tolerances.map(() => 0);
  let decided = 0;
  for (let place = 0; place < result.values.length; place += 1) {
    const value = result.values[place] ?? Number.NaN;
    let made = sign === '+' ? 0 : 1;
    let plain = value === 0;
    for (const { values } of parts) {
      const part = values[place] ?? Number.NaN;
      made = sign === '+' ? made + part : made * part;
    }
    // Adding next to nothing, or multiplying by about one, proves nothing.
    for (const { values } of parts) {
      const part = values[place] ?? Number.NaN;
      const without = sign === '+' ? made - part : made / part;
      if (Math.abs(without - value) <= negligible * Math.abs(value)) plain = true;
    }
    if (place === patience && decided < probes) return null;
    if (plain || Number.isNaN(value) || Number.isNaN(made)) continue;
    decided += 1;
    const difference = Math.abs(made - value);
    const larger = Math.max(Math.abs(made), Math.abs(value));
    for (let step = 0; step < tolerances.length; step += 1) {
      if (difference <= (tolerances[step] ?? 0) * larger) counts[step] = (counts[step] ?? 0) + 1;
    }
    if (decided === probes && (counts.at(-1) ?? 0) < probes - 2) return null;
  }
  if (decided < fewest) return null;
  const at = counts.findIndex((count) => count / decided >= support);
  return at < 0 ? null : { share: (counts[at] ?? 0) / decided, tolerance: tolerances[at] ?? 0, decided };
}

function mentioned(condition: string): readonly string[] {
  try {
    return [...fieldsOf(parseCondition(condition))];
  } catch (error) {
    if (ZhujiError.is(error)) return [];
    throw error;
  }
}

function proposalOf(
  table: TableFacts,
  { result, parts, sign }: Identity,
  { share, tolerance, decided }: { share: number; tolerance: number; decided: number },
): Proposal | null {
  const condition = `${result} = ${parts.join(` ${sign} `)}`;
  // An id that the language of conditions cannot say.
  if (mentioned(condition).length !== parts.length + 1) return null;
  const id = `${result}_${sign === '+' ? 'sum' : 'product'}_${parts.join('_')}`;
  const loose = tolerance > 1e-3 ? 0.1 : 0;
  const confidence = (share === 1 ? 0.95 : 0.8) - loose;
  const reason = {
    zh: `抽样中 ${decided} 条记录的 ${percent(share)} 符合 ${condition}`,
    en: `${percent(share)} of ${decided} records of the sample agree with ${condition}`,
  };
  const rule = { id, condition, tolerance, description: reason };
  const proposal = propose(table, undefined, 'rule', rule, Number(confidence.toFixed(2)), reason);
  return { ...proposal, id: `rule:${table.recordSet.id}.${id}` };
}

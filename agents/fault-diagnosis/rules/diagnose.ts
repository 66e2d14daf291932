import type { Language } from '../../../src/workspace/index.ts';
import type { Values } from '../../shared/condition/index.ts';
import type { DocumentSearch } from '../../shared/read-documents.ts';
import type { QualityView } from '../../shared/read-quality.ts';
import type { Entry, FieldCard, Steps } from '../../shared/tool-data.ts';
import type { FaultDiagnosisAnswer, Note } from '../answer.ts';
import { fieldsOf } from '../find-dataset.ts';
import { type FoundRecord, findRecord, type RecordSet } from '../find-record.ts';
import { type GivenValues, givenValues } from '../given-values.ts';
import { type AskedAbout, withoutReferences } from '../question.ts';
import { type Findings, reply } from '../reply.ts';
import { list, say } from '../words.ts';
import { decideFaults } from './decide.ts';
import { type FaultRule, faultRulesIn, fieldsNamed } from './fault-rules.ts';

export interface Situation {
  readonly text: string;
  readonly language: Language;
  readonly asked: AskedAbout;
  readonly entry: Entry;
  readonly quality: QualityView;
  readonly search: DocumentSearch;
  /** What was assumed or has to be mentioned so far. */
  readonly qualifications: readonly Note[];
  readonly missing: readonly Note[];
}

/** Decides the fault rules of the dataset's documents over one record, stored or given. */
export function* diagnoseByRules(situation: Situation): Steps<FaultDiagnosisAnswer> {
  const { text, language, asked, entry, search } = situation;
  const fields = fieldsOf(entry).filter(({ role }) => role !== 'label');
  const { usable, refused } = rulesOf(search, entry, language);
  const found = { dataset: entry.id, qualifications: [...situation.qualifications] };
  const missing = [...situation.missing, ...refused];
  if (usable.length === 0) return withoutRules(situation, fields, found);
  const given = givenValues(withoutReferences(text), fields, language);
  const set = recordSetFor(entry, usable);
  const stored = yield* storedRecord(situation, set, usable);
  if ('lacks' in stored && (stored.lacks.code !== 'no_record' || Object.keys(given.values).length === 0)) {
    const faults = undecided(asked.codes, stored.lacks.text);
    return reply({ ...found, faults, missing: [...missing, stored.lacks, ...given.missing] }, language);
  }
  const record = 'record' in stored ? stored.record : undefined;
  const values: Values = { ...(record ? record.values : {}), ...given.values };
  const excluded = record ? exclusion(record, language) : undefined;
  const decided = decideFaults(usable, excluded ? {} : values, fields, language);
  const unknown = asked.codes.filter((code) => !usable.some((rule) => rule.code === code));
  return reply(
    {
      ...found,
      faults: [...decided.faults],
      record: recordAnswer(record, set, values, fieldsNamed(usable), asked),
      missing: [...missing, ...given.missing, ...(excluded ?? []), ...noRule(unknown, search, language)],
      qualifications: [
        ...found.qualifications,
        ...given.qualifications,
        ...overrides(record, given, language),
        ...decided.qualifications,
      ],
      derivation: [...given.derivation, ...decided.faults.flatMap(calculations)],
      evidence: {
        datasets:
          record && set
            ? [{ dataset: entry.id, record_set: set.id, hash: entry.hash, rows: [record.row] }]
            : [],
        passages: decided.faults.flatMap(({ citations }) => citations),
      },
    },
    language,
  );
}

/** Rules that read a label of the data would only repeat it: they are left out. */
function rulesOf(
  { documents }: DocumentSearch,
  entry: Entry,
  language: Language,
): { usable: FaultRule[]; refused: Note[] } {
  const labels = new Set(
    fieldsOf(entry)
      .filter(({ role }) => role === 'label')
      .map(({ id }) => id),
  );
  const all = documents.flatMap(faultRulesIn);
  const reads = (rule: FaultRule) => fieldsNamed([rule]).filter((id) => labels.has(id));
  return {
    usable: all.filter((rule) => reads(rule).length === 0),
    refused: all
      .filter((rule) => reads(rule).length > 0)
      .map((rule) => ({
        code: 'label_rule',
        text: say(
          language,
          `${rule.code}: the rule reads the label ${list(language, reads(rule))}, so it diagnoses nothing.`,
          `${rule.code}：判据读取的是标签 ${list(language, reads(rule))}，不构成诊断。`,
        ),
      })),
  };
}

/** The record set that has most of the fields that the rules name. */
function recordSetFor({ record_sets: sets = [] }: Entry, rules: readonly FaultRule[]): RecordSet | undefined {
  const named = fieldsNamed(rules);
  const matches = ({ fields }: RecordSet) => fields.filter(({ id }) => named.includes(id)).length;
  return sets.toSorted((a, b) => matches(b) - matches(a))[0];
}

function* storedRecord(
  { asked, entry, quality, language }: Situation,
  set: RecordSet | undefined,
  rules: readonly FaultRule[],
): Steps<{ readonly record: FoundRecord } | { readonly lacks: Note }> {
  if (asked.row === undefined && asked.recordIds.length === 0) return { lacks: noRecord(rules, language) };
  if (quality.verdict === 'unfit') return { lacks: unfit(entry.id, quality, language) };
  const named = fieldsNamed(rules);
  const select = (set?.fields ?? []).filter(({ id, role }) => named.includes(id) && role !== 'label');
  if (!set || select.length === 0) return { lacks: noFields(entry.id, named, language) };
  const ids = select.map(({ id }) => id);
  return yield* findRecord(entry.id, set, asked, ids, quality.filters, language);
}

function withoutRules(
  { language, asked, entry, search, missing }: Situation,
  fields: readonly FieldCard[],
  found: Findings,
): FaultDiagnosisAnswer {
  const numeric = fields.filter(({ unit }) => unit !== null).map(({ id, unit }) => `${id} [${unit}]`);
  const codes = asked.codes.length > 0 ? list(language, asked.codes) : say(language, 'any fault', '任何故障');
  const looked =
    search.documents.length > 0
      ? list(
          language,
          search.documents.map(({ id }) => id),
        )
      : say(language, 'no document', '没有文档');
  const text = say(
    language,
    `The rules of ${codes}: a table with code, condition and limits over the fields of ${entry.id}${numeric.length > 0 ? ` (${list(language, numeric)})` : ''}. search_knowledge was asked for documents that describe ${entry.id}; found: ${looked}.`,
    `${codes}的判据：含代码、条件和限值、以 ${entry.id} 的字段${numeric.length > 0 ? `（${list(language, numeric)}）` : ''}书写的表。已用 search_knowledge 查找描述 ${entry.id} 的文档，找到：${looked}。`,
  );
  const foreign =
    search.foreign.length === 0
      ? []
      : [
          {
            code: 'foreign_documents',
            text: say(
              language,
              `Documents of other datasets were not used: ${list(language, search.foreign)}.`,
              `未采用描述其他数据集的文档：${list(language, search.foreign)}。`,
            ),
          },
        ];
  const faults = undecided(
    asked.codes,
    say(language, 'No document states its limits.', '没有文档给出其限值。'),
  );
  return reply(
    { ...found, faults, missing: [...missing, { code: 'fault_rules', text }, ...foreign] },
    language,
  );
}

const undecided = (codes: readonly string[], reason: string): FaultDiagnosisAnswer['faults'] =>
  codes.map((code) => ({
    code,
    name: code,
    verdict: 'not_determinable',
    reason,
    margins: [],
    action: null,
    citations: [],
  }));

function recordAnswer(
  record: FoundRecord | undefined,
  set: RecordSet | undefined,
  values: Values,
  named: readonly string[],
  { recordIds }: AskedAbout,
): FaultDiagnosisAnswer['record'] {
  return {
    row: record?.row ?? null,
    record_set: record ? (set?.id ?? null) : null,
    id: record && recordIds.length === 1 ? (recordIds[0] ?? null) : null,
    values: Object.fromEntries(named.map((id) => [id, values[id] ?? null])),
  };
}

const calculations = ({ code, margins }: FaultDiagnosisAnswer['faults'][number]): string[] =>
  margins
    .filter(({ quantity }) => /[-+*/]/.test(quantity))
    .map(({ quantity, value, unit }) => `${code}: ${quantity} = ${value}${unit ? ` ${unit}` : ''}`)
    .filter((line, place, all) => all.indexOf(line) === place);

function exclusion({ row, failed }: FoundRecord, language: Language): Note[] | undefined {
  if (failed.length === 0) return undefined;
  return [
    {
      code: 'unsafe_record',
      text: say(
        language,
        `Row ${row} does not pass the safe filters of the quality report (${failed.join('; ')}), so its values are not relied on.`,
        `第 ${row} 行不满足质量报告的安全过滤条件（${failed.join('；')}），其数值不可依赖。`,
      ),
    },
  ];
}

function overrides(record: FoundRecord | undefined, { values }: GivenValues, language: Language): Note[] {
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

function noRecord(rules: readonly FaultRule[], language: Language): Note {
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

function noFields(dataset: string, named: readonly string[], language: Language): Note {
  return {
    code: 'fields',
    text: say(
      language,
      `${dataset} has none of the fields that the rules name: ${list(language, named)}.`,
      `${dataset} 没有判据所提到的字段：${list(language, named)}。`,
    ),
  };
}

function unfit(dataset: string, { reasons }: QualityView, language: Language): Note {
  return {
    code: 'unfit_data',
    text: say(
      language,
      `${dataset} is unfit by its quality report, and its records were not used: ${reasons.join(' ')}`,
      `质量报告判定 ${dataset} 不适用，未使用其记录：${reasons.join(' ')}`,
    ),
  };
}

function noRule(codes: readonly string[], { documents }: DocumentSearch, language: Language): Note[] {
  if (codes.length === 0) return [];
  return [
    {
      code: 'fault_rules',
      text: say(
        language,
        `No rule for ${list(language, codes)} in ${list(
          language,
          documents.map(({ id }) => id),
        )}.`,
        `${list(
          language,
          documents.map(({ id }) => id),
        )} 中没有 ${list(language, codes)} 的判据。`,
      ),
    },
  ];
}

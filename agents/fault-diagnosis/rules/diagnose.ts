import type { Values } from '../../../src/methods/condition/index.ts';
import type { Language } from '../../../src/workspace/index.ts';
import type { DocumentSearch } from '../../shared/read-documents.ts';
import type { Entry, Steps } from '../../shared/tool-data.ts';
import type { FaultDiagnosisAnswer, Note } from '../answer.ts';
import { fieldsOf } from '../find-dataset.ts';
import { type FoundRecord, findRecord, type RecordSet } from '../find-record.ts';
import { givenValues } from '../given-values.ts';
import { type AskedAbout, withoutReferences } from '../question.ts';
import { reply } from '../reply.ts';
import { type Situation, undecided, unfit, unsafe } from '../situation.ts';
import { list, say } from '../words.ts';
import { decideFaults } from './decide.ts';
import { type FaultRule, faultRulesIn, fieldsNamed } from './fault-rules.ts';
import { noFields, noRecord, noRule, overrides, unreadConditions } from './notes.ts';
import { withoutRules } from './without-rules.ts';

/** Decides the fault rules of the dataset's documents over one record, stored or given. */
export function* diagnoseByRules(situation: Situation): Steps<FaultDiagnosisAnswer> {
  const { text, language, asked, entry, search } = situation;
  const fields = fieldsOf(entry).filter(({ role }) => role !== 'label');
  const { usable, refused } = rulesOf(search, entry, language);
  const found = { dataset: entry.id, qualifications: [...situation.qualifications] };
  const missing = [...situation.missing, ...refused, ...unreadConditions(usable, language)];
  if (usable.length === 0) return withoutRules(situation, fields, found);
  if (fieldsNamed(usable).length === 0) {
    const { faults, qualifications } = decideFaults(usable, {}, fields, language);
    return reply(
      {
        ...found,
        faults: [...faults],
        missing,
        qualifications: [...found.qualifications, ...qualifications],
        evidence: { datasets: [], passages: faults.flatMap(({ citations }) => citations) },
      },
      language,
    );
  }
  const given = givenValues(withoutReferences(text, entry.id, fields), fields, language);
  const set = recordSetFor(entry, usable);
  const stored = yield* storedRecord(situation, set, usable);
  const enough = asked.row === undefined && Object.keys(given.values).length > 0;
  if ('lacks' in stored && !enough) {
    const faults = undecided(namesOf(usable, language), stored.lacks.text);
    return reply({ ...found, faults, missing: [...missing, stored.lacks, ...given.missing] }, language);
  }
  const record = 'record' in stored ? stored.record : undefined;
  const values: Values = { ...(record ? record.values : {}), ...given.values };
  const distrusted = unsafe(record?.failed ?? [], language);
  const decided = decideFaults(usable, values, fields, language);
  const unknown = asked.codes.filter((code) => !usable.some((rule) => rule.code === code));
  return reply(
    {
      ...found,
      faults: [...decided.faults],
      record: recordAnswer(record, set, values, fieldsNamed(usable), asked),
      missing: [...missing, ...given.missing, ...distrusted, ...noRule(unknown, search, language)],
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

/** Each code once, with its name in the reader's language where there is a choice. */
function namesOf(rules: readonly FaultRule[], language: Language): readonly FaultRule[] {
  const ranked = rules.toSorted((a, b) => Number(b.language === language) - Number(a.language === language));
  const codes = [...new Set(rules.map(({ code }) => code))];
  return codes.flatMap((code) => ranked.find((rule) => rule.code === code) ?? []);
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

import type { Language } from '../../../src/workspace/index.ts';
import type { Row, Steps } from '../../shared/tool-data.ts';
import type { Fault, FaultDiagnosisAnswer, Note } from '../answer.ts';
import { type FoundRecord, findRecord } from '../find-record.ts';
import { reply } from '../reply.ts';
import { nameless, type Situation, undecided, unfit, unsafe } from '../situation.ts';
import { say } from '../words.ts';
import { type Basis, basisFor } from './basis.ts';
import { decideDefects } from './decide.ts';
import { type Line, matchDefects } from './match-lines.ts';
import { type Measured, readLines, valuesOf } from './measurement.ts';
import { severityOf } from './severity.ts';
import type { SpectrumDataset } from './structure.ts';
import { type Defect, defects, type Stated } from './tables.ts';

/** Names the defect of a bearing by the lines of its envelope spectrum, and the severity of its vibration. */
export function* diagnoseBearing(situation: Situation, data: SpectrumDataset): Steps<FaultDiagnosisAnswer> {
  const { asked, entry, language, quality, search } = situation;
  const known = inLanguage(defects(search.documents), language);
  const open = (reason: Note): FaultDiagnosisAnswer =>
    reply(
      {
        dataset: entry.id,
        faults: undecided(
          known.length > 0 ? known.map(({ value }) => value) : asked.codes.map(nameless),
          reason.text,
        ),
        missing: [...situation.missing, reason],
        qualifications: [...situation.qualifications],
      },
      language,
    );
  if (asked.row === undefined && asked.recordIds.length === 0) return open(noMeasurement(language));
  if (quality.verdict === 'unfit') return open(unfit(entry.id, quality, language));
  const columns = [data.key, data.bearing?.id, data.speed.id, data.velocity?.id, data.floor?.id];
  const select = columns.filter((id) => id !== undefined);
  const found = yield* findRecord(entry.id, data.measurements, asked, select, quality.filters, language);
  if ('lacks' in found) return open(found.lacks);
  const { record } = found;
  const { lines, rows, problem } = yield* readLines(situation, data, record);
  const text = (id: string | undefined) =>
    id && typeof record.values[id] === 'string' ? String(record.values[id]) : undefined;
  const basis = basisFor(text(data.bearing?.id), search, language);
  const measured = valuesOf(record.values, data);
  const velocity =
    measured.velocity === undefined
      ? undefined
      : { value: measured.velocity, unit: data.velocity?.unit ?? '' };
  const severity = severityOf(velocity, search.documents, language);
  const decided = decide({ basis, measured, lines, known, language, asked: asked.codes });
  const { faults, derivation } = decided;
  const set = (id: string, numbers: readonly number[]) => ({
    dataset: entry.id,
    record_set: id,
    hash: entry.hash,
    rows: [...numbers],
  });
  return reply(
    {
      dataset: entry.id,
      record: {
        row: record.row,
        record_set: data.measurements.id,
        id: text(data.key) ?? null,
        values: cells(record, select),
      },
      faults: [...faults],
      severity: severity.severity,
      missing: [
        ...situation.missing,
        ...unsafe(record.failed, language),
        ...basis.missing,
        ...decided.missing,
        ...problem,
        ...severity.missing,
      ],
      qualifications: [...situation.qualifications],
      derivation: [...derivation],
      evidence: {
        datasets: [set(data.measurements.id, [record.row]), set(data.lines.id, rows)].filter(
          (part) => part.rows.length > 0,
        ),
        passages: [
          ...[basis.geometry, basis.tolerance, basis.prominence].flatMap((part) => part?.citation ?? []),
          ...faults.flatMap(({ citations }) => citations),
          ...(severity.severity?.citations ?? []),
        ],
      },
    },
    language,
  );
}

const cells = ({ values }: FoundRecord, select: readonly string[]): Row =>
  Object.fromEntries(select.map((id) => [id, values[id] ?? null]));

/** Each code once, in the reader's language where there is a choice. */
function inLanguage(all: readonly Stated<Defect>[], language: Language): readonly Stated<Defect>[] {
  const codes = [...new Set(all.map(({ value }) => value.code))];
  return codes.flatMap((code) => {
    const same = all.filter(({ value }) => value.code === code);
    return same.find((each) => each.language === language) ?? same[0] ?? [];
  });
}

interface Decision {
  readonly faults: readonly Fault[];
  readonly missing: readonly Note[];
  readonly derivation: readonly string[];
}

function decide(input: {
  readonly basis: Basis;
  readonly measured: Measured;
  readonly lines: readonly Line[];
  readonly known: readonly Stated<Defect>[];
  readonly language: Language;
  readonly asked: readonly string[];
}): Decision {
  const { basis, measured, lines, known, language } = input;
  const { geometry, tolerance, prominence } = basis;
  const { shaft, floor } = measured;
  const missing: Note[] = [];
  const lacks = (code: string, en: string, zh: string) => missing.push({ code, text: say(language, en, zh) });
  if (shaft === undefined) lacks('shaft_speed', 'The measurement has no shaft speed.', '该测量没有轴转速。');
  if (floor === undefined || floor <= 0)
    lacks('floor', 'The measurement has no level of noise.', '该测量没有本底值。');
  if (lines.length === 0) lacks('lines', 'The measurement has no lines of its spectrum.', '该测量没有谱线。');
  if (known.length === 0) {
    lacks(
      'defect_table',
      'No document has a table of defects with code and action.',
      '没有文档给出含代码与处置的缺陷表。',
    );
  }
  const complete = missing.every(({ code }) => code === 'defect_table');
  if (!complete || shaft === undefined || floor === undefined || !geometry || !tolerance || !prominence) {
    const reason = [...basis.missing, ...missing].map(({ text }) => text).join(' ');
    const named =
      known.length > 0 ? known.map(({ value }) => value) : input.asked.map((code) => ({ code, name: code }));
    return { faults: undecided(named, reason), missing, derivation: [] };
  }
  const options = { shaft, floor, tolerance: tolerance.value, prominence: prominence.value };
  const evidence = matchDefects(geometry.value, lines, options);
  return { ...decideDefects(evidence, known, geometry, options, language), missing };
}

const noMeasurement = (language: Language): Note => ({
  code: 'no_record',
  text: say(language, 'Which measurement: its id or row number.', '哪次测量：请给出测量编号或行号。'),
});

import type { Procedure, Question } from '../shared/procedure.ts';
import { conditionsOf, readQuality } from '../shared/read-quality.ts';
import type { Row, Steps } from '../shared/tool-data.ts';
import type { Note, ProcessParametersAnswer } from './answer.ts';
import { allRows, type FoundDataset, findDataset } from './evidence/find-dataset.ts';
import { qualityGaps, qualityWarnings } from './evidence/quality.ts';
import { readSpecification } from './evidence/specification.ts';
import { type Asked, readQuestion } from './question/read-question.ts';
import { toBase } from './question/units.ts';
import {
  ambiguousMaterial,
  contradiction,
  incomplete,
  noData,
  noRows,
  otherScale,
  outOfScope,
  unfit,
  unknownMaterial,
} from './reply/refusals.ts';
import { assumptions, gaps, timeAssumed, unread, usualTime } from './setpoints/assumptions.ts';
import { predict } from './setpoints/predict.ts';
import { recommend } from './setpoints/recommend.ts';
import { recommendTime } from './setpoints/recommend-time.ts';
import type { Measurement, Situation } from './setpoints/situation.ts';

type Answering = Steps<ProcessParametersAnswer>;

/** Target and constraints → setpoints, as a fixed procedure over the tools. */
export const procedure: Procedure<ProcessParametersAnswer> = function* (question): Answering {
  const asked = readQuestion(question.text);
  if (!asked) return outOfScope(question.language);
  const search = yield* findDataset(question, asked.rest);
  if ('lacks' in search) return noData(question.language, search);
  const { found } = search;
  const { match } = found;
  if (asked.contradictions.length > 0) return contradiction(question.language, asked.contradictions);
  if (match.found === 'none') return unknownMaterial(question.language, found, match.named);
  if (match.found === 'several') return ambiguousMaterial(question.language, found, match.values);
  if (!asked.goal) return incomplete(question.language, found);
  if (asked.hardness && !asked.hardness.assumed && asked.hardness.unit !== found.fields.hardness.unit) {
    return otherScale(question.language, found, asked.hardness);
  }
  return yield* answerFrom(question, inScale(asked, found), found, match.value);
};

/** A target without a unit is one on the scale of the data. */
function inScale(asked: Asked, { fields }: FoundDataset): Asked {
  const { hardness } = asked;
  if (!hardness?.assumed) return asked;
  const { unit } = fields.hardness;
  return { ...asked, hardness: { ...hardness, unit, stated: `${hardness.value} ${unit.symbol}` } };
}

function* answerFrom(
  question: Question,
  asked: Asked,
  found: FoundDataset,
  material: string | number,
): Answering {
  const { language } = question;
  const quality = yield* readQuality(found.id, language);
  if (quality.verdict === 'unfit') return unfit(language, found, quality.reasons);
  const specification = yield* readSpecification(found.id, language);
  const { fields } = found;
  const ids = [fields.temperature.id, fields.time.id, fields.hardness.id];
  const filters = conditionsOf(quality.filters, found.recordSet, [...ids, fields.material, 'row']);
  const { rows, problem, complete } = yield* allRows({
    dataset: `${found.id}/${found.recordSet}`,
    select: ids,
    where: [{ field: fields.material, op: '=', value: material }, ...filters],
    order: `${fields.temperature.id}, ${fields.time.id}`,
  });
  const measurements = rows.flatMap((row) => measurement(row, found));
  if (measurements.length === 0) return noRows(language, found, String(material), problem);

  const situation: Situation = {
    language,
    asked,
    dataset: found.id,
    hash: found.hash,
    fields,
    material: String(material).trim(),
    rows: measurements,
    specification,
    warnings: [...qualityWarnings(quality, language), ...assumptions(language, asked, found, specification)],
    missing: [
      ...qualityGaps(quality, found.id, language),
      ...gaps(language, found, specification),
      ...(complete ? [] : [unread(language, found, measurements.length)]),
    ],
  };
  return decide(situation);
}

function measurement(row: Row, { fields }: FoundDataset): readonly Measurement[] {
  const value = (id: string) => row[id];
  const [number, temperature, time, hardness] = [
    row['row'],
    value(fields.temperature.id),
    value(fields.time.id),
    value(fields.hardness.id),
  ];
  if (typeof number !== 'number' || typeof temperature !== 'number') return [];
  if (typeof time !== 'number' || typeof hardness !== 'number') return [];
  return [
    {
      row: number,
      temperature: toBase(temperature, fields.temperature.unit),
      time: toBase(time, fields.time.unit),
      hardness,
    },
  ];
}

function decide(situation: Situation): ProcessParametersAnswer {
  const { goal, hardness, temperature, time } = situation.asked;
  if (goal === 'time' && temperature && hardness)
    return recommendTime(situation, temperature.value, hardness);
  const hours = time?.value ?? usualTime(situation.rows);
  const informed = time ? situation : withWarning(situation, timeAssumed(situation, hours));
  if (goal === 'temperature' && hardness) return recommend(informed, hardness, hours);
  return predict(informed, temperature?.value ?? Number.NaN, hours, hardness);
}

const withWarning = (situation: Situation, warning: Note): Situation => ({
  ...situation,
  warnings: [warning, ...situation.warnings],
});

import type { DeclineReason, Note, ProcessParametersAnswer } from '../answer.ts';
import type { DocumentedParameter } from '../evidence/parameter-table.ts';
import { fromBase, type ProcessUnit } from '../question/units.ts';
import { rounded, type Situation, say } from '../setpoints/situation.ts';

type Parts = Partial<Omit<ProcessParametersAnswer, 'text' | 'status' | 'reason'>>;

/** An answer whose text is the lead, then what must be known beside it, then the next check. */
export function answered(
  situation: Situation,
  lead: string,
  parts: Parts & { readonly next_check: string },
): ProcessParametersAnswer {
  return compose('answered', null, lead + restsOn(situation, parts), { ...known(situation), ...parts });
}

/** Names the rows that weigh most, so that a reader of the text alone can look them up. */
function restsOn({ language }: Situation, { supporting_rows: rows = [] }: Parts): string {
  if (rows.length === 0) return '';
  return language === 'zh'
    ? `主要依据的行：${rows.join('、')}。`
    : ` Rows that weigh most: ${rows.join(', ')}.`;
}

/** No setpoint, and why. */
export function declined(
  reason: DeclineReason,
  lead: string,
  parts: Parts & { readonly next_check: string },
): ProcessParametersAnswer {
  return compose('declined', reason, lead, parts);
}

/** As {@link declined}, once the material and its rows are known. */
export function declinedIn(
  situation: Situation,
  reason: DeclineReason,
  lead: string,
  parts: Parts & { readonly next_check: string },
): ProcessParametersAnswer {
  return declined(reason, lead, { ...known(situation), ...parts });
}

/** The parts that any answer from this situation has. */
function known({ asked, dataset, hash, material, fields, warnings, missing }: Situation): Parts {
  const { hardness } = asked;
  return {
    dataset,
    dataset_hash: hash,
    material,
    target: hardness && {
      quantity: fields.hardness.id,
      value: hardness.value,
      unit: fields.hardness.unit.symbol,
      tolerance: hardness.tolerance > 0 ? hardness.tolerance : null,
    },
    warnings: [...warnings],
    missing: [...missing],
  };
}

function compose(
  status: ProcessParametersAnswer['status'],
  reason: DeclineReason | null,
  lead: string,
  parts: Parts,
): ProcessParametersAnswer {
  const { warnings = [], missing = [], next_check = '' } = parts;
  const sentences = [
    lead,
    ...warnings.map(({ text }) => text),
    ...missing.map(({ text }) => text),
    next_check,
  ];
  return {
    status,
    reason,
    dataset: null,
    dataset_hash: null,
    material: null,
    target: null,
    setpoints: [],
    expected: null,
    sensitivity: null,
    window: null,
    reachable: null,
    supporting_rows: [],
    citations: [],
    derivation: [],
    ...parts,
    warnings,
    missing,
    next_check,
    text: sentences.filter((sentence) => sentence !== '').join('\n'),
  };
}

/** A value in the unit of the dataset's field, to a tenth. */
export function inUnit(value: number, unit: ProcessUnit): number {
  return rounded(fromBase(value, unit), unit.kind === 'time' ? 4 : 1);
}

/** `540 °C` in the unit of the field. */
export function shown(value: number, unit: ProcessUnit): string {
  return `${inUnit(value, unit)} ${unit.symbol}`;
}

/** Hours as people say them. */
export function hours(time: number): string {
  if (time >= 1) return `${rounded(time, 2)} h`;
  return time >= 1 / 60 ? `${rounded(time * 60, 1)} min` : `${rounded(time * 3600, 1)} s`;
}

export function citationsOf(
  parameters: readonly (DocumentedParameter | null | undefined)[],
): ProcessParametersAnswer['citations'] {
  const cited = parameters.flatMap((from) =>
    from ? [{ document: from.document, start: from.start, end: from.end }] : [],
  );
  return [...new Map(cited.map((one) => [`${one.document} ${one.start}`, one])).values()];
}

export function note(situation: Pick<Situation, 'language'>, code: string, en: string, zh: string): Note {
  return { code, text: say(situation.language, en, zh) };
}

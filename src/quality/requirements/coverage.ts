import { isNumeric } from '../facts/field-facts.ts';
import { percent, short } from '../findings/words.ts';
import { type Answer, bestOf, type Place, type RequirementOf, type Subject } from './answer.ts';
import { countsOf } from './values.ts';

type Wanted = RequirementOf<'coverage'>;

/** The demanded values occur, or the parts of the demanded range hold records; of both, where both are demanded. */
export function coverageAnswer(wanted: Wanted, subject: Subject): Promise<Answer> {
  return bestOf(wanted.field, subject, async (place) => {
    const parts = [
      ...(wanted.values ? await ofValues(wanted.values, place) : []),
      ...(wanted.range ? await ofRange(wanted.range, place) : []),
    ];
    const covered = parts.filter(({ count }) => count > 0).length;
    const least = wanted.share ?? 1;
    const share = parts.length === 0 ? 0 : covered / parts.length;
    const absent = parts.flatMap(({ name, count }) => (count > 0 ? [] : [name]));
    const shown = absent.slice(0, 8).join(', ') + (absent.length > 8 ? ', …' : '');
    return {
      status: share >= least - 1e-9 ? 'met' : covered > 0 ? 'partly' : 'missing',
      target: { op: '>=', value: least, unit: '' },
      actual: share,
      reason: {
        zh: `\`${place.by}\` 覆盖 ${parts.length} 项中的 ${covered} 项（${percent(share)}）${shown && `；缺少 ${shown}`}。`,
        en: `\`${place.by}\` covers ${covered} of ${parts.length} (${percent(share)})${shown && `; without ${shown}`}.`,
      },
    };
  });
}

interface Part {
  readonly name: string;
  readonly count: number;
}

async function ofValues(values: NonNullable<Wanted['values']>, place: Place): Promise<readonly Part[]> {
  const counts = await countsOf(values, place);
  return counts.map(({ value, count }) => ({ name: String(value), count }));
}

/** Records in each equal part of the range; the upper end belongs to the last. */
async function ofRange(
  { min, max, bins }: NonNullable<Wanted['range']>,
  { table, facts }: Place,
): Promise<readonly Part[]> {
  const counts = new Float64Array(bins);
  const width = (max - min) / bins;
  if (isNumeric(facts.field)) {
    for await (const { columns } of table.scan({ fields: [facts.field.id] })) {
      const [column = new Float64Array()] = columns;
      for (let place = 0; place < column.length; place += 1) {
        const value = column[place] ?? Number.NaN;
        if (!(value >= min && value <= max)) continue;
        const bin = Math.min(bins - 1, Math.floor((value - min) / width));
        counts[bin] = (counts[bin] ?? 0) + 1;
      }
    }
  }
  return Array.from(counts, (count, bin) => ({
    name: `[${short(min + bin * width)}, ${short(min + (bin + 1) * width)}]`,
    count,
  }));
}

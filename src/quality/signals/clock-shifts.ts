import type { ClockStep, ClockSteps } from '../folds/clock-steps.ts';

export interface ClockLimits {
  /** Fewest neighbouring records with a shifted clock. */
  readonly clock_records: number;
  /** Smallest shift in usual steps. */
  readonly clock_steps: number;
  /** Unusual steps per record within a stretch that is shifted as a whole, at most. */
  readonly clock_unrest: number;
  /** Unusual steps per record up to which a clock can be told to have leapt. */
  readonly clock_disorder: number;
}

/** Records of one series whose times are off by `shift`, in the time's unit. */
export interface ClockShift {
  readonly series: number;
  readonly shift: number;
  readonly from: number;
  readonly to: number;
  readonly start: number;
  readonly end: number;
  readonly records: number;
  /** `stretch`: leaps away and back; `rest`: leaps and stays; `series`: off against its siblings all the time. */
  readonly of: 'stretch' | 'rest' | 'series';
}

const within = (a: number, b: number, tolerance: number): boolean => Math.abs(a - b) <= tolerance;

/** All shifts of all series; `hour` is one hour in the time's unit, or NaN where times are plain numbers. */
export function clockShifts(
  all: readonly ClockSteps[],
  hour: number,
  limits: ClockLimits,
): readonly ClockShift[] {
  const siblings = commonEnds(all);
  return all.flatMap((one, series) => {
    if (!(one.base > 0) || one.irregular || one.points < 20) return [];
    if (one.steps.length > Math.max(4, limits.clock_disorder * one.points)) return [];
    const found = [
      ...leaps(one, limits).map((shift) => ({ series, ...shift })),
      ...againstSiblings(one, siblings, limits).map((shift) => ({ series, ...shift })),
    ];
    return found.length > 0 ? found : setBack(one, hour).map((shift) => ({ series, ...shift }));
  });
}

type Shift = Omit<ClockShift, 'series'>;

/** Leaps that stay open while others are looked at: pauses, and the pairs within a pair. */
const open = 20;

/** Pairs of leaps by the same length there and back, at least one of which goes back in time. */
function leaps({ steps, base }: ClockSteps, limits: ClockLimits): readonly Shift[] {
  const pairs: Shift[] = [];
  const short: Shift[] = [];
  const waiting: { readonly step: ClockStep; readonly number: number }[] = [];
  for (const [number, home] of steps.entries()) {
    const place = waiting.findLastIndex(({ step }) => opposite(step, home, base));
    const { step: away, number: from = 0 } = waiting[place] ?? {};
    if (!away) {
      waiting.push({ step: home, number });
      if (waiting.length > open) waiting.shift();
      continue;
    }
    waiting.splice(place, 1);
    const shift = (away.excess - home.excess) / 2;
    if (Math.abs(shift) < limits.clock_steps * base) continue;
    const records = home.index - away.index;
    if (number - from - 1 > limits.clock_unrest * records) continue;
    const ends = { from: away.after, to: home.before, start: away.to, end: home.from };
    (records >= limits.clock_records ? pairs : short).push({ shift, ...ends, records, of: 'stretch' });
  }
  // Shuffled records go back often, and some steps match by chance.
  const back = steps.filter(({ from, to }) => to < from).length;
  const matched = pairs.length + short.length;
  return back - matched > matched ? [] : [...pairs, ...repeatedShort(short, base, limits)];
}

/** A record or two may be late; the same leap again and again is a clock. */
function repeatedShort(
  short: readonly Shift[],
  base: number,
  { clock_records }: ClockLimits,
): readonly Shift[] {
  const shifts = short.map(({ shift }) => shift).sort((a, b) => a - b);
  const usual = shifts[shifts.length >> 1] ?? 0;
  const same = short.filter(({ shift }) => within(shift, usual, base / 2));
  return same.length >= clock_records && same.length >= 0.8 * short.length ? same : [];
}

/** Usual steps from which a leap is long. */
const long = 20;

function opposite(away: ClockStep, home: ClockStep, base: number): boolean {
  const [a, b] = [away.excess, home.excess];
  // A record or two may be missing where a long leap begins or ends.
  const tolerance = (Math.abs(a) >= long * base ? 2.5 : 0.5) * base;
  return a * b < 0 && within(a, -b, tolerance) && (away.to < away.from || home.to < home.from);
}

interface Ends {
  readonly first: number;
  readonly last: number;
  readonly points: number;
}

/** Where most series begin and end; `null` where they do not agree. */
function commonEnds(all: readonly ClockSteps[]): Ends | null {
  if (all.length < 3) return null;
  for (const one of all.slice(0, 5)) {
    const alike = all.filter(
      ({ first, last, base }) => within(first, one.first, base / 2) && within(last, one.last, base / 2),
    );
    if (alike.length >= 2 && alike.length >= 0.6 * all.length) return one;
  }
  return null;
}

function againstSiblings(one: ClockSteps, siblings: Ends | null, limits: ClockLimits): readonly Shift[] {
  if (!siblings || !within(one.points, siblings.points, 0.02 * siblings.points)) return [];
  const { base, first, last } = one;
  const [start, end] = [first - siblings.first, last - siblings.last];
  const least = limits.clock_steps * base;
  // Without overlap it is another recording, and not another clock.
  const overlap = siblings.last - siblings.first;
  if (Math.abs(end) < least || Math.abs(end) >= overlap) return [];
  if (within(start, end, base / 2)) {
    return [
      {
        shift: end,
        from: one.firstRow,
        to: one.lastRow,
        start: first,
        end: last,
        records: one.points,
        of: 'series',
      },
    ];
  }
  const leap = one.steps.find(({ excess }) => within(excess, end, base / 2));
  return Math.abs(start) <= base / 2 && leap ? [restOf(one, leap)] : [];
}

function restOf(one: ClockSteps, leap: ClockStep): Shift {
  return {
    shift: leap.excess,
    from: leap.after,
    to: one.lastRow,
    start: leap.to,
    end: one.last,
    records: one.points - leap.index,
    of: 'rest',
  };
}

/** One step back by whole hours that nothing makes up for: the end of summer time, or another time zone. */
function setBack(one: ClockSteps, hour: number): readonly Shift[] {
  const back = one.steps.filter(({ from, to }) => to < from);
  const [leap] = back;
  if (!leap || back.length > 1 || !(hour > 2 * one.base)) return [];
  const hours = leap.excess / hour;
  if (!within(hours * hour, Math.round(hours) * hour, one.base / 2) || Math.abs(hours) > 14) return [];
  // More than the overlap must be left on both sides, or it is a few records that came late.
  const overlap = -leap.excess / one.base;
  if (leap.index < overlap || one.points - leap.index < overlap) return [];
  return [restOf(one, leap)];
}

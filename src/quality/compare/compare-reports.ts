import type {
  MeasureDefinition,
  MeasureResult,
  MovedMeasure,
  QualityReport,
  ReportComparison,
} from '../../workspace/index.ts';
import { cautionsOf } from './cautions.ts';
import { headOf, rowsOf } from './report-facts.ts';

const keyOf = ({ id, recordSet, field }: Pick<MeasureResult, 'id' | 'recordSet' | 'field'>): string =>
  JSON.stringify([id, recordSet, field]);

/** What changed from one report of a dataset to another. Measures whose definition changed are not compared, which `cautions` says. */
export function compareReports(before: QualityReport, after: QualityReport): ReportComparison {
  const redefined = redefinedBetween(before, after);
  const { moved, unmoved } = movedBetween(before, after, redefined);
  const earlier = new Map(before.findings.map((finding) => [finding.id, finding]));
  const later = new Set(after.findings.map(({ id }) => id));
  const [rowsBefore, rowsAfter] = [rowsOf(before), rowsOf(after)];
  return {
    before: headOf(before),
    after: headOf(after),
    moved,
    unmoved,
    gone: before.findings.filter(({ id }) => !later.has(id)),
    appeared: after.findings.filter(({ id }) => !earlier.has(id)),
    kept: after.findings.flatMap((finding) => {
      const known = earlier.get(finding.id);
      return known ? [{ before: known, after: finding }] : [];
    }),
    rows: [...new Set([...Object.keys(rowsBefore), ...Object.keys(rowsAfter)])].map((recordSet) => ({
      recordSet,
      before: rowsBefore[recordSet] ?? null,
      after: rowsAfter[recordSet] ?? null,
    })),
    cautions: cautionsOf(before, after, redefined),
  };
}

function redefinedBetween(before: QualityReport, after: QualityReport): readonly MeasureDefinition[] {
  return after.definitions.filter(({ id, version }) =>
    before.definitions.some((one) => one.id === id && one.version !== version),
  );
}

function movedBetween(
  before: QualityReport,
  after: QualityReport,
  redefined: readonly MeasureDefinition[],
): { moved: readonly MovedMeasure[]; unmoved: number } {
  const definitions = new Map([...before.definitions, ...after.definitions].map((one) => [one.id, one]));
  const skipped = new Set(redefined.map(({ id }) => id));
  const sides = new Map<string, { before?: MeasureResult; after?: MeasureResult }>();
  for (const one of before.measures) sides.set(keyOf(one), { before: one });
  for (const one of after.measures) sides.set(keyOf(one), { ...sides.get(keyOf(one)), after: one });
  const moved: MovedMeasure[] = [];
  let unmoved = 0;
  for (const side of sides.values()) {
    const about = side.after ?? side.before;
    if (!about || skipped.has(about.id)) continue;
    const [old, now] = [measuredValue(side.before), measuredValue(side.after)];
    if (old === now) {
      if (now !== null) unmoved += 1;
      continue;
    }
    const { id, name, recordSet, field } = about;
    const up = definitions.get(id)?.direction !== 'lower_is_better';
    moved.push({
      id,
      name,
      recordSet,
      ...(field !== undefined && { field }),
      before: old,
      after: now,
      better: old === null || now === null ? null : now > old === up,
    });
  }
  return { moved: moved.toSorted((a, b) => sizeOf(b) - sizeOf(a)), unmoved };
}

function measuredValue(measure: MeasureResult | undefined): number | null {
  return measure?.result.status === 'measured' ? measure.result.value : null;
}

const sizeOf = ({ before, after }: MovedMeasure): number =>
  before === null || after === null ? -1 : Math.abs(after - before);

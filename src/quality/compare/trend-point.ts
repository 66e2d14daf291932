import type { QualityReport, Severity, TrendPoint } from '../../workspace/index.ts';
import { headOf, rowsOf } from './report-facts.ts';

type Summary = TrendPoint['measures'][number];

/** A report as one point of a trend. */
export function trendPointOf(report: QualityReport): TrendPoint {
  const count = (severity: Severity) => report.findings.filter((one) => one.severity === severity).length;
  return {
    ...headOf(report),
    findings: {
      critical: count('critical'),
      major: count('major'),
      minor: count('minor'),
      info: count('info'),
    },
    rows: rowsOf(report),
    measures: worstValues(report),
  };
}

function worstValues({ measures, definitions }: QualityReport): readonly Summary[] {
  const byKey = new Map<string, Summary>();
  for (const { id, name, recordSet, result } of measures) {
    const definition = definitions.find((one) => one.id === id);
    if (!definition || result.status !== 'measured') continue;
    const { version, direction } = definition;
    const key = JSON.stringify([id, recordSet]);
    const known = byKey.get(key);
    const worse = !known || (direction === 'higher_is_better') === result.value < known.value;
    if (worse) byKey.set(key, { id, version, name, direction, recordSet, value: result.value });
  }
  return [...byKey.values()];
}

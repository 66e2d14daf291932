import { type CardMeasure, cardMeasures } from '../../documentation/index.ts';
import type { AssessmentSource, DocumentedAspect, IndicatorFinding } from './form.ts';

/** What the report counted of each label, and what an evaluation documents, where the description says nothing. */
function shownBeside(name: string, { entry, report, evaluation }: AssessmentSource): string | undefined {
  if (name === 'evaluation method' && evaluation !== undefined) return 'evaluation.json';
  if (name === 'baseline results' && evaluation?.difference) return 'evaluation.json';
  if (name !== 'label statistics') return undefined;
  const labels = entry.recordSets.flatMap(({ id, fields }) =>
    fields.filter(({ role }) => role === 'label').map((field) => ({ recordSet: id, field })),
  );
  const counted = labels.every(
    ({ recordSet, field }) =>
      field.classes !== undefined ||
      report.pictures.some(
        (one) => one.recordSet === recordSet && one.distributions.some((bars) => bars.field === field.id),
      ),
  );
  return labels.length > 0 && counted ? 'report.json pictures' : undefined;
}

function documented({ items }: CardMeasure, source: AssessmentSource): IndicatorFinding {
  const { entry, scenarios = [] } = source;
  const aspects = items.map(({ name, from, known }): DocumentedAspect => {
    const said = known({ entry, scenarios });
    const beside = said ? undefined : shownBeside(name.en, source);
    return { name, known: said || beside !== undefined, from: beside ?? from };
  });
  const known = aspects.filter((one) => one.known).length;
  return {
    result: {
      status: 'measured',
      value: known / aspects.length,
      numerator: known,
      denominator: aspects.length,
    },
    evidence: [{ what: { zh: '数据集描述', en: 'description of the dataset' }, place: 'croissant.json' }],
    aspects,
  };
}

/** Indicators 0101 to 0104: which of five aspects the metadata document. */
export function documentationIndicators(
  source: AssessmentSource,
): Readonly<Record<string, IndicatorFinding>> {
  return Object.fromEntries(
    cardMeasures.flatMap((measure) =>
      measure.standards
        .filter(({ standard }) => standard === 'TC609-5-2025-04')
        .map(({ id }) => [id, documented(measure, source)]),
    ),
  );
}

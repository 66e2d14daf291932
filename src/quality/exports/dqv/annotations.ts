import { reasonWords, verdictWords } from '../../../report/index.ts';
import type { DatasetEntry, MeasureResult, QualityReport, Text } from '../../../workspace/index.ts';
import { aboutIri, partIri } from '../iris.ts';
import { type Json, literals, reference } from './context.ts';

interface Annotation {
  readonly kind: 'verdict' | 'gate' | 'requirement' | 'finding' | 'not_measured';
  readonly id: string;
  readonly target: string;
  readonly text: Text;
  readonly body: Json;
}

function annotationNode({ kind, id, target, text, body }: Annotation): Json {
  return {
    '@id': aboutIri(target, kind, id),
    '@type': 'dqv:QualityAnnotation',
    'oa:motivatedBy': reference('dqv:qualityAssessment'),
    'oa:hasTarget': reference(target),
    'oa:hasBody': { 'zhuji:kind': kind, ...body, 'skos:note': literals(text) },
  };
}

function unmeasured(entry: DatasetEntry, { id, recordSet, field, result }: MeasureResult): Json[] {
  if (result.status === 'measured') return [];
  const { reason, missing } = result;
  return [
    annotationNode({
      kind: 'not_measured',
      id,
      target: partIri(entry, recordSet, field),
      text: reasonWords[reason] ?? { en: reason },
      body: { 'zhuji:measure': id, 'zhuji:reason': reason, 'zhuji:missing': missing },
    }),
  ];
}

/** Verdict, gates, requirements, findings, and why measures have no value: what DQV has no number for. */
export function annotationNodes(report: QualityReport, entry: DatasetEntry): readonly Json[] {
  const whole = partIri(entry);
  return [
    annotationNode({
      kind: 'verdict',
      id: report.scenario ?? 'general-use',
      target: whole,
      text: verdictWords[report.verdict][1],
      body: {
        'zhuji:verdict': report.verdict,
        ...(report.scenario !== null && { 'zhuji:scenario': report.scenario }),
      },
    }),
    ...report.gates.map(({ id, reason, passed }) =>
      annotationNode({
        kind: 'gate',
        id,
        target: whole,
        text: reason,
        body: { 'zhuji:gate': id, ...(passed !== null && { 'zhuji:passed': passed }) },
      }),
    ),
    ...report.requirements.map(({ id, status, reason }) =>
      annotationNode({
        kind: 'requirement',
        id,
        target: whole,
        text: reason,
        body: { 'zhuji:requirement': id, 'zhuji:status': status },
      }),
    ),
    ...report.findings.map(({ id, kind, severity, recordSet, fields, count, message }) => {
      const [only, ...others] = fields;
      return annotationNode({
        kind: 'finding',
        id,
        target: partIri(entry, recordSet, others.length === 0 ? only : undefined),
        text: message,
        body: { 'zhuji:finding': kind, 'zhuji:severity': severity, 'zhuji:records': count },
      });
    }),
    ...report.measures.flatMap((one) => unmeasured(entry, one)),
  ];
}

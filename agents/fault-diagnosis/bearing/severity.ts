import type { Language } from '../../../src/workspace/index.ts';
import type { DocumentText } from '../../shared/read-documents.ts';
import type { FaultDiagnosisAnswer, Note } from '../answer.ts';
import { convert } from '../units.ts';
import { list, say } from '../words.ts';
import { agreed, zones } from './tables.ts';

export interface Severity {
  readonly severity: FaultDiagnosisAnswer['severity'];
  readonly missing: readonly Note[];
}

/** The zone of the documents' table in which a vibration velocity lies; a limit belongs to the zone above it. */
export function severityOf(
  velocity: { readonly value: number; readonly unit: string } | undefined,
  documents: readonly DocumentText[],
  language: Language,
): Severity {
  const lacks = (en: string, zh: string): Severity => ({
    severity: null,
    missing: [{ code: 'severity', text: say(language, en, zh) }],
  });
  if (!velocity)
    return lacks('No vibration velocity is known: no severity.', '没有振动速度值，无法给出烈度。');
  const table = zones(documents);
  if (table.length === 0) {
    return lacks('No document has a table of severity zones.', '没有文档给出烈度区域表。');
  }
  const hits = table.flatMap((row) => {
    const value = convert(velocity.value, velocity.unit, row.value.unit);
    const { lower, upper } = row.value;
    return value !== undefined && value >= lower && (upper === null || value < upper)
      ? [{ ...row, measured: value }]
      : [];
  });
  const { conflict } = agreed(hits, language, ({ zone, lower, upper }) =>
    JSON.stringify([zone, lower, upper]),
  );
  const hit = hits.find((row) => row.language === language) ?? hits[0];
  if (conflict) {
    const sources = [...new Set(hits.map(({ citation }) => citation.document))];
    return lacks(
      `The documents contradict each other on the severity zone: ${list(language, sources)}.`,
      `各文档的烈度区域相互矛盾：${list(language, sources)}。`,
    );
  }
  if (!hit) {
    return lacks(
      `No zone of the table holds ${velocity.value} ${velocity.unit}.`,
      `表中没有区域包含 ${velocity.value} ${velocity.unit}。`,
    );
  }
  const { zone, meaning, lower, upper, unit } = hit.value;
  return {
    severity: { zone, meaning, lower, upper, unit, value: hit.measured, citations: [hit.citation] },
    missing: [],
  };
}

import type { Finding, Language, QualityReport } from '../../../workspace/index.ts';
import { markdownTable, markdownText } from '../../markdown.ts';
import { formatShare } from '../../numbers.ts';
import { kindWords, repairWords } from '../kind-words.ts';
import { words } from '../page-words.ts';
import { byKind, magnitudeOf, queryOf, recordsOf, repairCommand, shownInterval } from '../values.ts';
import { severityWords } from '../words.ts';
import { bulletList, type Marked } from './text.ts';

/** Findings of one kind whose places, repairs and queries are told. */
const mostTold = 5;

/** A table of all findings, then the places, repairs and queries of the first of each kind. */
export function markdownFindings(report: QualityReport, language: Language, say: Marked): readonly string[] {
  if (report.findings.length === 0) return [say(words.noFindings)];
  const overview = markdownTable(
    [say(words.severity), say(words.what), { title: say(words.records), number: true }, say(words.rows)],
    report.findings.map((finding) => {
      const { severity, message, remedy, count, rows } = finding;
      return [
        say(severityWords[severity][1]),
        `${say(message)} ${say(remedy)}`,
        recordsOf(finding),
        `${rows.join(', ')}${rows.length > 0 && rows.length < count ? ', …' : ''}`,
      ];
    }),
  );
  const told = byKind(report.findings)
    .flatMap((alike) => alike.slice(0, mostTold))
    .flatMap((finding) => {
      const lines = linesOf(report, finding, language, say);
      return lines.length > 0 ? [`### ${titleOf(finding, say)}`, bulletList(lines)] : [];
    });
  return [overview, ...told];
}

function titleOf({ kind, id }: Finding, say: Marked): string {
  const name = kindWords[kind];
  return `${name ? say(name) : markdownText(kind)} (\`${id}\`)`;
}

function linesOf(
  report: QualityReport,
  finding: Finding,
  language: Language,
  say: Marked,
): readonly string[] {
  const { intervals = [], confidence, repair, query } = finding;
  const magnitude = magnitudeOf(finding, language);
  const line = (name: keyof typeof words, text: string) => `${say(words[name])}: ${text}`;
  return [
    ...(magnitude === '' ? [] : [line('magnitude', markdownText(magnitude))]),
    ...(confidence === undefined ? [] : [line('confidence', formatShare(confidence))]),
    ...(intervals.length === 0
      ? []
      : [line('stretches', intervals.map((one) => markdownText(shownInterval(one, language))).join('; '))]),
    ...(repair
      ? [
          `${line('repair', say(repairWords[repair.action]))}; ${line('loses', say(repair.loses))} (${say(
            repair.reversible ? words.reversible : words.notReversible,
          )}): \`${repairCommand(report, finding)}\``,
        ]
      : []),
    ...(query ? [line('query', `\`${queryOf(query).replaceAll('`', "'")}\``)] : []),
  ];
}

import type { Language, QualityReport, Text } from '../../workspace/index.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { formatShare } from '../numbers.ts';
import { countsOf, fieldGrid, filterOf, recordSetsOf, recordsOf, shownValue, standardOf } from './values.ts';
import { inLanguage, severityWords, verdictWords, words } from './words.ts';

type Say = (text: Text) => string;

/** A quality report as Markdown. */
export function renderQualityMarkdown(report: QualityReport, language: Language): string {
  const say: Say = (text) => marked(inLanguage(text, language));
  const list = (items: readonly string[]) =>
    items.length > 0 ? items.map((item) => `- ${item}`).join('\n') : `- ${say(words.none)}`;
  const { brief } = report;
  const scenario =
    report.scenario === null
      ? say(words.generalUse)
      : `${say(words.scenario)}: ${markdownText(report.scenario)}`;
  return `${[
    `# ${say(words.title)}: ${markdownText(report.dataset)}`,
    `**${say(words.verdict)}: ${say(verdictWords[report.verdict][1])}** (${scenario})`,
    list([
      `${say(words.version)}: \`${report.hash}\``,
      `${say(words.measuredAt)}: ${report.measuredAt}`,
      `${say(words.profile)}: \`${report.profile}\``,
    ]),
    `## ${say(words.gates)}`,
    markdownTable(
      [say(words.gate), say(words.result), say(words.reason)],
      report.gates.map(({ name, passed, reason }) => [
        say(name),
        say(passed === null ? words.notDetermined : passed ? words.passed : words.failed),
        say(reason),
      ]),
    ),
    `## ${say(words.findings)}`,
    report.findings.length === 0 ? say(words.noFindings) : findings(report, say),
    `## ${say(words.measures)}`,
    ...recordSetsOf(report).flatMap((recordSet) => measures(report, recordSet, language, say)),
    `## ${say(words.brief)}`,
    `### ${say(words.useFor)}`,
    list(brief.use_for.map(say)),
    `### ${say(words.doNotUseFor)}`,
    list(brief.do_not_use_for.map(say)),
    `### ${say(words.mustMention)}`,
    list(brief.must_mention.map(say)),
    `### ${say(words.safeFilters)}`,
    list(brief.safe_filters.map((filter) => `\`${filterOf(filter).replaceAll('`', "'")}\``)),
    `## ${say(words.definitions)}`,
    markdownTable(
      [say(words.measure), say(words.formula), say(words.better), say(words.standards)],
      report.definitions.map(({ name, formula, direction, standards }) => [
        say(name),
        say(formula),
        say(direction === 'higher_is_better' ? words.higher : words.lower),
        standards.map((one) => markdownText(standardOf(one))).join('; '),
      ]),
    ),
    say(words.standardsNote),
    `## ${say(words.thresholds)}`,
    markdownTable(
      [say(words.threshold), { title: say(words.value), number: true }],
      Object.entries(report.thresholds).map(([id, value]) => [`\`${id}\``, String(value)]),
    ),
  ].join('\n\n')}\n`;
}

/** Markdown of text whose only markup is `names` in backticks. */
function marked(text: string): string {
  return text
    .split('`')
    .map((part, place) => (place % 2 === 1 ? `\`${part.replace(/[\r\n]+/g, ' ')}\`` : markdownText(part)))
    .join('');
}

function findings(report: QualityReport, say: Say): string {
  return markdownTable(
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
}

function measures(report: QualityReport, recordSet: string, language: Language, say: Say): readonly string[] {
  const whole = report.measures.filter(
    (one) => one.recordSet === recordSet && (one.field === undefined || one.result.status !== 'measured'),
  );
  const { columns, fields, valueAt } = fieldGrid(report, recordSet);
  const summary = markdownTable(
    [say(words.measure), say(words.field), say(words.value), { title: say(words.counts), number: true }],
    whole.map((one) => [
      say(one.name),
      one.field === undefined ? '' : `\`${one.field}\``,
      markdownText(shownValue(one, language)),
      countsOf(one),
    ]),
  );
  const grid = markdownTable(
    [say(words.field), ...columns.map(({ name }) => ({ title: say(name), number: true }))],
    fields.map((field) => [
      `\`${field}\``,
      ...columns.map(({ id }) => {
        const value = valueAt(field, id);
        return value === null ? '' : formatShare(value);
      }),
    ]),
  );
  const title = recordSet === '' ? say(words.wholeDataset) : `\`${recordSet}\``;
  return [`### ${title}`, summary, ...(fields.length > 0 ? [grid] : [])];
}

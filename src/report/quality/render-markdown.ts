import type { Language, QualityReport } from '../../workspace/index.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { formatNumber } from '../numbers.ts';
import { markdownFindings } from './markdown/findings.ts';
import { markdownMeasures } from './markdown/measures.ts';
import { bulletList, type Marked, markedText } from './markdown/text.ts';
import { words } from './page-words.ts';
import { sayIn } from './say.ts';
import { stateOf } from './sections/gates.ts';
import { acceptCommand, filterOf, standardOf, targetOf } from './values.ts';
import { propertyWords, statusWords, verdictWords } from './words.ts';

/** A quality report as Markdown: what the page says, but for its pictures. */
export function renderQualityMarkdown(report: QualityReport, language: Language): string {
  const plain = sayIn(language);
  const say: Marked = (text, given) => markedText(plain(text, given));
  const scenario =
    report.scenario === null
      ? say(words.generalUse)
      : `${say(words.scenario)}: ${markdownText(report.scenario)}`;
  return `${[
    `# ${say(words.title)}: ${markdownText(report.dataset)}`,
    `**${say(words.verdict)}: ${say(verdictWords[report.verdict][1])}** (${scenario})`,
    bulletList([
      `${say(words.version)}: \`${report.hash}\``,
      `${say(words.measuredAt)}: ${report.measuredAt}`,
      `${say(words.tool)}: ${markdownText(report.tool)}, ${formatNumber(report.seconds)} s`,
      `${say(words.profile)}: \`${report.profile}\``,
    ]),
    `## ${say(words.gates)}`,
    say(words.gatesNote),
    markdownTable(
      [say(words.gate), say(words.result), say(words.reason)],
      report.gates.map(({ name, passed, reason }) => [say(name), say(stateOf(passed)[1]), say(reason)]),
    ),
    ...requirements(report, say),
    `## ${say(words.findings)}`,
    ...markdownFindings(report, language, say),
    ...brief(report, say),
    `## ${say(words.measures)}`,
    ...markdownMeasures(report, language, say),
    ...proposals(report, say),
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
    `## ${say(words.weights)}`,
    say(words.weightsNote),
    ...(Object.keys(report.weights).length > 0
      ? [
          markdownTable(
            [say(words.indicator), { title: say(words.weight), number: true }],
            Object.entries(report.weights).map(([id, value]) => [`\`${id}\``, String(value)]),
          ),
        ]
      : []),
  ].join('\n\n')}\n`;
}

function requirements({ requirements: all }: QualityReport, say: Marked): readonly string[] {
  if (all.length === 0) return [];
  const rows = all.map((one) => [
    say(statusWords[one.status][1]),
    say(words[one.level]),
    `${say(one.description)} ${say(one.reason)}${one.source === '' ? '' : ` ${say(words.source)}: ${markdownText(one.source)}`}`,
    markdownText(targetOf(one)),
    one.actual === undefined ? '' : formatNumber(one.actual),
    one.by === undefined ? '' : `\`${one.by}\``,
  ]);
  const columns = [words.status, words.level, words.requirement, words.target, words.actual, words.metBy];
  return [
    `## ${say(words.requirements)}`,
    markdownTable(
      columns.map((column) => say(column)),
      rows,
    ),
  ];
}

function brief({ brief: parts }: QualityReport, say: Marked): readonly string[] {
  return [
    `## ${say(words.brief)}`,
    `### ${say(words.useFor)}`,
    bulletList(
      parts.use_for.map((text) => say(text)),
      say(words.none),
    ),
    `### ${say(words.doNotUseFor)}`,
    bulletList(
      parts.do_not_use_for.map((text) => say(text)),
      say(words.none),
    ),
    `### ${say(words.mustMention)}`,
    bulletList(
      parts.must_mention.map((text) => say(text)),
      say(words.none),
    ),
    `### ${say(words.safeFilters)}`,
    bulletList(
      parts.safe_filters.map((filter) => `\`${filterOf(filter).replaceAll('`', "'")}\``),
      say(words.none),
    ),
  ];
}

function proposals(report: QualityReport, say: Marked): readonly string[] {
  if (report.proposals.length === 0) return [];
  return [
    `## ${say(words.proposals)}`,
    `${say(words.proposalsNote)} \`${acceptCommand(report)}\``,
    markdownTable(
      [
        say(words.id),
        say(words.property),
        say(words.proposed),
        { title: say(words.confidence), number: true },
        say(words.reason),
      ],
      report.proposals.map(({ id, property, value, confidence, reason }) => [
        `\`${id}\``,
        say(propertyWords[property]),
        markdownText(typeof value === 'string' ? value : (JSON.stringify(value) ?? '')),
        formatNumber(confidence, 2),
        say(reason),
      ]),
    ),
  ];
}

import type { Language, ReportComparison } from '../../workspace/index.ts';
import { markdownTable, markdownText } from '../markdown.ts';
import { formatNumber } from '../numbers.ts';
import { changeOf, mostMoved, placeOfMeasure, rowsOf, shareOf } from './comparison-values.ts';
import { comparisonWords as words } from './comparison-words.ts';
import { bulletList, type Marked, markedText } from './markdown/text.ts';
import { type Say, sayIn } from './say.ts';
import { severityWords, verdictWords } from './words.ts';

/** What changed between two reports, as Markdown. */
export function renderComparisonMarkdown(comparison: ReportComparison, language: Language): string {
  const plain = sayIn(language);
  const say: Marked = (text, given) => markedText(plain(text, given));
  const { before, after, cautions, gone, appeared, kept, moved } = comparison;
  const findings = (list: typeof gone) =>
    list.map(({ severity, message }) => `${say(severityWords[severity][1])}: ${say(message)}`);
  const number = (name: keyof typeof words) => ({ title: say(words[name]), number: true });
  return `${[
    `# ${say(words.title)}: ${markdownText(after.dataset)}`,
    `**${markdownText(verdictChange(comparison, plain))}**`,
    bulletList([
      `${say(words.before)}: \`${before.hash}\`, ${before.measuredAt}, \`${before.profile}\``,
      `${say(words.after)}: \`${after.hash}\`, ${after.measuredAt}, \`${after.profile}\``,
    ]),
    ...(cautions.length > 0
      ? [`## ${say(words.cautions)}`, bulletList(cautions.map((text) => say(text)))]
      : []),
    markdownTable(
      [say(words.recordSet), number('before'), number('after'), number('change')],
      rowsOf(comparison).map((one) => [`\`${one.recordSet}\``, one.before, one.after, one.change]),
    ),
    `## ${say(words.appeared)} (${appeared.length})`,
    bulletList(findings(appeared), say(words.none)),
    `## ${say(words.gone)} (${gone.length})`,
    bulletList(findings(gone), say(words.none)),
    `## ${say(words.moved)} (${moved.length})`,
    markdownTable(
      [say(words.measure), say(words.place), number('before'), number('after'), number('points'), ' '],
      moved.slice(0, mostMoved).map((one) => {
        const place = placeOfMeasure(one);
        return [
          say(one.name),
          place === '' ? '' : `\`${place}\``,
          shareOf(one.before),
          shareOf(one.after),
          changeOf(one),
          say(one.better === null ? words.onceOnly : one.better ? words.better : words.worse),
        ];
      }),
    ),
    ...(moved.length > mostMoved ? [say(words.more, { n: moved.length - mostMoved })] : []),
    say(words.unmoved, { n: comparison.unmoved }),
    `## ${say(words.kept)} (${kept.length})`,
    bulletList(findings(kept.map((one) => one.after)), say(words.none)),
  ].join('\n\n')}\n`;
}

/** Lines of each list in a terminal. */
const mostLines = 8;

/** What changed between two reports in a few lines of plain text. */
export function renderComparisonText(comparison: ReportComparison, language: Language): string {
  const say = sayIn(language);
  const plain = (text: string) => text.replaceAll('`', '');
  const { after, cautions, gone, appeared, kept, moved } = comparison;
  const some = (lines: readonly string[]) => [
    ...lines.slice(0, mostLines).map((line) => `  ${line}`),
    ...(lines.length > mostLines ? [`  … ${say(words.more, { n: lines.length - mostLines })}`] : []),
  ];
  const findings = (sign: string, list: typeof gone) =>
    list.map(({ severity, message }) => `${sign} ${say(severityWords[severity][1])} ${plain(say(message))}`);
  return [
    `${after.dataset}  ${verdictChange(comparison, say)}`,
    ...cautions.map((text) => `  ! ${plain(say(text))}`),
    ...rowsOf(comparison)
      .filter(({ change }) => change !== '')
      .map((one) => `  ${say(words.records)} ${one.recordSet}: ${one.before} → ${one.after} (${one.change})`),
    `${say(words.appeared)}: ${appeared.length}`,
    ...some(findings('+', appeared)),
    `${say(words.gone)}: ${gone.length}`,
    ...some(findings('−', gone)),
    `${say(words.kept)}: ${formatNumber(kept.length)}`,
    `${say(words.moved)}: ${moved.length}`,
    ...some(
      moved.map((one) => {
        const place = placeOfMeasure(one);
        const way = one.better === null ? '' : ` ${say(one.better ? words.better : words.worse)}`;
        const change = changeOf(one);
        return `${say(one.name)}${place === '' ? '' : ` (${place})`}: ${shareOf(one.before)} → ${shareOf(one.after)}${change === '' ? '' : ` (${change})`}${way}`;
      }),
    ),
  ].join('\n');
}

function verdictChange({ before, after }: ReportComparison, say: Say): string {
  const [was, is] = [before, after].map(({ verdict }) => say(verdictWords[verdict][1]));
  return before.verdict === after.verdict ? `${is} (${say(words.unchanged)})` : `${was} → ${is}`;
}

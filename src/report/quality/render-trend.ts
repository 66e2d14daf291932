import type { Language, Text, TrendPoint } from '../../workspace/index.ts';
import { type Content, html } from '../html.ts';
import { markdownTable } from '../markdown.ts';
import { formatNumber, formatShare } from '../numbers.ts';
import { page } from '../page.ts';
import { badge, code, paragraph, section } from '../parts.ts';
import { levelPlot } from '../plots/level-plot.ts';
import { multiples } from '../plots/small-plot.ts';
import { table } from '../table.ts';
import { comparisonWords as words } from './comparison-words.ts';
import { markedText } from './markdown/text.ts';
import { type Say, sayIn } from './say.ts';
import { severityWords, verdictWords } from './words.ts';

/** Lines that are drawn at most, those that moved the most first. */
const mostLines = 40;

interface Line {
  readonly name: Text;
  readonly recordSet: string;
  readonly values: readonly (number | null)[];
}

const severities = ['critical', 'major', 'minor', 'info'] as const;

/** How a dataset's quality went over its reports, the oldest first, as one HTML page. */
export function renderTrendHtml(points: readonly TrendPoint[], language: Language): string {
  const say = sayIn(language);
  const last = points.at(-1);
  return page({
    title: `${say(words.trendTitle)}: ${last?.dataset ?? ''}`,
    language,
    footer: last && `${last.tool} · ${last.dataset} · ${last.measuredAt}`,
    body: trendSections(points, language),
  });
}

/** The same as parts of a page. */
export function trendSections(points: readonly TrendPoint[], language: Language): Content {
  const say = sayIn(language);
  if (points.length === 0) return paragraph(say(words.noHistory));
  const { moving, steady } = linesOf(points);
  return [
    section(
      say(words.history),
      table(
        [
          say(words.measuredAt),
          say(words.version),
          say(words.verdict),
          ...severities.map((one) => ({ title: say(severityWords[one][1]), number: true })),
          { title: say(words.records), number: true },
        ],
        points.map((point) => {
          const [tone, verdict] = verdictWords[point.verdict];
          return [
            point.measuredAt.slice(0, 16).replace('T', ' '),
            code(point.hash.slice(0, 12)),
            badge(tone, say(verdict)),
            ...severities.map((one) => point.findings[one]),
            formatNumber(recordsOf(point), 12),
          ];
        }),
      ),
    ),
    points.length > 1 &&
      section(say(words.lines), [
        paragraph(html`<span class="muted">${say(words.linesNote)}</span>`),
        multiples(
          moving.map((line) => drawn(line, say)),
          true,
        ),
        paragraph(say(words.steady, { n: steady })),
      ]),
  ];
}

/** The same as Markdown. */
export function renderTrendMarkdown(points: readonly TrendPoint[], language: Language): string {
  const say = sayIn(language);
  const { moving, steady } = linesOf(points);
  const dates = points.map(({ measuredAt }) => measuredAt.slice(0, 16).replace('T', ' '));
  return `${[
    `# ${say(words.trendTitle)}: ${markedText(points.at(-1)?.dataset ?? '')}`,
    markdownTable(
      [
        say(words.measuredAt),
        say(words.version),
        say(words.verdict),
        ...severities.map((one) => ({ title: say(severityWords[one][1]), number: true })),
        { title: say(words.records), number: true },
      ],
      points.map((point, place) => [
        dates[place],
        `\`${point.hash.slice(0, 12)}\``,
        say(verdictWords[point.verdict][1]),
        ...severities.map((one) => point.findings[one]),
        formatNumber(recordsOf(point), 12),
      ]),
    ),
    `## ${say(words.lines)}`,
    say(words.linesNote),
    markdownTable(
      [say(words.measure), say(words.recordSet), ...dates.map((title) => ({ title, number: true }))],
      moving.map(({ name, recordSet, values }) => [
        markedText(say(name)),
        `\`${recordSet}\``,
        ...values.map((value) => formatShare(value)),
      ]),
    ),
    say(words.steady, { n: steady }),
  ].join('\n\n')}\n`;
}

function recordsOf({ rows }: TrendPoint): number {
  return Object.values(rows).reduce((sum, count) => sum + count, 0);
}

function drawn({ name, recordSet, values }: Line, say: Say) {
  return levelPlot({
    title: html`<span>${say(name)}</span>`,
    ...(recordSet !== '' && { note: recordSet }),
    name: `${say(name)} ${recordSet}`,
    values,
    format: formatShare,
    dots: values.length <= 60,
  });
}

/** A line per measure, definition and record set; a measure that was defined anew begins a line of its own. */
function linesOf(points: readonly TrendPoint[]): { moving: readonly Line[]; steady: number } {
  const lines = new Map<string, { name: Text; recordSet: string; values: (number | null)[] }>();
  points.forEach((point, place) => {
    for (const { id, version, name, recordSet, value } of point.measures) {
      const key = JSON.stringify([id, version, recordSet]);
      const line = lines.get(key) ?? { name, recordSet, values: points.map(() => null) };
      line.values[place] = value;
      lines.set(key, line);
    }
  });
  const moves = [...lines.values()].map((line) => ({ line, size: rangeOf(line.values) }));
  return {
    moving: moves
      .filter(({ size }) => size > 0)
      .sort((a, b) => b.size - a.size)
      .slice(0, mostLines)
      .map(({ line }) => line),
    steady: moves.filter(({ size }) => size === 0).length,
  };
}

function rangeOf(values: readonly (number | null)[]): number {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? 0 : Math.max(...known) - Math.min(...known);
}

import type { Finding, QualityReport, TablePicture } from '../../../workspace/index.ts';
import { type Content, type Html, html } from '../../html.ts';
import { formatNumber, formatShare } from '../../numbers.ts';
import { code, paragraph, section } from '../../parts.ts';
import { heatStrip } from '../../plots/heat-strip.ts';
import { levelPlot, type Stretch } from '../../plots/level-plot.ts';
import { smallBars } from '../../plots/small-bars.ts';
import { smallHistogram } from '../../plots/small-histogram.ts';
import { multiples } from '../../plots/small-plot.ts';
import { kindWords } from '../kind-words.ts';
import { words } from '../page-words.ts';
import { folded, type Say } from '../say.ts';
import { severityWords } from '../words.ts';

/** Fields that a picture shows at most; see `TablePicture`. */
const mostFields = 40;

/** Plots that are seen at once; the others are folded away. */
const mostOpen = 12;

/** Values of one field that are shown. */
const mostBars = 6;

export function pictures(report: QualityReport, say: Say): Content {
  const drawn = report.pictures.filter(({ rows }) => rows > 0);
  return drawn.map((picture) => {
    const parts = [
      missingMap(report, picture, say),
      coverage(picture, say),
      distributions(picture, say),
      levels(report, picture, say),
    ];
    return section(code(picture.recordSet), parts, 3);
  });
}

export function picturesNote(say: Say): Content {
  return paragraph(html`<span class="muted">${say(words.picturesNote, { n: mostFields })}</span>`);
}

const ends = (picture: TablePicture, say: Say): [string, string] => [
  say(words.row, { n: 1 }),
  say(words.row, { n: picture.rows }),
];

function missingMap(report: QualityReport, picture: TablePicture, say: Say): Content {
  if (picture.missing.length === 0) return null;
  const shareOf = (field: string) => {
    const found = report.measures.find(
      (one) => one.id === 'value_completeness' && one.recordSet === picture.recordSet && one.field === field,
    );
    return found?.result.status === 'measured'
      ? formatShare((found.result.denominator - found.result.numerator) / found.result.denominator)
      : '';
  };
  const rows = picture.missing.map(({ field, shares }) => ({ label: field, shares, text: shareOf(field) }));
  return heatStrip(say(words.missingMap), rows, ends(picture, say), {
    tell: (row, cell) =>
      `${say(words.row, { n: picture.windows[cell] ?? 1 })}: ${formatShare(rows[row]?.shares[cell])}`,
  });
}

function coverage({ coverage: covered }: TablePicture, say: Say): Content {
  if (!covered) return null;
  const most = covered.series.flatMap(({ counts }) => counts).reduce((a, b) => Math.max(a, b), 1);
  const rows = covered.series.map(({ name, counts }) => ({
    label: name === '' ? say(words.wholeRecords) : name,
    shares: counts.map((count) => count / most),
    text: formatNumber(
      counts.reduce((sum, count) => sum + count, 0),
      12,
    ),
  }));
  return heatStrip(
    say(words.coverage, { field: covered.field }),
    rows,
    [String(covered.start), String(covered.end)],
    {
      tone: 'mark',
      tell: (row, cell) => formatNumber(covered.series[row]?.counts[cell], 12),
    },
  );
}

function distributions({ distributions: all }: TablePicture, say: Say): Content {
  const plots = all.map((one) => {
    const title = fieldName(one.field);
    if (one.edges) return smallHistogram(title, one.field, one.edges, one.counts);
    const { values = [], counts } = one;
    const shown = values.length > mostBars + 1 ? mostBars : values.length;
    const others = counts.slice(shown).reduce((sum, count) => sum + count, 0) + (one.others ?? 0);
    return smallBars(title, one.field, [
      ...values.slice(0, shown).map((label, place) => ({
        label: label === '' ? say(words.blankValue) : label,
        count: counts[place] ?? 0,
      })),
      ...(others > 0 ? [{ label: say(words.otherValues), count: others, quiet: true }] : []),
    ]);
  });
  return part(say(words.distributions), say(words.distributionsNote), plots, false, say);
}

function levels(report: QualityReport, picture: TablePicture, say: Say): Content {
  const concerned = report.findings.filter(({ recordSet }) => recordSet === picture.recordSet);
  const plots = picture.levels.map(({ field, means }) => {
    const stretches = stretchesOf(concerned, field, picture, say);
    const kinds = [...new Set(stretches.map(({ text }) => text))];
    return levelPlot({
      title: fieldName(field),
      ...(kinds.length > 0 && { note: kinds.join(' · ') }),
      name: field,
      values: means,
      stretches,
    });
  });
  const size = (picture.windows[1] ?? picture.rows + 1) - 1;
  return part(say(words.levels), say(words.levelsNote, { n: size }), plots, true, say);
}

/** The places of findings about a field; a gap runs from one record to the next. */
function stretchesOf(
  findings: readonly Finding[],
  field: string,
  { rows }: TablePicture,
  say: Say,
): readonly Stretch[] {
  return findings
    .filter(({ fields }) => fields.includes(field))
    .flatMap(({ intervals = [], severity, kind }) => {
      const [tone] = severityWords[severity];
      const name = kindWords[kind];
      return intervals.map(({ from, to }) => ({
        from: (from - 1) / rows,
        to: to / rows,
        tone,
        text: name ? say(name) : kind,
      }));
    });
}

function part(title: string, about: string, plots: readonly Html[], wide: boolean, say: Say): Content {
  if (plots.length === 0) return null;
  const rest = plots.slice(mostOpen);
  return html`<h4>${title}</h4>${paragraph(html`<span class="muted">${about}</span>`)}${multiples(plots.slice(0, mostOpen), wide)}${
    rest.length > 0 && folded(say(words.furtherFields, { n: rest.length }), multiples(rest, wide))
  }`;
}

/** Letters at the end of a name that are always seen: long names often differ in them only. */
const tail = 12;

/** The name of a field; where it is too long for its plot, its middle is left out. */
function fieldName(field: string): Html {
  const cut = field.length > 2 * tail ? field.length - tail : field.length;
  return html`<code title="${field}"><span>${field.slice(0, cut)}</span><span>${field.slice(cut)}</span></code>`;
}

export { type Content, escapeHtml, type Html, html } from './html.ts';
export { type MarkdownColumn, markdownTable, markdownText } from './markdown.ts';
export { formatNumber, formatShare } from './numbers.ts';
export { type Page, page } from './page.ts';
export { palette } from './palette.ts';
export {
  badge,
  bullets,
  code,
  codeBlock,
  keyValues,
  link,
  note,
  paragraph,
  section,
  type Tone,
} from './parts.ts';
export { type BarRow, barPlot } from './plots/bar-plot.ts';
export { heatStrip, type StripRow } from './plots/heat-strip.ts';
export { histogram } from './plots/histogram.ts';
export { type IntervalRow, intervalPlot } from './plots/interval-plot.ts';
export { type LevelPlot, levelPlot, type Stretch } from './plots/level-plot.ts';
export { type SmallBar, smallBars } from './plots/small-bars.ts';
export { smallHistogram } from './plots/small-histogram.ts';
export { multiples } from './plots/small-plot.ts';
export { kindWords, repairWords } from './quality/kind-words.ts';
export { renderComparisonHtml } from './quality/render-comparison.ts';
export { renderComparisonMarkdown, renderComparisonText } from './quality/render-comparison-text.ts';
export { renderQualityHtml } from './quality/render-html.ts';
export { renderQualityMarkdown } from './quality/render-markdown.ts';
export { renderTrendHtml, renderTrendMarkdown } from './quality/render-trend.ts';
export { reasonWords, severityWords, verdictWords } from './quality/words.ts';
export { type Column, table } from './table.ts';

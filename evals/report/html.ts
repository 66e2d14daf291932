import {
  badge,
  type Html,
  html,
  intervalPlot,
  note,
  page,
  paragraph,
  section,
  table,
} from '../../src/report/index.ts';
import { type Language, textIn } from '../../src/workspace/index.ts';
import { defaultResamples } from '../statistics/cluster-bootstrap.ts';
import { intervalText, liftText, pText } from './numbers.ts';
import { type ReportPart, scenarioSection } from './scenario-section.ts';
import { tones } from './tones.ts';
import { words } from './words.ts';

/** The lift report of one or more scenarios as one HTML file. All scenarios were run with one kind of model. */
export function renderLiftHtml(parts: readonly ReportPart[], language: Language): string {
  const say = words[language];
  const first = parts[0]?.results;
  const model = first?.manifest.model;
  return page({
    title: say.title,
    language,
    subtitle: model && `${say.kinds[model.kind]} · ${model.name}`,
    body: [
      model && note(model.kind === 'openai-compatible' ? 'info' : 'warning', say.proves[model.kind]),
      section(say.verdictTitle, [
        overview(parts, language),
        liftPlot(parts, language),
        paragraph(say.howToRead(defaultResamples)),
      ]),
      ...parts.map((part) => scenarioSection(part, language)),
    ],
    footer: first && `zhuji · ${first.startedAt}`,
  });
}

function overview(parts: readonly ReportPart[], language: Language): Html {
  const say = words[language];
  return table(
    [
      say.scenario,
      say.verdictTitle,
      { title: say.lift, number: true },
      { title: 'p', number: true },
      { title: say.items, number: true },
      { title: say.clusters, number: true },
      { title: say.errors, number: true },
    ],
    parts.flatMap(({ results }) =>
      results.comparisons.map((comparison) => [
        html`${textIn(results.title, language)} <span class="muted">${say.liftOver(comparison.after, comparison.before)}</span>`,
        badge(tones[comparison.verdict], say.verdict[comparison.verdict]),
        comparison.difference ? intervalText(comparison.difference, liftText) : '–',
        pText(comparison.p),
        comparison.items,
        comparison.clusters,
        results.trials.filter(
          ({ status, arm }) => status === 'error' && [comparison.before, comparison.after].includes(arm),
        ).length,
      ]),
    ),
  );
}

function liftPlot(parts: readonly ReportPart[], language: Language): Html {
  return intervalPlot(
    words[language].liftPlot,
    parts.flatMap(({ results }) =>
      results.comparisons.map(({ difference, verdict }) => ({
        label: textIn(results.title, language),
        point: difference?.estimate ?? null,
        low: difference?.low ?? null,
        high: difference?.high ?? null,
        tone: tones[verdict],
        text: difference ? intervalText(difference, liftText) : '–',
      })),
    ),
  );
}

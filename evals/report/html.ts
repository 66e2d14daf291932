import {
  badge,
  code,
  type Html,
  html,
  intervalPlot,
  keyValues,
  note,
  page,
  paragraph,
  section,
  type Tone,
  table,
} from '../../src/report/index.ts';
import { type Language, textIn } from '../../src/workspace/index.ts';
import type { Results, Trial } from '../results.ts';
import type { Scenario } from '../scenarios/index.ts';
import type { Lift } from '../statistics/paired-difference.ts';
import { words } from './words.ts';

const tones: Record<Lift, Tone> = {
  helps: 'good',
  harms: 'bad',
  no_material_difference: 'neutral',
  inconclusive: 'warning',
  invalid: 'bad',
};

/** What a results file belongs to, for the questions behind the item ids. */
export interface ReportPart {
  readonly scenario: Scenario;
  readonly results: Results;
}

/** The lift report of one or more scenarios as one HTML file. All scenarios were run with one kind of model. */
export function renderLiftHtml(parts: readonly ReportPart[], language: Language): string {
  const say = words[language];
  const model = parts[0]?.results.manifest.model;
  const body = [
    model && note(model.kind === 'openai-compatible' ? 'info' : 'warning', say.proves[model.kind]),
    section(say.lift, [overview(parts, language), liftPlot(parts, language)]),
    ...parts.map((part) => scenarioSection(part, language)),
  ];
  return page({
    title: say.title,
    language,
    subtitle: model && `${say.kinds[model.kind]} · ${model.name}`,
    body,
    footer: parts[0] && `zhuji · ${parts[0].results.startedAt}`,
  });
}

function overview(parts: readonly ReportPart[], language: Language): Html {
  const say = words[language];
  return table(
    [
      say.scenario,
      say.lift,
      '',
      { title: say.items, number: true },
      { title: say.clusters, number: true },
      { title: 'p', number: true },
    ],
    parts.flatMap(({ results }) =>
      results.comparisons.map((comparison) => [
        textIn(results.title, language),
        say.liftOver(comparison.after, comparison.before),
        badge(tones[comparison.verdict], say.verdict[comparison.verdict]),
        comparison.items,
        comparison.clusters,
        comparison.p === null ? '–' : comparison.p < 0.0001 ? '< 0.0001' : comparison.p.toFixed(4),
      ]),
    ),
  );
}

function liftPlot(parts: readonly ReportPart[], language: Language): Html {
  return intervalPlot(
    words[language].interval,
    parts.flatMap(({ results }) =>
      results.comparisons.map(({ difference, verdict }) => ({
        label: textIn(results.title, language),
        point: difference?.estimate ?? null,
        low: difference?.low ?? null,
        high: difference?.high ?? null,
        tone: tones[verdict],
      })),
    ),
  );
}

function scenarioSection({ scenario, results }: ReportPart, language: Language): Html {
  const say = words[language];
  const { manifest, arms } = results;
  return section(textIn(results.title, language), [
    ...results.comparisons.map(({ reason }) => paragraph(textIn(reason, language))),
    intervalPlot(
      say.scorePlot,
      arms.map(({ title, score }) => ({
        label: textIn(title, language),
        point: score?.estimate ?? null,
        low: score?.low ?? null,
        high: score?.high ?? null,
      })),
    ),
    table(
      [
        say.arm,
        { title: say.items, number: true },
        { title: say.score, number: true },
        { title: say.abstained, number: true },
        { title: say.errors, number: true },
        { title: say.calls, number: true },
        { title: say.tokens, number: true },
      ],
      arms.map((arm) => [
        `${arm.id}: ${textIn(arm.title, language)}`,
        arm.items,
        arm.score ? arm.score.estimate.toFixed(2) : '–',
        arm.abstained,
        arm.errors,
        arm.toolCalls.toFixed(1),
        Math.round(arm.tokens),
      ]),
    ),
    section(say.items, itemTable(scenario, results, language), 3),
    section(
      say.run,
      keyValues([
        [say.scenario, code(manifest.scenario)],
        [say.model, `${say.kinds[manifest.model.kind]} · ${manifest.model.name}`],
        [say.seed, manifest.seed],
        [say.trials, manifest.trials],
        [
          say.hashes,
          code([manifest.hashes.prompt, manifest.hashes.tools, manifest.hashes.items].map(short).join(' ')),
        ],
        [say.data, code(manifest.data.map(({ id, hash }) => `${id}@${short(hash)}`).join(' '))],
        [say.started, results.startedAt],
      ]),
      3,
    ),
  ]);
}

const short = (hash: string) => hash.slice(0, 12);

function itemTable({ items }: Scenario, { arms, trials }: Results, language: Language): Html {
  const say = words[language];
  const byArm = (item: string) => (arm: { id: string }) => {
    const own = trials.filter((trial) => trial.item === item && trial.arm === arm.id);
    return own.map((trial) => html`<div>${outcome(trial)}</div>`);
  };
  return table(
    ['', say.question, ...arms.map(({ id }) => id)],
    items.map((item) => [code(item.id), item.question, ...arms.map(byArm(item.id))]),
  );
}

function outcome(trial: Trial): Html {
  if (trial.status === 'error') return html`${badge('bad', trial.code)} ${trial.message}`;
  const tone: Tone = trial.score === 1 ? 'good' : trial.abstained ? 'neutral' : 'bad';
  return html`${badge(tone, trial.score.toFixed(2))} ${trial.note}`;
}

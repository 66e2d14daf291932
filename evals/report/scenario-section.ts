import {
  badge,
  code,
  type Html,
  html,
  intervalPlot,
  keyValues,
  paragraph,
  section,
  type Tone,
  table,
} from '../../src/report/index.ts';
import { type Language, textIn } from '../../src/workspace/index.ts';
import type { Results, Trial } from '../results.ts';
import type { Item, Scenario } from '../scenarios/index.ts';
import { intervalText, liftText, pText, scoreText } from './numbers.ts';
import { tones } from './tones.ts';
import { words } from './words.ts';

/** Results with their scenario, for the questions behind the item ids. */
export interface ReportPart {
  readonly scenario: Scenario;
  readonly results: Results;
}

/** One scenario: verdict, scores, what was missed, and folded away all items and how it was measured. */
export function scenarioSection({ scenario, results }: ReportPart, language: Language): Html {
  const say = words[language];
  const { arms, comparisons, title } = results;
  return section(textIn(title, language), [
    ...comparisons.map((comparison) => verdictLine(comparison, language)),
    intervalPlot(
      say.scorePlot,
      arms.map((arm) => ({
        label: textIn(arm.title, language),
        point: arm.score?.estimate ?? null,
        low: arm.score?.low ?? null,
        high: arm.score?.high ?? null,
        text: arm.score ? intervalText(arm.score, scoreText) : '–',
      })),
    ),
    armTable(results, language),
    ...comparisons.map(({ after }) => missed(scenario, results, after, language)),
    folded(say.allItems(scenario.items.length), itemTable(scenario.items, results, language)),
    folded(say.run, measurement(results, language)),
  ]);
}

const folded = (summary: string, body: Html) => html`<details><summary>${summary}</summary>${body}</details>`;

function verdictLine(comparison: Results['comparisons'][number], language: Language): Html {
  const say = words[language];
  const { before, after, difference, p, verdict, reason } = comparison;
  const size = difference && `${say.lift} ${intervalText(difference, liftText)}, p ${pText(p)}`;
  return paragraph([
    badge(tones[verdict], say.verdict[verdict]),
    ` ${say.liftOver(after, before)}${size ? ` · ${size}` : ''} · ${textIn(reason, language)}`,
  ]);
}

function armTable({ arms }: Results, language: Language): Html {
  const say = words[language];
  const count = (value: number | null, digits: number) => value?.toFixed(digits) ?? '–';
  const numbers = [say.items, say.clusters, say.trialCount, say.abstained, say.errors, say.calls, say.tokens];
  return table(
    [say.arm, ...numbers.map((title) => ({ title, number: true }))],
    arms.map((arm) => [
      html`${code(arm.id)} ${textIn(arm.title, language)}`,
      arm.items,
      arm.clusters,
      arm.trials,
      arm.abstained,
      arm.errors,
      count(arm.toolCalls, 1),
      count(arm.tokens, 0),
    ]),
  );
}

/** The items that the data did not bring to a right answer: where to look first. */
function missed({ items }: Scenario, results: Results, arm: string, language: Language): Html | null {
  const wrong = new Set(
    results.trials
      .filter((trial) => trial.arm === arm && (trial.status === 'error' || trial.score < 1))
      .map(({ item }) => item),
  );
  if (wrong.size === 0) return null;
  const rows = itemTable(
    items.filter(({ id }) => wrong.has(id)),
    results,
    language,
  );
  const title = words[language].missed(arm, wrong.size, items.length);
  return wrong.size <= 10 ? section(title, rows, 3) : folded(title, rows);
}

function itemTable(items: readonly Item[], { arms, trials }: Results, language: Language): Html {
  const say = words[language];
  const outcomes = (item: Item) => (arm: { id: string }) =>
    trials
      .filter((trial) => trial.item === item.id && trial.arm === arm.id)
      .map((trial) => html`<div>${outcome(trial, language)}</div>`);
  return table(
    [say.item, say.question, ...arms.map(({ id }) => id)],
    items.map((item) => [
      html`<span style="white-space:nowrap">${item.id}</span>`,
      item.question,
      ...arms.map(outcomes(item)),
    ]),
  );
}

function outcome(trial: Trial, language: Language): Html {
  if (trial.status === 'error') return html`${badge('bad', trial.code)} ${textIn(trial.message, language)}`;
  const tone: Tone = trial.score === 1 ? 'good' : trial.abstained ? 'neutral' : 'bad';
  return html`${badge(tone, scoreText(trial.score))} ${textIn(trial.note, language)}`;
}

const short = (hash: string) => hash.slice(0, 12);

function measurement({ manifest, startedAt }: Results, language: Language): Html {
  const say = words[language];
  const { scenario, agent, model, trials, seed, hashes, data } = manifest;
  return keyValues([
    [say.scenario, code(scenario)],
    [say.agent, code(agent)],
    [say.model, `${say.kinds[model.kind]} · ${model.name}`],
    [say.trials, trials],
    [say.seed, seed],
    [say.started, startedAt],
    [
      say.hashes,
      [hashes.prompt, hashes.tools, hashes.items].map((hash) => html`<div>${code(short(hash))}</div>`),
    ],
    [say.data, data.map(({ id, hash }) => html`<div>${code(`${id}@${short(hash)}`)}</div>`)],
  ]);
}

import { type Language, textIn } from '../../src/workspace/index.ts';
import type { Results } from '../results.ts';
import { intervalText, liftText, pText, scoreText } from './numbers.ts';
import { words } from './words.ts';

/** The lift of one or more scenarios for a terminal, all run with one kind of model: what that proves stands first. */
export function renderLiftText(list: readonly Results[], language: Language): string {
  const say = words[language];
  const model = list[0]?.manifest.model;
  return [
    ...(model ? [`${say.kinds[model.kind]} · ${model.name}`, say.proves[model.kind]] : []),
    ...list.map((results) => `\n${scenarioText(results, language)}`),
  ].join('\n');
}

function scenarioText({ title, arms, comparisons }: Results, language: Language): string {
  const say = words[language];
  const lines = [textIn(title, language)];
  for (const { before, after, difference, p, verdict, reason } of comparisons) {
    const size = difference ? `${intervalText(difference, liftText)}  p ${pText(p)}  ` : '';
    lines.push(
      `  ${say.liftOver(after, before)}  ${size}→ ${say.verdict[verdict]}`,
      `    ${textIn(reason, language)}`,
    );
  }
  for (const { id, items, score, abstained, errors, trials } of arms) {
    const share = score ? intervalText(score, scoreText) : '–';
    lines.push(
      `  ${id.padEnd(8)} ${say.score} ${share}  ${say.items} ${items}  ${say.trialCount} ${trials}  ${say.abstained} ${abstained}  ${say.errors} ${errors}`,
    );
  }
  return lines.join('\n');
}

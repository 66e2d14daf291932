import { type Language, textIn } from '../../src/workspace/index.ts';
import type { Results } from '../results.ts';
import { words } from './words.ts';

const fixed = (value: number) => (value < 0 ? '−' : '+') + Math.abs(value).toFixed(2);

/** The lift of a scenario in a few lines, for a terminal. */
export function renderLiftText(results: Results, language: Language): string {
  const say = words[language];
  const { model } = results.manifest;
  const lines = [
    `${textIn(results.title, language)}  (${say.kinds[model.kind]}${model.kind === 'reference-policy' ? '' : `: ${model.name}`})`,
  ];
  for (const { id, items, score, abstained, errors } of results.arms) {
    const share = score
      ? `${score.estimate.toFixed(2)} [${score.low.toFixed(2)}, ${score.high.toFixed(2)}]`
      : '–';
    lines.push(
      `  ${id.padEnd(8)} ${say.score} ${share}  ${say.items} ${items}  ${say.abstained} ${abstained}  ${say.errors} ${errors}`,
    );
  }
  for (const { before, after, difference, p, clusters, verdict } of results.comparisons) {
    const size = difference
      ? `${fixed(difference.estimate)} [${fixed(difference.low)}, ${fixed(difference.high)}]  p ${p?.toFixed(4)}  ${say.clusters} ${clusters}  `
      : '';
    lines.push(`  ${say.liftOver(after, before)}  ${size}→ ${say.verdict[verdict]}`);
  }
  return lines.join('\n');
}

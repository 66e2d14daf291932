import type { QualityReport } from '../../../workspace/index.ts';
import { type Content, html } from '../../html.ts';
import { formatNumber } from '../../numbers.ts';
import { code, paragraph, section } from '../../parts.ts';
import { table } from '../../table.ts';
import { words } from '../page-words.ts';
import type { Say } from '../say.ts';
import { standardOf } from '../values.ts';

/** What every measure means, and by which numbers of the standards. */
export function definitions(report: QualityReport, say: Say): Content {
  return [
    table(
      [say(words.measure), say(words.formula), say(words.better), say(words.standards)],
      report.definitions.map(({ name, formula, direction, standards }) => [
        say(name),
        say(formula),
        say(direction === 'higher_is_better' ? words.higher : words.lower),
        standards.map(standardOf).join('; ') || '–',
      ]),
    ),
    paragraph(say(words.standardsNote)),
  ];
}

/** The numbers on which the verdict rests, and those on which it does not. */
export function profile({ thresholds, weights }: QualityReport, say: Say): Content {
  const listed = (names: readonly [string, string], all: Readonly<Record<string, number>>) =>
    table(
      [names[0], { title: names[1], number: true }],
      Object.entries(all).map(([id, value]) => [code(id), formatNumber(value, 9)]),
    );
  return html`<div class="aside">${[
    section(say(words.thresholds), listed([say(words.threshold), say(words.value)], thresholds), 3),
    section(
      say(words.weights),
      [
        paragraph(html`<span class="muted">${say(words.weightsNote)}</span>`),
        Object.keys(weights).length > 0 && listed([say(words.indicator), say(words.weight)], weights),
      ],
      3,
    ),
  ]}</div>`;
}

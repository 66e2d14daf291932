import type { QualityReport } from '../../../workspace/index.ts';
import { type Content, html } from '../../html.ts';
import { badge, paragraph, type Tone } from '../../parts.ts';
import { words } from '../page-words.ts';
import { marked, type Say } from '../say.ts';

/** Gates as cards, the failed ones first: they stand apart from all that is measured in degrees. */
export function gates({ gates: all }: QualityReport, say: Say): Content {
  const rank = (passed: boolean | null) => (passed === false ? 0 : passed === null ? 1 : 2);
  const sorted = all.toSorted((a, b) => rank(a.passed) - rank(b.passed));
  return [
    html`<ul class="gates">${sorted.map(({ name, passed, reason }) => {
      const [tone, word] = stateOf(passed);
      return html`<li class="gate ${tone}"><strong>${marked(say(name))}</strong>${badge(tone, say(word))}<p class="muted">${marked(say(reason))}</p></li>`;
    })}</ul>`,
    paragraph(html`<span class="muted">${say(words.gatesNote)}</span>`),
  ];
}

export function stateOf(passed: boolean | null) {
  if (passed === null) return ['neutral', words.notDetermined] as const satisfies [Tone, unknown];
  return passed ? (['good', words.passed] as const) : (['bad', words.failed] as const);
}

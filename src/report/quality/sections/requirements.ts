import type { QualityReport } from '../../../workspace/index.ts';
import { type Content, html } from '../../html.ts';
import { formatNumber } from '../../numbers.ts';
import { badge, code } from '../../parts.ts';
import { table } from '../../table.ts';
import { words } from '../page-words.ts';
import { marked, type Say } from '../say.ts';
import { targetOf } from '../values.ts';
import { statusWords } from '../words.ts';

/** What the scenario demands, against what there is. */
export function requirements({ requirements: all }: QualityReport, say: Say): Content {
  return table(
    [
      say(words.status),
      say(words.requirement),
      { title: say(words.target), number: true },
      { title: say(words.actual), number: true },
      say(words.metBy),
    ],
    all.map((one) => {
      const [tone, status] = statusWords[one.status];
      return [
        badge(tone, say(status)),
        html`${marked(say(one.description))} (${say(words[one.level])})<br><span class="muted">${marked(say(one.reason))}${
          one.source !== '' && ` ${say(words.source)}: ${one.source}`
        }</span>`,
        targetOf(one),
        one.actual === undefined ? '' : formatNumber(one.actual),
        one.by === undefined ? '' : code(one.by),
      ];
    }),
  );
}

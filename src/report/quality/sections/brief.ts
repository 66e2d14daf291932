import type { QualityReport, Text } from '../../../workspace/index.ts';
import { type Content, html } from '../../html.ts';
import { bullets, code, paragraph, section } from '../../parts.ts';
import { words } from '../page-words.ts';
import { folded, marked, type Say } from '../say.ts';
import { filterOf } from '../values.ts';

/** Filters that are seen at once. */
const mostOpen = 8;

export function brief({ brief: parts }: QualityReport, say: Say): Content {
  const list = (title: Text, items: readonly Content[], open = items.length) => {
    const rest = items.slice(open);
    return section(
      say(title),
      items.length > 0
        ? [bullets(items.slice(0, open)), rest.length > 0 && folded(`+ ${rest.length}`, bullets(rest))]
        : paragraph(say(words.none)),
      3,
    );
  };
  const texts = (items: readonly Text[]) => items.map((item) => marked(say(item)));
  const filters = parts.safe_filters.map((filter) => code(filterOf(filter)));
  return html`<div class="columns">${[
    list(words.useFor, texts(parts.use_for)),
    list(words.doNotUseFor, texts(parts.do_not_use_for)),
    list(words.mustMention, texts(parts.must_mention)),
    list(words.safeFilters, filters, mostOpen),
  ]}</div>`;
}

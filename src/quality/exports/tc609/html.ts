import {
  badge,
  bullets,
  type Content,
  code,
  formatShare,
  html,
  keyValues,
  note,
  page,
  paragraph,
  section,
  type Tone,
  table,
  verdictWords,
} from '../../../report/index.ts';
import { type Language, textIn } from '../../../workspace/index.ts';
import type { AssessmentForm, FormDimension, FormIndicator } from './form.ts';
import { boundsIn, countsIn, headOf, reachesIn, remarksOf, scoreIn, valueIn } from './lines.ts';
import { formWords as words } from './words.ts';

type Say = (text: Parameters<typeof textIn>[0]) => string;

const toneOf = ({ reaches }: FormDimension): Tone =>
  reaches === null ? 'neutral' : reaches ? 'good' : 'bad';

/** The form as one HTML page, to be read, printed or filed. */
export function formHtml(form: AssessmentForm, language: Language): string {
  const say: Say = (text) => textIn(text, language);
  const [tone, verdict] = verdictWords[form.verdict];
  return page({
    title: `${say(words.title)}: ${form.dataset.id}`,
    language,
    subtitle: say(words.basis),
    footer: `zhuji · ${form.dataset.id} · ${form.dataset.hash.slice(0, 12)} · ${form.measuredAt}`,
    body: [
      keyValues([
        ...headOf(form, language).map(([name, value]): [Content, Content] => [name, value]),
        [say(words.verdict), badge(tone, say(verdict))],
      ]),
      section(say(words.overview), [overview(form, language, say), paragraph(say(words.unverifiedNote))]),
      form.dimensions.map((one) =>
        section(`${one.id} ${one.name[language]}`, indicators(one, language, say)),
      ),
      section(say(words.notes), note('info', bullets(form.notes.map((text) => text[language])))),
    ],
  });
}

function overview({ dimensions }: AssessmentForm, language: Language, say: Say): Content {
  return table(
    [
      say(words.dimension),
      { title: `${say(words.weight)}*`, number: true },
      { title: say(words.measuredShare), number: true },
      { title: say(words.score), number: true },
      { title: say(words.bounds), number: true },
      say(words.against),
    ],
    dimensions.map((one) => [
      `${one.id} ${one.name[language]}`,
      formatShare(one.weight.value),
      formatShare(one.covered),
      scoreIn(one.score),
      boundsIn(one),
      badge(toneOf(one), reachesIn(one, language)),
    ]),
  );
}

function indicators({ indicators: all }: FormDimension, language: Language, say: Say): Content {
  return table(
    [
      say(words.indicator),
      { title: say(words.weight), number: true },
      { title: say(words.value), number: true },
      { title: say(words.counts), number: true },
      say(words.remarks),
    ],
    all.map((one) => [
      html`<strong>${one.id}</strong> ${one.name[language]}${one.basis === 'unverified' && '*'}`,
      formatShare(one.weight),
      one.result.status === 'not_measured'
        ? badge('neutral', valueIn(one.result, language))
        : valueIn(one.result, language),
      countsIn(one.result, language),
      remarks(one, language, say),
    ]),
  );
}

/** Evidence that stands open; more of it is folded away. */
const mostOpen = 2;

function remarks(one: FormIndicator, language: Language, say: Say): Content {
  const places = one.evidence.map(({ what, place }): Content => [say(what), ' ', code(place)]);
  const name = say(words.evidence);
  return [
    html`<span class="muted">${one.formula[language]}</span>`,
    remarksOf(one, language).map((line) => html`<br>${line}`),
    places.length > mostOpen
      ? html`<details><summary class="muted">${name} (${places.length})</summary>${bullets(places)}</details>`
      : places.map((place) => html`<br><span class="muted">${name}: ${place}</span>`),
  ];
}

import { formatShare, markdownTable, markdownText, verdictWords } from '../../../report/index.ts';
import { type Language, textIn } from '../../../workspace/index.ts';
import type { AssessmentForm, FormDimension } from './form.ts';
import { boundsIn, countsIn, headOf, reachesIn, remarksOf, scoreIn, valueIn } from './lines.ts';
import { formWords as words } from './words.ts';

function dimensionTable({ indicators }: FormDimension, language: Language): string {
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language);
  return markdownTable(
    [
      say(words.indicator),
      { title: say(words.weight), number: true },
      { title: say(words.value), number: true },
      { title: say(words.counts), number: true },
      say(words.remarks),
    ],
    indicators.map((one) => [
      `${one.id} ${markdownText(one.name[language])}${one.basis === 'unverified' ? ' \\*' : ''}`,
      formatShare(one.weight),
      valueIn(one.result, language),
      countsIn(one.result, language),
      [
        markdownText(one.formula[language]),
        ...remarksOf(one, language).map(markdownText),
        ...one.evidence.map(({ what, place }) => `${markdownText(say(what))}: \`${place}\``),
      ].join('<br>'),
    ]),
  );
}

/** The form as Markdown. */
export function formMarkdown(form: AssessmentForm, language: Language): string {
  const say = (text: Parameters<typeof textIn>[0]) => textIn(text, language);
  const head = [...headOf(form, language), [say(words.verdict), say(verdictWords[form.verdict][1])]];
  return [
    `# ${say(words.title)}`,
    say(words.basis),
    markdownTable(
      [say(words.item), say(words.value)],
      head.map(([name = '', value = '']) => [markdownText(name), markdownText(value)]),
    ),
    `## ${say(words.overview)}`,
    markdownTable(
      [
        say(words.dimension),
        { title: `${say(words.weight)}\\*`, number: true },
        { title: say(words.measuredShare), number: true },
        { title: say(words.score), number: true },
        { title: say(words.bounds), number: true },
        markdownText(say(words.against)),
      ],
      form.dimensions.map((one) => [
        `${one.id} ${one.name[language]}`,
        formatShare(one.weight.value),
        formatShare(one.covered),
        scoreIn(one.score),
        boundsIn(one),
        reachesIn(one, language),
      ]),
    ),
    markdownText(say(words.unverifiedNote)),
    ...form.dimensions.flatMap((one) => [
      `## ${one.id} ${one.name[language]}`,
      dimensionTable(one, language),
    ]),
    `## ${say(words.notes)}`,
    form.notes.map((note) => `- ${markdownText(note[language])}`).join('\n'),
    '',
  ].join('\n\n');
}

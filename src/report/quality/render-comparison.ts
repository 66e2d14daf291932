import type { Finding, Language, ReportComparison } from '../../workspace/index.ts';
import { type Content, html } from '../html.ts';
import { formatNumber } from '../numbers.ts';
import { page } from '../page.ts';
import { badge, bullets, code, note, paragraph, section } from '../parts.ts';
import { table } from '../table.ts';
import { changeOf, mostMoved, placeOfMeasure, rowsOf, shareOf } from './comparison-values.ts';
import { comparisonWords as words } from './comparison-words.ts';
import { folded, marked, type Say, sayIn } from './say.ts';
import { severityWords, verdictWords } from './words.ts';

/** Findings of a list that are seen at once. */
const mostOpen = 30;

/** What changed between two reports, as one HTML page. */
export function renderComparisonHtml(comparison: ReportComparison, language: Language): string {
  const say = sayIn(language);
  const { before, after } = comparison;
  return page({
    title: `${say(words.title)}: ${after.dataset}`,
    language,
    subtitle: [before, after].map((one) => one.measuredAt.slice(0, 16).replace('T', ' ')).join(' → '),
    footer: `${after.tool} · ${after.dataset} · ${before.hash.slice(0, 12)} → ${after.hash.slice(0, 12)}`,
    body: comparisonSections(comparison, language),
  });
}

/** The same as parts of a page. */
export function comparisonSections(comparison: ReportComparison, language: Language): Content {
  const say = sayIn(language);
  const { cautions, gone, appeared, kept } = comparison;
  return [
    verdict(comparison, say),
    cautions.length > 0 &&
      note('warning', [
        paragraph(html`<strong>${say(words.cautions)}</strong>`),
        bullets(cautions.map((text) => marked(say(text)))),
      ]),
    sides(comparison, say),
    section(`${say(words.appeared)} (${appeared.length})`, listed(appeared, say)),
    section(`${say(words.gone)} (${gone.length})`, listed(gone, say)),
    section(`${say(words.moved)} (${comparison.moved.length})`, moved(comparison, say)),
    section(`${say(words.kept)} (${kept.length})`, still(comparison, say)),
  ];
}

function verdict({ before, after }: ReportComparison, say: Say): Content {
  const [toneBefore, wordBefore] = verdictWords[before.verdict];
  const [tone, word] = verdictWords[after.verdict];
  return note(
    tone,
    html`<p class="verdict">${say(words.verdict)}: ${
      before.verdict === after.verdict
        ? [badge(tone, say(word)), ` (${say(words.unchanged)})`]
        : [badge(toneBefore, say(wordBefore)), ' → ', badge(tone, say(word))]
    }</p>`,
  );
}

function sides(comparison: ReportComparison, say: Say): Content {
  const { before, after } = comparison;
  const line = (name: keyof typeof words, of: (one: typeof before) => Content): Content[] => [
    say(words[name]),
    of(before),
    of(after),
    '',
  ];
  return table(
    ['', say(words.before), say(words.after), say(words.change)],
    [
      line('version', ({ hash }) => html`<code title="${hash}">${hash.slice(0, 12)}</code>`),
      line('measuredAt', ({ measuredAt }) => measuredAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')),
      line('profile', ({ profile }) => code(profile)),
      ...rowsOf(comparison).map((one) => [
        html`${say(words.records)} ${code(one.recordSet)}`,
        one.before,
        one.after,
        one.change,
      ]),
    ],
  );
}

function listed(findings: readonly Finding[], say: Say): Content {
  if (findings.length === 0) return paragraph(say(words.none));
  const rows = (some: readonly Finding[]) =>
    table(
      [say(words.severity), say(words.finding), { title: say(words.records), number: true }],
      some.map(({ severity, message, count }) => {
        const [tone, word] = severityWords[severity];
        return [badge(tone, say(word)), marked(say(message)), formatNumber(count, 12)];
      }),
    );
  const rest = findings.slice(mostOpen);
  return [
    rows(findings.slice(0, mostOpen)),
    rest.length > 0 && folded(say(words.more, { n: rest.length }), rows(rest)),
  ];
}

function moved({ moved: all, unmoved }: ReportComparison, say: Say): Content {
  const same = paragraph(html`<span class="muted">${say(words.unmoved, { n: unmoved })}</span>`);
  if (all.length === 0) return [paragraph(say(words.nothingMoved)), same];
  const number = (name: keyof typeof words) => ({ title: say(words[name]), number: true });
  return [
    table(
      [say(words.measure), say(words.place), number('before'), number('after'), number('points'), ''],
      all.slice(0, mostMoved).map((one) => {
        const [tone, word] =
          one.better === null
            ? (['neutral', words.onceOnly] as const)
            : one.better
              ? (['good', words.better] as const)
              : (['bad', words.worse] as const);
        const place = placeOfMeasure(one);
        return [
          say(one.name),
          place === '' ? '' : code(place),
          shareOf(one.before),
          shareOf(one.after),
          changeOf(one),
          badge(tone, say(word)),
        ];
      }),
    ),
    all.length > mostMoved && paragraph(say(words.more, { n: all.length - mostMoved })),
    same,
  ];
}

function still({ kept }: ReportComparison, say: Say): Content {
  if (kept.length === 0) return paragraph(say(words.none));
  return table(
    [
      say(words.severity),
      say(words.finding),
      { title: `${say(words.records)}: ${say(words.before)}`, number: true },
      { title: say(words.after), number: true },
    ],
    kept.slice(0, mostMoved).map(({ before, after }) => {
      const [toneBefore, wordBefore] = severityWords[before.severity];
      const [tone, word] = severityWords[after.severity];
      return [
        before.severity === after.severity
          ? badge(tone, say(word))
          : [badge(toneBefore, say(wordBefore)), ' → ', badge(tone, say(word))],
        marked(say(after.message)),
        formatNumber(before.count, 12),
        formatNumber(after.count, 12),
      ];
    }),
  );
}

import type { Finding, Language, QualityReport } from '../../../workspace/index.ts';
import { type Content, type Html, html } from '../../html.ts';
import { formatNumber, formatShare } from '../../numbers.ts';
import { badge, code, codeBlock, paragraph } from '../../parts.ts';
import { table } from '../../table.ts';
import { kindWords, repairWords } from '../kind-words.ts';
import { words } from '../page-words.ts';
import { folded, marked, type Say } from '../say.ts';
import { byKind, magnitudeOf, placeOf, queryOf, recordsOf, repairCommand } from '../values.ts';
import { severityWords } from '../words.ts';

/** Findings of one kind that are all told in full; where there are more, the first two are. */
const fewAlike = 5;
const toldOfMany = 2;

/** Findings of one kind that are told in short. */
const mostListed = 200;

/** Findings by kind, the gravest first; of many of one kind the rest in short. */
export function findings(report: QualityReport, language: Language, say: Say): Content {
  if (report.findings.length === 0) return paragraph(say(words.noFindings));
  return byKind(report.findings).map((alike) => {
    const told = alike.length > fewAlike ? toldOfMany : alike.length;
    const rest = alike.slice(told);
    return [
      alike.slice(0, told).map((finding) => inFull(report, finding, language, say)),
      rest.length > 0 && folded(say(words.moreOfKind, { n: rest.length }), inShort(report, rest, say)),
    ];
  });
}

function inFull(report: QualityReport, finding: Finding, language: Language, say: Say): Html {
  const [tone, severity] = severityWords[finding.severity];
  const { kind, confidence, recordSet, message, remedy } = finding;
  const magnitude = magnitudeOf(finding, language);
  const kindName = kindWords[kind];
  return html`<article class="finding"><div class="head">${badge(tone, say(severity))}<strong>${kindName ? say(kindName) : kind}</strong><span class="muted">${placeOf(finding, language)}</span>${
    recordSet !== '' && html`<span class="muted">${say(words.records)}: ${recordsOf(finding)}</span>`
  }${magnitude !== '' && html`<span class="muted">${say(words.magnitude)}: ${magnitude}</span>`}${
    confidence !== undefined &&
    html`<span class="muted">${say(words.confidence)}: ${formatShare(confidence)}</span>`
  }</div>
<p>${marked(say(message))}</p><p class="muted">${marked(say(remedy))}</p>${repairOf(report, finding, say)}${evidence(finding, say)}</article>`;
}

function repairOf(report: QualityReport, finding: Finding, say: Say): Content {
  const { repair } = finding;
  if (!repair) return null;
  const undo = repair.reversible ? words.reversible : words.notReversible;
  return html`<div class="repair"><p><strong>${say(words.repair)}:</strong> ${say(repairWords[repair.action])} (${say(undo)}). ${say(words.loses)}: ${marked(say(repair.loses))}</p>${codeBlock(repairCommand(report, finding))}</div>`;
}

function evidence({ rows, intervals = [], count, query }: Finding, say: Say): Content {
  if (rows.length === 0 && intervals.length === 0 && !query) return null;
  const inSeries = intervals.some(({ series }) => series !== undefined && series !== '');
  const timed = intervals.some(({ start }) => start !== undefined);
  const places =
    intervals.length > 0 &&
    table(
      [
        { title: say(words.firstRow), number: true },
        { title: say(words.lastRow), number: true },
        ...(timed ? [say(words.start), say(words.end)] : []),
        ...(inSeries ? [say(words.series)] : []),
      ],
      intervals.map(({ from, to, start, end, series }) => [
        formatNumber(from, 12),
        formatNumber(to, 12),
        ...(timed ? [start ?? '', end ?? ''] : []),
        ...(inSeries ? [series ?? ''] : []),
      ]),
    );
  const list =
    rows.length > 0 && paragraph(`${say(words.rows)}: ${rows.join(', ')}${rows.length < count ? ', …' : ''}`);
  const title = intervals.length > 0 ? words.stretches : rows.length > 0 ? words.rows : words.query;
  const head = html`<span class="muted">${say(title)}${query && title !== words.query && ` · ${say(words.query)}`}</span>`;
  return folded(head, [
    places,
    list,
    query && [title !== words.query && paragraph(say(words.query)), codeBlock(queryOf(query))],
  ]);
}

function inShort(report: QualityReport, rest: readonly Finding[], say: Say): Content {
  const repairable = rest.some(({ repair }) => repair);
  return [
    table(
      [
        say(words.severity),
        say(words.what),
        { title: say(words.records), number: true },
        ...(repairable ? [say(words.repair)] : []),
      ],
      rest.slice(0, mostListed).map((finding) => {
        const [tone, severity] = severityWords[finding.severity];
        return [
          badge(tone, say(severity)),
          marked(say(finding.message)),
          recordsOf(finding),
          ...(repairable ? [finding.repair ? code(repairCommand(report, finding)) : ''] : []),
        ];
      }),
    ),
    rest.length > mostListed && paragraph(say(words.moreFindings, { n: rest.length - mostListed })),
  ];
}

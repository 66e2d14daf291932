import type { Finding, Language, QualityReport, Text } from '../../workspace/index.ts';
import { type Content, html } from '../html.ts';
import { formatNumber, formatShare } from '../numbers.ts';
import { page } from '../page.ts';
import { badge, bullets, code, codeBlock, keyValues, note, paragraph, section } from '../parts.ts';
import { barPlot } from '../plots/bar-plot.ts';
import { table } from '../table.ts';
import {
  countsOf,
  fieldGrid,
  filterOf,
  placeOf,
  queryOf,
  recordSetsOf,
  recordsOf,
  shownValue,
  standardOf,
} from './values.ts';
import { inLanguage, severityWords, verdictWords, words } from './words.ts';

/** Bars of one plot; the fields with the lowest values come first. */
const mostBars = 40;

/** Findings beside the verdict. */
const mostReasons = 6;

type Say = (text: Text) => string;

/** A quality report as one HTML page. */
export function renderQualityHtml(report: QualityReport, language: Language): string {
  const say: Say = (text) => inLanguage(text, language);
  const [tone, verdict] = verdictWords[report.verdict];
  const grave = report.findings.filter(({ severity }) => severity !== 'info').slice(0, mostReasons);
  return page({
    title: `${say(words.title)}: ${report.dataset}`,
    language,
    subtitle: report.scenario === null ? say(words.generalUse) : `${say(words.scenario)}: ${report.scenario}`,
    footer: `zhuji · ${report.dataset} · ${report.hash.slice(0, 12)} · ${report.measuredAt}`,
    body: [
      note(tone, [
        html`<p>${say(words.verdict)}: ${badge(tone, say(verdict))}</p>`,
        grave.length > 0 && bullets(grave.map(({ message }) => marked(say(message)))),
      ]),
      keyValues([
        [say(words.dataset), code(report.dataset)],
        [say(words.version), html`<code title="${report.hash}">${report.hash.slice(0, 12)}</code>`],
        [say(words.measuredAt), report.measuredAt.replace('T', ' ').replace(/\.\d+Z$/, ' UTC')],
        [say(words.profile), code(report.profile)],
      ]),
      section(say(words.gates), [paragraph(say(words.gatesNote)), gates(report, say)]),
      section(say(words.findings), findings(report.findings, language, say)),
      section(
        say(words.measures),
        recordSetsOf(report).map((id) => measures(report, id, language, say)),
      ),
      section(say(words.brief), brief(report, say)),
      section(say(words.definitions), [definitions(report, say), paragraph(say(words.standardsNote))]),
      section(say(words.thresholds), thresholds(report, say)),
    ],
  });
}

/** Text with `names` in backticks set as code. */
function marked(text: string): Content {
  return text.split('`').map((part, place) => (place % 2 === 1 ? code(part) : part));
}

function gates(report: QualityReport, say: Say): Content {
  return table(
    [say(words.gate), say(words.result), say(words.reason)],
    report.gates.map(({ name, passed, reason }) => [
      say(name),
      passed === null
        ? badge('neutral', say(words.notDetermined))
        : passed
          ? badge('good', say(words.passed))
          : badge('bad', say(words.failed)),
      marked(say(reason)),
    ]),
  );
}

function findings(all: readonly Finding[], language: Language, say: Say): Content {
  if (all.length === 0) return paragraph(say(words.noFindings));
  return table(
    [say(words.severity), say(words.what), { title: say(words.records), number: true }],
    all.map((finding) => {
      const [tone, severity] = severityWords[finding.severity];
      const { rows, query } = finding;
      return [
        badge(tone, say(severity)),
        html`${marked(say(finding.message))}<br><span class="muted">${marked(say(finding.remedy))}</span>${
          (rows.length > 0 || query) &&
          html`<details><summary class="muted">${placeOf(finding, language)}</summary>${
            rows.length > 0 &&
            paragraph(`${say(words.rows)}: ${rows.join(', ')}${rows.length < finding.count ? ', …' : ''}`)
          }${query && [paragraph(say(words.query)), codeBlock(queryOf(query))]}</details>`
        }`,
        recordsOf(finding),
      ];
    }),
  );
}

function measures(report: QualityReport, recordSet: string, language: Language, say: Say): Content {
  const whole = report.measures.filter(
    (one) => one.recordSet === recordSet && (one.field === undefined || one.result.status !== 'measured'),
  );
  const { columns, fields, valueAt } = fieldGrid(report, recordSet);
  const title = recordSet === '' ? say(words.wholeDataset) : code(recordSet);
  const bars = fields
    .flatMap((field) => {
      const value = valueAt(field, 'value_completeness');
      return value === null || value === 1 ? [] : [{ label: field, value, text: formatShare(value) }];
    })
    .sort((a, b) => a.value - b.value)
    .slice(0, mostBars);
  const plot = bars.length > 0 && barPlot(say(words.completeness), bars, 1);
  const summary = table(
    [say(words.measure), say(words.field), say(words.value), { title: say(words.counts), number: true }],
    whole.map((one) => [
      say(one.name),
      one.field === undefined ? '' : code(one.field),
      shownValue(one, language),
      countsOf(one),
    ]),
  );
  const grid =
    fields.length > 0 &&
    table(
      [say(words.field), ...columns.map(({ name }) => ({ title: say(name), number: true }))],
      fields.map((field) => [
        code(field),
        ...columns.map(({ id }) => {
          const value = valueAt(field, id);
          return value === null ? '' : formatShare(value);
        }),
      ]),
    );
  return section(title, [summary, plot, grid], 3);
}

function brief({ brief: parts }: QualityReport, say: Say): Content {
  const list = (title: Text, items: readonly Content[]) =>
    section(say(title), items.length > 0 ? bullets(items) : paragraph(say(words.none)), 3);
  const texts = (items: readonly Text[]) => items.map((item) => marked(say(item)));
  return [
    list(words.useFor, texts(parts.use_for)),
    list(words.doNotUseFor, texts(parts.do_not_use_for)),
    list(words.mustMention, texts(parts.must_mention)),
    list(
      words.safeFilters,
      parts.safe_filters.map((filter) => code(filterOf(filter))),
    ),
  ];
}

function definitions(report: QualityReport, say: Say): Content {
  return table(
    [say(words.measure), say(words.formula), say(words.better), say(words.standards)],
    report.definitions.map(({ name, formula, direction, standards }) => [
      say(name),
      say(formula),
      say(direction === 'higher_is_better' ? words.higher : words.lower),
      standards.map(standardOf).join('; ') || '–',
    ]),
  );
}

function thresholds({ thresholds: all }: QualityReport, say: Say): Content {
  return table(
    [say(words.threshold), { title: say(words.value), number: true }],
    Object.entries(all).map(([id, value]) => [code(id), formatNumber(value, 9)]),
  );
}

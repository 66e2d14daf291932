import type { Language, QualityReport } from '../../../workspace/index.ts';
import { type Content, html } from '../../html.ts';
import { formatShare } from '../../numbers.ts';
import { code, paragraph, section } from '../../parts.ts';
import { table } from '../../table.ts';
import { measureGroups, recordSetsOf } from '../measure-groups.ts';
import { words } from '../page-words.ts';
import { folded, type Say } from '../say.ts';
import { countsOf, fieldGrid, shownFields, shownValue } from '../values.ts';

/** Fields whose values are listed; a JSON report has them all. */
const mostFields = 200;

/** Measures of each record set by dimension of the standards, then the values of single fields. */
export function measures(report: QualityReport, language: Language, say: Say): Content {
  return recordSetsOf(report).map((recordSet) => {
    const groups = measureGroups(report, recordSet);
    const summary = table(
      [
        say(words.dimension),
        say(words.measure),
        say(words.value),
        { title: say(words.counts), number: true },
      ],
      groups.map((group, place) => [
        group.dimension.id === groups[place - 1]?.dimension.id
          ? ''
          : html`<strong>${say(group.dimension.name)}</strong>`,
        say(group.definition.name),
        [
          group.whole && shownValue(group.whole, language),
          group.whole && (group.fields.length > 0 || group.unmeasured.length > 0) && '; ',
          shownFields(group, language),
        ],
        countsOf(group.whole),
      ]),
    );
    const title = recordSet === '' ? say(words.wholeDataset) : code(recordSet);
    return section(title, [summary, byField(groups, say)], 3);
  });
}

function byField(groups: ReturnType<typeof measureGroups>, say: Say): Content {
  const { columns, rows } = fieldGrid(groups);
  if (rows.length === 0) return null;
  const left = rows.length - mostFields;
  return folded(`${say(words.valuesByField)} (${rows.length})`, [
    table(
      [say(words.field), ...columns.map(({ name }) => ({ title: say(name), number: true }))],
      rows
        .slice(0, mostFields)
        .map(({ field, values }) => [
          code(field),
          ...values.map((value) => (value === null ? '' : formatShare(value))),
        ]),
    ),
    left > 0 && paragraph(say(words.moreFindings, { n: left })),
  ]);
}

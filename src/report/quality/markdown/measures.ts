import type { Language, QualityReport } from '../../../workspace/index.ts';
import { markdownTable, markdownText } from '../../markdown.ts';
import { formatShare } from '../../numbers.ts';
import { measureGroups, recordSetsOf } from '../measure-groups.ts';
import { words } from '../page-words.ts';
import { countsOf, fieldGrid, shownFields, shownValue } from '../values.ts';
import type { Marked } from './text.ts';

/** Fields whose values are listed; a JSON report has them all. */
const mostFields = 200;

export function markdownMeasures(report: QualityReport, language: Language, say: Marked): readonly string[] {
  return recordSetsOf(report).flatMap((recordSet) => {
    const groups = measureGroups(report, recordSet);
    const summary = markdownTable(
      [
        say(words.dimension),
        say(words.measure),
        say(words.value),
        { title: say(words.counts), number: true },
      ],
      groups.map((group) => [
        say(group.dimension.name),
        say(group.definition.name),
        [...(group.whole ? [shownValue(group.whole, language)] : []), shownFields(group, language)]
          .filter((text) => text !== '')
          .map(markdownText)
          .join('; '),
        countsOf(group.whole),
      ]),
    );
    const { columns, rows } = fieldGrid(groups);
    const grid = markdownTable(
      [say(words.field), ...columns.map(({ name }) => ({ title: say(name), number: true }))],
      rows
        .slice(0, mostFields)
        .map(({ field, values }) => [
          `\`${field}\``,
          ...values.map((value) => (value === null ? '' : formatShare(value))),
        ]),
    );
    const left = rows.length - mostFields;
    return [
      `### ${recordSet === '' ? say(words.wholeDataset) : `\`${recordSet}\``}`,
      summary,
      ...(rows.length > 0 ? [grid] : []),
      ...(left > 0 ? [say(words.moreFindings, { n: left })] : []),
    ];
  });
}

import type { FieldCard } from '../../shared/tool-data.ts';
import type { FaultDiagnosisAnswer } from '../answer.ts';
import { type Findings, reply } from '../reply.ts';
import { documentNames, nameless, type Situation, undecided } from '../situation.ts';
import { list, say } from '../words.ts';

/** Without a rule nothing is decided: the answer says what the rules would have to state, and where they were looked for. */
export function withoutRules(
  { language, asked, entry, search, missing }: Situation,
  fields: readonly FieldCard[],
  found: Findings,
): FaultDiagnosisAnswer {
  const numeric = fields.filter(({ unit }) => unit !== null).map(({ id, unit }) => `${id} [${unit}]`);
  const codes = asked.codes.length > 0 ? list(language, asked.codes) : say(language, 'any fault', '任何故障');
  const text = say(
    language,
    `The rules of ${codes}: a table with code, condition and limits over the fields of ${entry.id}${numeric.length > 0 ? ` (${list(language, numeric)})` : ''}. search_knowledge was asked for documents that describe ${entry.id}; found: ${documentNames(search, language)}.`,
    `${codes}的判据：含代码、条件和限值、以 ${entry.id} 的字段${numeric.length > 0 ? `（${list(language, numeric)}）` : ''}书写的表。已用 search_knowledge 查找描述 ${entry.id} 的文档，找到：${documentNames(search, language)}。`,
  );
  const foreign =
    search.foreign.length === 0
      ? []
      : [
          {
            code: 'foreign_documents',
            text: say(
              language,
              `Documents of other datasets were not used: ${list(language, search.foreign)}.`,
              `未采用描述其他数据集的文档：${list(language, search.foreign)}。`,
            ),
          },
        ];
  const faults = undecided(
    asked.codes.map(nameless),
    say(language, 'No document states its limits.', '没有文档给出其限值。'),
  );
  return reply(
    { ...found, faults, missing: [...missing, { code: 'fault_rules', text }, ...foreign] },
    language,
  );
}

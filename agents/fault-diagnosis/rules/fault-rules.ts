import { type Condition, fieldsOf, parseCondition } from '../../../src/methods/condition/index.ts';
import { type Language, ZhujiError } from '../../../src/workspace/index.ts';
import { markdownTables, rowsOf } from '../../shared/markdown-table.ts';
import type { DocumentText } from '../../shared/read-documents.ts';
import type { Citation } from '../answer.ts';

/** One row of a fault rule table. */
export interface FaultRule {
  readonly code: string;
  readonly name: string;
  readonly action: string;
  /** `undefined` where the document says, or shows by a blank, that a record cannot tell; or where it cannot be read. */
  readonly condition: Condition | undefined;
  /** Why there is no condition, in the document's words; `''` where nothing was said. */
  readonly why: string;
  /** Why the condition cannot be read, where one is written. */
  readonly unread: ZhujiError | undefined;
  /** The condition cell as written. */
  readonly written: string;
  readonly units: readonly string[];
  readonly language: Language;
  readonly citation: Citation;
}

const columns = {
  code: ['code', 'fault code', '代码', '故障代码', '编号'],
  name: ['fault', 'fault mode', 'failure', 'name', '故障', '故障名称', '名称', '故障模式'],
  condition: ['condition', 'criterion', 'rule', '判据', '条件', '判定条件'],
  unit: ['quantity unit', 'unit', 'units', '单位', '量的单位'],
  action: ['action', 'remedy', '处置', '措施', '处理'],
} as const;

/** Marks that stand for "no condition", with what may follow as the reason. */
const none = /^(?:[—–-]+|n\/a|无|不适用)?(?:[\s:：,，;；(（]+(.*?)[)）]?)?$/isu;

/** The rules of a document's fault tables, in order. */
export function faultRulesIn(document: DocumentText): readonly FaultRule[] {
  return rowsOf(markdownTables(document.text), columns, ['code', 'condition']).flatMap((row) => {
    const code = row.code.trim();
    if (code === '') return [];
    return [
      {
        code,
        name: row.name || code,
        action: row.action,
        ...conditionOf(row.condition),
        written: row.condition,
        units: row.unit.split(/[;；,，]/).map((unit) => unit.trim()),
        language: document.language,
        citation: {
          document: document.id,
          start: document.start + row.start,
          end: document.start + row.end,
        },
      },
    ];
  });
}

function conditionOf(cell: string): Pick<FaultRule, 'condition' | 'why' | 'unread'> {
  const blank = none.exec(cell.trim());
  if (blank) return { condition: undefined, why: blank[1]?.trim() ?? '', unread: undefined };
  try {
    return { condition: parseCondition(cell), why: '', unread: undefined };
  } catch (error) {
    if (!ZhujiError.is(error)) throw error;
    return { condition: undefined, why: '', unread: error };
  }
}

/** The fields that any of the rules names. */
export const fieldsNamed = (rules: readonly FaultRule[]): readonly string[] => [
  ...new Set(rules.flatMap(({ condition }) => (condition ? fieldsOf(condition) : []))),
];

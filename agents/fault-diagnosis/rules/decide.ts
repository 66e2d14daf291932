import { evaluate, fieldsOf, type Margin, type Values } from '../../../src/methods/condition/index.ts';
import type { Language } from '../../../src/workspace/index.ts';
import type { FieldCard } from '../../shared/tool-data.ts';
import type { Fault, Note } from '../answer.ts';
import { list, say, shown } from '../words.ts';
import type { FaultRule } from './fault-rules.ts';

type Verdict = Fault['verdict'];
type Margins = Fault['margins'];

interface Judgement {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly margins: Margins;
  readonly deciding: readonly FaultRule[];
}

export interface Decided {
  readonly faults: readonly Fault[];
  readonly qualifications: readonly Note[];
}

/** Decides every code of the rules over one record. Documents of both languages may hold the same rule twice. */
export function decideFaults(
  rules: readonly FaultRule[],
  values: Values,
  fields: readonly FieldCard[],
  language: Language,
): Decided {
  const codes = [...new Set(rules.map(({ code }) => code))];
  const decided = codes.map((code) =>
    decideCode(
      code,
      rules.filter((rule) => rule.code === code),
      values,
      fields,
      language,
    ),
  );
  return {
    faults: decided.map(({ fault }) => fault),
    qualifications: decided.flatMap(({ note }) => note ?? []),
  };
}

function decideCode(
  code: string,
  rules: readonly FaultRule[],
  values: Values,
  fields: readonly FieldCard[],
  language: Language,
): { fault: Fault; note: Note | undefined } {
  const documents = [...new Set(rules.map(({ citation }) => citation.document))];
  const views = documents.map((document) => {
    const own = rules.filter(({ citation }) => citation.document === document);
    return { own, judgement: judge(own, values, fields, language) };
  });
  const first = views.find(({ own }) => own[0]?.language === language) ?? views[0];
  const [words] = first?.own ?? [];
  if (!first || !words) throw new RangeError(`No rule has the code ${code}`);
  const differing = views.filter(({ own }) => conditions(own) !== conditions(first.own));
  const contested = differing.some(({ judgement }) => judgement.verdict !== first.judgement.verdict);
  const { verdict, reason, margins, deciding } = contested ? conflict(views, language) : first.judgement;
  const said = list(language, documents);
  return {
    fault: {
      code,
      name: words.name,
      verdict,
      reason,
      margins,
      action:
        verdict === 'present'
          ? (deciding.find(({ action }) => action)?.action ?? words.action) || null
          : null,
      citations: deciding.map(({ citation }) => citation),
    },
    note:
      differing.length === 0
        ? undefined
        : {
            code: 'documents_differ',
            text: contested
              ? say(
                  language,
                  `${code}: the documents contradict each other (${said}).`,
                  `${code}：文档相互矛盾（${said}）。`,
                )
              : say(
                  language,
                  `${code}: the documents word the condition differently (${said}); the verdict is the same by each.`,
                  `${code}：各文档的判据写法不同（${said}），但结论一致。`,
                ),
          },
  };
}

const conditions = (rules: readonly FaultRule[]) =>
  rules.map(({ condition }) => JSON.stringify(condition ?? null)).join('\n');

function conflict(
  views: readonly { readonly own: readonly FaultRule[]; readonly judgement: Judgement }[],
  language: Language,
): Judgement {
  const deciding = views.flatMap(({ own }) => own);
  const versions = views.map(({ own }) => {
    const written = own.map((rule) => rule.written).join(' / ');
    return `${own[0]?.citation.document}: ${written}`;
  });
  return {
    verdict: 'not_determinable',
    reason: say(
      language,
      `The documents contradict each other: ${versions.join('; ')}`,
      `文档相互矛盾：${versions.join('；')}`,
    ),
    margins: views.flatMap(({ judgement }) => judgement.margins),
    deciding,
  };
}

/** One document's rows of a code: any that fires is enough; absent only where all are decided and none fires. */
function judge(
  rules: readonly FaultRule[],
  values: Values,
  fields: readonly FieldCard[],
  language: Language,
): Judgement {
  const outcomes = rules.map((rule) => ({
    rule,
    outcome: rule.condition && evaluate(rule.condition, values),
  }));
  const margins = outcomes.flatMap(
    ({ rule, outcome }) => outcome?.margins.map((margin) => withUnit(margin, rule, fields)) ?? [],
  );
  const firing = outcomes.filter(({ outcome }) => outcome?.truth === true);
  if (firing.length > 0) {
    const fired = firing.flatMap(
      ({ rule, outcome }) => outcome?.margins.map((margin) => withUnit(margin, rule, fields)) ?? [],
    );
    return {
      verdict: 'present',
      reason:
        fired
          .filter(({ margin }) => margin < 0)
          .map((one) => sentence(one, language))
          .join('; ') || firing.map(({ rule }) => rule.written).join('; '),
      margins: fired,
      deciding: firing.map(({ rule }) => rule),
    };
  }
  const undecided = outcomes.filter(({ outcome }) => outcome === undefined || outcome.truth === null);
  if (undecided.length === 0) {
    return {
      verdict: 'absent',
      reason:
        margins.map((one) => sentence(one, language)).join('; ') ||
        say(language, 'No condition holds.', '没有判据成立。'),
      margins,
      deciding: rules,
    };
  }
  return {
    verdict: 'not_determinable',
    reason: undecided
      .map(({ rule, outcome }) => why(rule, outcome?.missing ?? [], fields, language))
      .join('; '),
    margins,
    deciding: undecided.map(({ rule }) => rule),
  };
}

function why(
  { condition, why: said, unread }: FaultRule,
  missing: readonly string[],
  fields: readonly FieldCard[],
  language: Language,
): string {
  if (unread) return unread.in(language).message;
  if (!condition) {
    return (
      said ||
      say(language, 'The document gives no condition for one record.', '文档没有给出可用于单条记录的判据。')
    );
  }
  const unknown = fieldsOf(condition).filter((id) => !fields.some((field) => field.id === id));
  if (unknown.length > 0) {
    return say(
      language,
      `The rule names ${list(language, unknown)}, which the dataset does not have.`,
      `判据提到数据集中没有的字段：${list(language, unknown)}。`,
    );
  }
  return say(
    language,
    `No usable value of ${list(language, missing)} is known.`,
    `缺少可用的数值：${list(language, missing)}。`,
  );
}

const sentence = (
  { quantity, value, relation, limit, unit }: Margins[number],
  language: Language,
): string => {
  const behind = unit ? ` ${unit}` : '';
  const rule = say(language, ', rule: ', '，判据：');
  return `${quantity} = ${shown(value)}${behind}${rule}${relation} ${shown(limit)}${behind}`;
};

/** The unit column names one unit for each different quantity, in the order of writing, or one for all. */
function withUnit(margin: Margin, rule: FaultRule, fields: readonly FieldCard[]): Margins[number] {
  const own = fields.find(({ id }) => id === margin.quantity)?.unit ?? null;
  const place = rule.condition ? quantities(rule).indexOf(margin.quantity) : -1;
  const stated = rule.units.length === 1 ? rule.units[0] : rule.units[place];
  const unit = own ?? stated;
  return { ...margin, unit: unit && unit !== '1' ? unit : null };
}

function quantities({ condition }: FaultRule): readonly string[] {
  if (!condition) return [];
  const every = (part: NonNullable<FaultRule['condition']>): string[] => {
    if (part.kind !== 'compare') return [...every(part.left), ...every(part.right)];
    if (part.left.kind === 'text' || part.right.kind === 'text') return [];
    return [(fieldsOf(part.left).length > 0 ? part.left : part.right).source];
  };
  return [...new Set(every(condition))];
}

import type {
  AgentBrief,
  DatasetEntry,
  Finding,
  RequirementResult,
  Text,
  Verdict,
} from '../workspace/index.ts';
import type { TableFacts } from './facts/types.ts';
import type { FindingRule, SafeFilter } from './findings/index.ts';
import { fieldsOf, inBoth, listed } from './findings/words.ts';

/** Findings of one kind that are told one by one; the rest are told by the names of their fields. */
const toldEach = 3;

/** What a brief is drawn from. Findings come with the gravest first. */
export interface BriefSource {
  readonly entry: DatasetEntry;
  readonly verdict: Verdict;
  readonly tables: readonly TableFacts[];
  readonly findings: readonly Finding[];
  readonly requirements: readonly RequirementResult[];
  readonly filters: readonly SafeFilter[];
}

/** What an agent must know, in a few sentences. */
export function briefOf(source: BriefSource, rules: readonly FindingRule[]): AgentBrief {
  const { entry, verdict, tables, findings, filters } = source;
  const unmet = source.requirements.filter(({ status }) => status !== 'met');
  return {
    use_for: verdict === 'unfit' || verdict === 'unknown' ? [] : tables.flatMap(usesOf),
    do_not_use_for: [
      ...unmet.filter(({ level }) => level === 'required').map(demanded),
      ...avoided(entry, verdict, findings, rules),
    ],
    must_mention: [
      ...mentioned(entry, findings, rules),
      ...unmet.filter(({ level }) => level === 'wanted').map(wanted),
    ],
    safe_filters: filters,
  };
}

/** A demand as its scenario puts it, without a full stop; its id where that says nothing. */
const demandOf = ({ id, description }: RequirementResult, language: 'zh' | 'en'): string =>
  (description[language] ?? description.en ?? description.zh ?? id).replace(/[.。]$/, '');

function demanded(one: RequirementResult): Text {
  return {
    zh: `需要“${demandOf(one, 'zh')}”的应用：${one.reason.zh}`,
    en: `Anything that needs this: ${demandOf(one, 'en')}. ${one.reason.en}`,
  };
}

function wanted(one: RequirementResult): Text {
  return {
    zh: `场景希望但数据未满足：${demandOf(one, 'zh')}。${one.reason.zh}`,
    en: `Wanted by the scenario and not met: ${demandOf(one, 'en')}. ${one.reason.en}`,
  };
}

function usesOf({ recordSet, fields, rows }: TableFacts): readonly Text[] {
  const labels = fields.filter(({ field, present }) => field.role === 'label' && present > 0);
  return [
    {
      zh: `就 \`${recordSet.id}\` 的 ${rows} 条记录筛选、分组、统计`,
      en: `Filtering, grouping and summarising the ${rows} records of \`${recordSet.id}\``,
    },
    ...labels.map(({ field, present }) => ({
      zh: `解释或估计标签 \`${field.id}\`（${present} 条有值）`,
      en: `Explaining or estimating the label \`${field.id}\` (${present} records with a value)`,
    })),
  ];
}

function avoided(
  entry: DatasetEntry,
  verdict: Verdict,
  findings: readonly Finding[],
  rules: readonly FindingRule[],
): readonly Text[] {
  const all: Text[] = [];
  if (verdict === 'unfit' || verdict === 'unknown') {
    all.push({
      zh: '作为任何结论的依据，直到未通过的门槛被解决',
      en: 'Any conclusion, until the gates that failed are dealt with',
    });
  }
  for (const { kind, avoid } of rules) {
    const concerned = findings.filter((finding) => finding.kind === kind);
    if (concerned.length > 0 && avoid) all.push(avoid(concerned));
  }
  if (entry.license === null) {
    all.push({ zh: '对外再分发（许可证未知）', en: 'Passing the data on: the licence is unknown' });
  }
  return all;
}

function mentioned(
  entry: DatasetEntry,
  findings: readonly Finding[],
  rules: readonly FindingRule[],
): readonly Text[] {
  const silent = rules.filter(({ mention }) => mention === false).map(({ kind }) => kind);
  const grave = findings.filter(({ severity, kind }) => severity !== 'info' && !silent.includes(kind));
  const kinds = [...new Set(grave.map(({ kind }) => kind))];
  const told = kinds.flatMap((kind) => {
    const alike = grave.filter((finding) => finding.kind === kind);
    const rest = fieldsOf(alike.slice(toldEach));
    const first = alike.slice(0, toldEach).map(({ message }) => message);
    if (alike.length <= toldEach) return first;
    const more = inBoth((language) =>
      language === 'zh'
        ? `同类问题还见于 ${listed(rest, 'zh')}。`
        : `The same holds of ${listed(rest, 'en')}.`,
    );
    return [...first, more];
  });
  if (!entry.generated) return told;
  return [
    {
      zh: '数据由模拟器生成，不是实测。',
      en: 'The data come from a simulator; nothing was measured on a plant.',
    },
    ...told,
  ];
}

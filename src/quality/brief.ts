import type { AgentBrief, DatasetEntry, Finding, Text, Verdict } from '../workspace/index.ts';
import type { TableFacts } from './facts/types.ts';
import type { FindingRule, SafeFilter } from './findings/index.ts';
import { fieldsOf, inBoth, listed } from './findings/words.ts';

/** Findings of one kind that are told one by one; the rest are told by the names of their fields. */
const toldEach = 3;

/** What an agent must know, in a few sentences. Findings come with the gravest first. */
export function briefOf(
  entry: DatasetEntry,
  verdict: Verdict,
  tables: readonly TableFacts[],
  findings: readonly Finding[],
  rules: readonly FindingRule[],
  filters: readonly SafeFilter[],
): AgentBrief {
  return {
    use_for: verdict === 'unfit' || verdict === 'unknown' ? [] : tables.flatMap(usesOf),
    do_not_use_for: avoided(entry, verdict, findings, rules),
    must_mention: mentioned(entry, findings, rules),
    safe_filters: filters,
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

import { type DatasetEntry, type Finding, nearest, ZhujiError } from '../../workspace/index.ts';
import type { Found } from '../findings/index.ts';
import type { Remedy } from './change.ts';

const listed = (ids: readonly string[], language: 'zh' | 'en'): string =>
  ids.slice(0, 20).join(language === 'zh' ? '、' : ', ') + (ids.length > 20 ? ' …' : '');

function repairable(found: readonly Found[]): readonly string[] {
  return found.filter(({ finding }) => finding.repair).map(({ finding }) => finding.id);
}

function others(ids: readonly string[]) {
  return ids.length > 0
    ? {
        en: `Findings with a remedy that can be applied: ${listed(ids, 'en')}.`,
        zh: `可自动修复的发现：${listed(ids, 'zh')}。`,
      }
    : {
        en: 'No finding of this dataset has a remedy that can be applied.',
        zh: '该数据集没有可自动修复的发现。',
      };
}

function unknown(id: string, findings: readonly Finding[], found: readonly Found[]): ZhujiError {
  const ids = findings.map((finding) => finding.id);
  const near = nearest(id, ids);
  const rest = others(repairable(found));
  return new ZhujiError(
    'not_found',
    { en: `The dataset has no finding "${id}".`, zh: `该数据集没有发现“${id}”。` },
    {
      recovery:
        near.length > 0
          ? {
              en: `Did you mean ${near.join(' or ')}? ${rest.en}`,
              zh: `是否指 ${near.join(' 或 ')}？${rest.zh}`,
            }
          : rest,
      details: { finding: id, valid_values: ids, did_you_mean: near },
    },
  );
}

function withoutRemedy(finding: Finding, found: readonly Found[]): ZhujiError {
  const ids = repairable(found);
  const rest = others(ids);
  return new ZhujiError(
    'invalid_argument',
    {
      en: `The finding ${finding.id} has no remedy that can be applied: ${finding.remedy.en ?? ''}`,
      zh: `发现 ${finding.id} 无法自动修复：${finding.remedy.zh ?? ''}`,
    },
    { recovery: rest, details: { finding: finding.id, valid_values: ids } },
  );
}

function nothingToDo(found: readonly Found[]): ZhujiError {
  const ids = repairable(found);
  return new ZhujiError(
    'invalid_argument',
    { en: 'There is nothing to repair.', zh: '没有可修复的内容。' },
    { recovery: others(ids), details: { valid_values: ids } },
  );
}

/**
 * The remedies of the named findings, or of all that have one. Errors: `not_found` for a finding that there is not,
 * `invalid_argument` for one without a remedy, and where none is left.
 */
export function chooseRemedies(
  entry: DatasetEntry,
  examination: { readonly findings: readonly Finding[]; readonly found: readonly Found[] },
  wanted: readonly string[] | 'all',
): readonly Remedy[] {
  const { findings, found } = examination;
  const ids = wanted === 'all' ? repairable(found) : [...new Set(wanted)];
  if (ids.length === 0) throw nothingToDo(found);
  return ids.map((id) => {
    const finding = findings.find((one) => one.id === id);
    if (!finding) throw unknown(id, findings, found);
    const recordSet = entry.recordSets.find((one) => one.id === finding.recordSet);
    if (!finding.repair || !recordSet) throw withoutRemedy(finding, found);
    const { affected } = found.find((one) => one.finding.id === id) ?? {};
    return { finding, repair: finding.repair, recordSet, affected };
  });
}

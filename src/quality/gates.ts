import type { DatasetEntry, Gate, RequirementResult } from '../workspace/index.ts';
import { percent } from './findings/words.ts';
import type { Thresholds } from './profile.ts';
import type { Reading } from './read-tables.ts';

/** Conditions that no average can outweigh. `passed: null`: does not apply, or cannot be told. */
export function gatesOf(
  entry: DatasetEntry,
  reading: Reading,
  thresholds: Thresholds,
  requirements: readonly RequirementResult[],
): readonly Gate[] {
  return [
    readable(entry, reading),
    notEmpty(reading),
    versionMatches(entry, reading),
    labelled(reading, thresholds),
    ...requirements.filter(({ level }) => level === 'required').map(demanded),
  ];
}

function readable({ recordSets }: DatasetEntry, { unreadable }: Reading): Gate {
  const id = 'readable';
  const name = { zh: '可读', en: 'Readable' };
  if (recordSets.length === 0) {
    return { id, name, passed: null, reason: { zh: '数据集没有表。', en: 'The dataset has no table.' } };
  }
  if (unreadable.length === 0) {
    const reason = { zh: '所有表都能读取。', en: 'Every table could be read.' };
    return { id, name, passed: true, reason };
  }
  const list = (language: 'zh' | 'en') =>
    unreadable
      .map(({ recordSet, reason }) => `\`${recordSet}\`: ${reason[language] ?? reason.en ?? ''}`)
      .join('; ');
  const reason = { zh: `无法读取 ${list('zh')}`, en: `Could not be read: ${list('en')}` };
  return { id, name, passed: false, reason };
}

function notEmpty({ tables }: Reading): Gate {
  const id = 'not_empty';
  const name = { zh: '非空', en: 'Not empty' };
  if (tables.length === 0) {
    return { id, name, passed: null, reason: { zh: '没有可读的表。', en: 'There is no table to read.' } };
  }
  const empty = tables.filter(({ rows }) => rows === 0).map(({ recordSet }) => `\`${recordSet.id}\``);
  if (empty.length > 0) {
    const reason = { zh: `没有记录：${empty.join('、')}。`, en: `No records in ${empty.join(', ')}.` };
    return { id, name, passed: false, reason };
  }
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  return { id, name, passed: true, reason: { zh: `共 ${rows} 条记录。`, en: `${rows} records.` } };
}

function versionMatches(entry: DatasetEntry, { tables }: Reading): Gate {
  const id = 'version_matches';
  const name = { zh: '版本一致', en: 'Version matches' };
  if (tables.length === 0) {
    return { id, name, passed: null, reason: { zh: '没有可读的表。', en: 'There is no table to read.' } };
  }
  const passed = tables.every(({ hash }) => hash === entry.hash);
  const reason = passed
    ? { zh: '所读的表出自目录所记的版本。', en: 'The tables read are of the version that the catalog names.' }
    : {
        zh: '所读的表出自另一个版本：请重新导入。',
        en: 'The tables read are of another version than the catalog names: import them again.',
      };
  return { id, name, passed, reason };
}

function labelled({ tables }: Reading, { label_completeness_gate: least }: Thresholds): Gate {
  const id = 'labels_present';
  const name = { zh: '标签有值', en: 'Labels present' };
  const labels = tables.flatMap((table) =>
    table.fields
      .filter(({ field }) => field.role === 'label' && table.rows > 0)
      .map(({ field, present }) => ({ id: field.id, share: present / table.rows })),
  );
  if (labels.length === 0) {
    const reason = { zh: '没有标签字段，不适用。', en: 'No field is a label: does not apply.' };
    return { id, name, passed: null, reason };
  }
  const failed = labels.filter(({ share }) => share < least);
  const list = (of: typeof labels) => of.map((label) => `\`${label.id}\` ${percent(label.share)}`).join(', ');
  const wanted = percent(least);
  return failed.length > 0
    ? {
        id,
        name,
        passed: false,
        reason: {
          zh: `有值率低于 ${wanted}：${list(failed)}。`,
          en: `Below ${wanted} with a value: ${list(failed)}.`,
        },
      }
    : {
        id,
        name,
        passed: true,
        reason: { zh: `有值率：${list(labels)}。`, en: `With a value: ${list(labels)}.` },
      };
}

function demanded({ id, description, status, reason }: RequirementResult): Gate {
  const passed = status === 'not_measured' ? null : status === 'met';
  return { id: `requirement:${id}`, name: description, passed, reason };
}

import type { DatasetEntry, Finding, MeasureDefinition, MeasureResult, Text } from '../workspace/index.ts';
import { gbt36344, ratio, tc609 } from './measures/measure.ts';

/** Of the dataset as a whole, from its metadata alone. */
export const documentationCompleteness: MeasureDefinition = {
  id: 'documentation_completeness',
  version: 1,
  name: { zh: '说明完整率', en: 'Completeness of the documentation' },
  formula: {
    zh: '已知项数 / 6（描述、许可证、版本、制作者、发布日期、来历）',
    en: 'items known / 6 (description, licence, version, creator, date of publication, provenance)',
  },
  direction: 'higher_is_better',
  standards: [tc609('0101'), tc609('0103'), tc609('0104'), gbt36344('0103')],
  requires: [],
};

function itemsOf(entry: DatasetEntry): readonly (readonly [name: Text, known: boolean])[] {
  const { description, license, version, publication } = entry;
  return [
    [{ zh: '描述', en: 'description' }, Boolean(description.zh ?? description.en)],
    [{ zh: '许可证', en: 'licence' }, license !== null],
    [{ zh: '版本', en: 'version' }, version !== ''],
    [{ zh: '制作者', en: 'creator' }, publication?.creator !== undefined],
    [{ zh: '发布日期', en: 'date of publication' }, publication?.datePublished !== undefined],
    [{ zh: '来历', en: 'provenance' }, publication?.provenance !== undefined],
  ];
}

export function measureDocumentation(entry: DatasetEntry): MeasureResult {
  const items = itemsOf(entry);
  const known = items.filter(([, isKnown]) => isKnown).length;
  const { id, name } = documentationCompleteness;
  return { id, name, recordSet: '', result: ratio(known, items.length) };
}

export function documentationFindings(entry: DatasetEntry): readonly Finding[] {
  const unknown = itemsOf(entry).filter(([, isKnown]) => !isKnown);
  if (unknown.length === 0) return [];
  const zh = unknown.map(([name]) => name.zh).join('、');
  const en = unknown.map(([name]) => name.en).join(', ');
  return [
    {
      id: 'undocumented',
      kind: 'undocumented',
      severity: 'info',
      recordSet: '',
      fields: [],
      count: 0,
      rows: [],
      message: { zh: `数据集未说明：${zh}。`, en: `The dataset does not state: ${en}.` },
      remedy: {
        zh: '向发布者查询并写入元数据；查到之前视为未知。',
        en: 'Ask the publisher and write it into the metadata; until then take it as unknown.',
      },
    },
  ];
}

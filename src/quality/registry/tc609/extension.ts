import type { Sentence } from '../../../workspace/index.ts';
import { dimensionOf, type Indicator } from '../indicator.ts';
import type { InputCode } from '../inputs.ts';

interface Item {
  readonly name: Sentence;
  readonly formula: Sentence;
  readonly inputs: readonly InputCode[];
  readonly reasons?: readonly string[];
  readonly measures: readonly string[];
}

function part(prefix: string, name: Sentence, items: readonly Item[]): readonly Indicator[] {
  return dimensionOf(
    {
      standard: 'TC609-5-2025-04',
      part: 'extension',
      basis: 'unverified',
      dimension: {
        zh: `内容干净性（本项目扩展）：${name.zh}`,
        en: `Cleanliness of content (our extension): ${name.en}`,
      },
      source: {
        zh: '本项目的扩展，不是规范的条目',
        en: 'an extension of this project, no item of the specification',
      },
    },
    items.map((item, place) => ({
      reasons: ['not_built'],
      ...item,
      id: `${prefix}-${String(place + 1).padStart(2, '0')}`,
    })),
  );
}

const records = (zh: string, en: string): Sentence => ({
  zh: `1 − ${zh}的记录数 / 记录总数`,
  en: `1 − records ${en} / records`,
});

const table = part('zhuji-table', { zh: '表格', en: 'tables' }, [
  {
    name: { zh: '无重复记录', en: 'No repeated records' },
    formula: records('重复', 'that repeat another'),
    inputs: ['values'],
    measures: ['duplicate_records'],
  },
  {
    name: { zh: '无离群值', en: 'No outliers' },
    formula: { zh: '1 − 稳健意义下的离群值数 / 值数', en: '1 − values far out by a robust scale / values' },
    inputs: ['values'],
    measures: ['non_outliers'],
  },
  {
    name: { zh: '取值在范围内', en: 'Values in range' },
    formula: { zh: '在声明范围内的值数 / 值数', en: 'values in the declared range / values' },
    inputs: ['value_rules'],
    measures: ['range_validity'],
  },
  {
    name: { zh: '字段有变化', en: 'Fields that vary' },
    formula: { zh: '取值不止一种的字段数 / 字段数', en: 'fields with more than one value / fields' },
    inputs: ['values'],
    measures: ['varying_fields'],
  },
  {
    name: { zh: '单位明确', en: 'Units known' },
    formula: { zh: '单位已知的数量字段数 / 数量字段数', en: 'quantities whose unit is known / quantities' },
    inputs: ['documentation'],
    measures: ['unit_coverage'],
  },
]);

const series = part('zhuji-series', { zh: '时间序列', en: 'time series' }, [
  {
    name: { zh: '采样无缺口', en: 'No gaps in sampling' },
    formula: { zh: '实有采样点数 / 应有采样点数', en: 'points there are / points there should be' },
    inputs: ['time_field'],
    measures: ['time_completeness'],
  },
  {
    name: { zh: '采样无冗余', en: 'No surplus points' },
    formula: { zh: '1 − 间隔过短的点数 / 点数', en: '1 − points too close to the one before / points' },
    inputs: ['time_field'],
    measures: ['time_consistency'],
  },
  {
    name: { zh: '采样不迟到', en: 'No late points' },
    formula: { zh: '1 − 迟到的点数 / 点数', en: '1 − late points / points' },
    inputs: ['time_field'],
    measures: ['time_punctuality'],
  },
  {
    name: { zh: '时间有序', en: 'In order of time' },
    formula: records('时间早于前一条', 'earlier than the one before'),
    inputs: ['time_field'],
    measures: ['time_order'],
  },
]);

/** What indicator 0208 asks of tables and time series, which the annex leaves out. */
export const tc609Extension: readonly Indicator[] = [...table, ...series];

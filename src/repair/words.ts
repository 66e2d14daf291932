import type { RepairAction, Text } from '../workspace/index.ts';
import type { AppliedRemedy } from './result.ts';

const done: Record<RepairAction, (applied: AppliedRemedy) => Text> = {
  set_value: ({ cells }) => ({ zh: `改正 ${cells} 个单元格`, en: `corrected ${count(cells, 'cell')}` }),
  convert_unit: ({ cells }) => ({
    zh: `换算 ${cells} 个单元格的单位`,
    en: `converted the unit of ${count(cells, 'cell')}`,
  }),
  shift_time: ({ records }) => ({
    zh: `移动 ${records} 条记录的时间`,
    en: `shifted the time of ${count(records, 'record')}`,
  }),
  set_missing: ({ cells }) => ({ zh: `清空 ${cells} 个单元格`, en: `emptied ${count(cells, 'cell')}` }),
  drop_repeats: ({ records }) => ({
    zh: `删除 ${records} 条重复记录`,
    en: `left out ${count(records, 'repeated record')}`,
  }),
  drop_records: ({ records }) => ({
    zh: `删除 ${records} 条记录`,
    en: `left out ${count(records, 'record')}`,
  }),
  sort_by_time: ({ records }) => ({
    zh: `按时间排序，${records} 条记录原先次序颠倒`,
    en: `sorted by time, ${count(records, 'record')} having been out of order`,
  }),
  drop_field: ({ fields }) => ({
    zh: `删除字段 ${fields.join('、')}`,
    en: `left out the field${fields.length === 1 ? '' : 's'} ${fields.join(', ')}`,
  }),
};

function count(number: number, one: string): string {
  return `${number} ${one}${number === 1 ? '' : 's'}`;
}

/** What a remedy came to, e.g. `left out 12 repeated records`. */
export function doneInWords(applied: AppliedRemedy): Text {
  const { zh, en } = done[applied.action](applied);
  if (applied.left === 0) return { zh: zh ?? '', en: en ?? '' };
  return {
    zh: `${zh}；另有 ${applied.left} 个单元格已由其他修复改正，予以保留`,
    en: `${en}; ${count(applied.left, 'cell')} that another remedy corrected ${applied.left === 1 ? 'was' : 'were'} kept`,
  };
}

/** The activity of the provenance: all remedies with their counts. */
export function activityOf(applied: readonly AppliedRemedy[]): Text {
  const told = applied.map((one) => ({ id: one.finding, ...doneInWords(one) }));
  return {
    zh: `由 zhuji repair 修复：${told.map(({ id, zh }) => `${id}：${zh}`).join('；')}。`,
    en: `Repaired by zhuji repair: ${told.map(({ id, en }) => `${id}: ${en}`).join('; ')}.`,
  };
}

import type { Finding } from '../../workspace/index.ts';
import { type CardMeasure, measureCard } from './card-measure.ts';
import type { CardSource, DocumentedItem } from './item.ts';

const listed = (items: readonly DocumentedItem[], language: 'zh' | 'en'): string =>
  items
    .map(({ name, declare }) => {
      const key = declare === null ? '' : language === 'zh' ? `（${declare}）` : ` (${declare})`;
      return name[language] + key;
    })
    .join(language === 'zh' ? '、' : ', ');

/** What an indicator asks of the data card and nothing says. */
export function documentationFinding(measure: CardMeasure, source: CardSource): readonly Finding[] {
  const missing = measure.items.filter((item) => !item.known(source));
  if (missing.length === 0) return [];
  const names = (language: 'zh' | 'en') =>
    missing.map(({ name }) => name[language]).join(language === 'zh' ? '、' : ', ');
  const sayable = missing.filter(({ declare }) => declare !== null);
  const { result } = measureCard(measure, source);
  return [
    {
      id: `undocumented-${measure.id}`,
      kind: 'undocumented',
      severity: 'info',
      recordSet: '',
      fields: [],
      count: 0,
      rows: [],
      message: {
        zh: `${measure.name.zh}：未说明 ${names('zh')}${result.status === 'measured' ? `（已知 ${result.numerator} / ${result.denominator} 项）` : ''}。`,
        en: `${measure.name.en}: nothing says ${names('en')}${result.status === 'measured' ? ` (${result.numerator} of ${result.denominator} items known)` : ''}.`,
      },
      remedy:
        sayable.length > 0
          ? {
              zh: `向发布者查询并写入声明：${listed(sayable, 'zh')}；查到之前视为未知。`,
              en: `Ask the publisher and declare it: ${listed(sayable, 'en')}; until then take it as unknown.`,
            }
          : {
              zh: '重新加入带有其数据文件的数据集，这些项由数据本身说明。',
              en: 'Add the dataset anew with its data files: the data themselves say this.',
            },
    },
  ];
}

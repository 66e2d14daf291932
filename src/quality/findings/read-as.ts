import { columnNotices } from '../measures/unambiguous-reading.ts';
import { type FindingRule, found } from './rule.ts';

export const readAs: FindingRule = {
  kind: 'read_as',
  measure: 'unambiguous_reading',
  mention: false,
  find(_observations, table) {
    const { fields, notices = [] } = table.recordSet;
    const all = columnNotices(notices);
    return [...new Set(all.map(({ code }) => code))].map((code) => {
      const alike = all.filter((one) => one.code === code);
      const named = alike.flatMap(({ where }) => {
        const field = fields.find(({ name, id }) => name === where.column || id === where.column);
        return field ? [field.id] : [];
      });
      const open = alike.some((one) => one.open);
      const list = (language: 'zh' | 'en') => alike.map(({ message }) => message[language] ?? '').join(' ');
      return found(
        this.kind,
        table,
        { count: table.rows, rows: [] },
        {
          severity: open ? 'minor' : 'info',
          key: code,
          fields: named,
          message: { zh: list('zh'), en: list('en') },
          remedy: open
            ? {
                zh: '向发布者确认写法，在源文件中统一后重新加入；在此之前不要按日期或数值使用。',
                en: 'Ask the publisher what is meant, write it in one way and add it again; until then do not use it as dates or numbers.',
              }
            : {
                zh: '核对这一读法；若不对，更正源文件后重新加入。',
                en: 'Check that it was meant so; if not, correct the source and add it again.',
              },
        },
      );
    });
  },
};

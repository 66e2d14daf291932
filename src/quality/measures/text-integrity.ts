import { frequentTexts } from '../facts/frequent.ts';
import { isGarbled } from '../facts/garbled.ts';
import { rowSet } from '../facts/rows.ts';
import { recordsWithText, textsOf } from '../facts/texts.ts';
import { gbt36344, iso5259, type Measure, notMeasured, type Observation, ratio, tc609 } from './measure.ts';

export const textIntegrity: Measure = {
  id: 'text_integrity',
  version: 1,
  name: { zh: '文本无乱码率', en: 'Texts that are not garbled' },
  formula: {
    zh: '没有乱码痕迹的文本数 / 文本数（替换字符、“锟斤拷”、按错误编码读取的痕迹；先看样本，有痕迹再看全部）',
    en: 'texts without a trace of a wrong encoding / texts (replacement characters, once or twice over, UTF-8 or GBK read as Latin-1; the sample first, all where it shows any)',
  },
  direction: 'higher_is_better',
  standards: [gbt36344('0305', 'unverified'), iso5259('Acc-ML-1'), tc609('0208')],
  requires: ['text field'],
  async observe(table) {
    const { byField } = await textsOf(table);
    const observations: Observation[] = [];
    for (const [field, counts] of byField) {
      const present = table.fields.find((one) => one.field.id === field)?.present ?? 0;
      if (![...counts.keys()].some(isGarbled)) {
        observations.push({ field, value: ratio(present, present) });
        continue;
      }
      const { rows, frequent } = await recordsWithText(table, field, isGarbled);
      const value = frequent.slice(0, 1000).map(([text]) => text);
      observations.push({
        field,
        value: ratio(present - rows.length, present),
        evidence: {
          count: rows.length,
          rows: rows.slice(0, 10),
          affected: rowSet(rows),
          query: table.question({ where: [{ field, op: 'in', value }] }),
          detail: { frequent: frequentTexts(frequent, 3) },
        },
      });
    }
    if (observations.length > 0) return observations;
    return [{ value: notMeasured('no_text_field', ['text field']) }];
  },
  vector: {
    fields: [
      { id: 'a', type: 'string' },
      { id: 'b', type: 'string' },
    ],
    rows: [
      ['轴承', 'größe'],
      ['è½´æ\u0089¿', 'naïve'],
      ['锟斤拷', 'Ånge'],
      ['½Å³Ð¹ÊÕÏ', '±5 °C ×2'],
      ['\ufffd\ufffd', null],
    ],
    expected: [
      { field: 'a', value: 0.2 },
      { field: 'b', value: 1 },
    ],
    source: 'four ways of reading Chinese wrongly; letters with accents and signs are none',
  },
};

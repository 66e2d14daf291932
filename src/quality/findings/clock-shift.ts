import type { Text } from '../../workspace/index.ts';
import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, outOf, span } from './words.ts';

const how: Readonly<Record<string, Text>> = {
  stretch: { zh: '跳走后又跳回同样长度', en: 'it leaps and leaps back by the same length' },
  rest: { zh: '从某一刻起一直如此', en: 'from some moment on' },
  series: { zh: '整个序列与同类序列相差同样长度', en: 'a whole series is off the others' },
};

export const clockShift: FindingRule = {
  kind: 'clock_shift',
  measure: 'steady_clock',
  find(observations, table) {
    return withEvidence(observations).map(({ field, value, evidence }) => {
      const name = fieldName(table, field);
      const declared = table.recordSet.fields.find(({ id }) => id === field);
      const { shift: by = 0, stretches = 1, of = 'stretch', alike = 0 } = evidence.detail ?? {};
      const shift = Number(by);
      const length = span(declared, Math.abs(shift));
      const all = value.status === 'measured' ? value.denominator : table.rows;
      return found(this.kind, table, evidence, {
        severity: 'major',
        fields: [field],
        message: inBoth((language) => {
          const records = outOf(evidence.count, all, 'records', language);
          const why = how[String(of)]?.[language] ?? '';
          if (language === 'zh') {
            const more = Number(stretches) > 1 ? `，共 ${stretches} 处` : '';
            return `${name} 的时钟${shift > 0 ? '快' : '慢'}了 ${length}（${why}${more}）：${records}。`;
          }
          const more = Number(stretches) > 1 ? `, ${stretches} times` : '';
          return `The clock of ${name} is ${length} ${shift > 0 ? 'ahead' : 'behind'} in ${records} (${why}${more}).`;
        }),
        remedy: {
          zh: '核对时区、夏令时与对时记录，确认后把这些时间移回；之前不要与其他序列按时间对齐。',
          en: 'Check time zone, summer time and synchronisation, then shift these times back; until then do not align them with other series by time.',
        },
        ...(alike === 1 && {
          repair: {
            action: 'shift_time',
            loses: {
              zh: '若这段时间确实如此，移动会造成错位',
              en: 'If the times were right, the shift puts them wrong',
            },
            reversible: true,
            parameters: { field, offset: -shift },
          } as const,
        }),
      });
    });
  },
  avoid: (findings) => ({
    zh: `按 ${listedBefore(fieldsOf(findings))}与其他数据对齐，或求跨越偏移处的时长`,
    en: `Aligning other data by ${listed(fieldsOf(findings), 'en')}, or durations across the shift`,
  }),
};

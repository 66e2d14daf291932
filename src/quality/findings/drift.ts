import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, fieldsOf, inBoth, listed, listedBefore, rowFilter, short } from './words.ts';

export const driftFinding: FindingRule = {
  kind: 'drift',
  measure: 'steady_level',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const unit = table.recordSet.fields.find(({ id }) => id === field)?.unit?.symbol ?? '';
      const detail = evidence.detail ?? {};
      const [change, series, of] = ['change', 'series', 'of'].map((key) => Number(detail[key]));
      // Sensors fail one by one; what many series do is what the process does to them.
      const common = (series ?? 0) >= Math.max(3, table.thresholds.drift_common * (of ?? 1));
      const size = Math.abs(evidence.magnitude?.value ?? 0);
      const moved = `${short(change ?? 0)}${unit === '' ? '' : ` ${unit}`}`;
      const [where] = evidence.intervals ?? [];
      const place = where
        ? [where.series, where.start ?? `row ${where.from}`].filter(Boolean).join(', ')
        : '';
      return found(this.kind, table, evidence, {
        severity: common ? 'info' : size >= table.thresholds.drift_major ? 'major' : 'minor',
        fields: [field],
        message: inBoth((language) => {
          if (language === 'zh') {
            const which = (of ?? 1) > 1 ? `${of} 个序列中有 ${series} 个` : '';
            const why = common ? '漂移的序列很多，可能是过程本身（如磨损）。' : '';
            return `${name} 的水平持续漂移：${which}最大移动 ${moved}，约为波动的 ${short(size)} 倍（自 ${place} 起）。${why}`;
          }
          const which = (of ?? 1) > 1 ? ` in ${series} of ${of} series` : '';
          const why = common ? ' With so many it may be the process, such as wear.' : '';
          return `The level of ${name} drifts${which}, by ${moved} at most, ${short(size)} times its scatter (from ${place} on).${why}`;
        }),
        remedy: {
          zh: '与参考仪表或校准记录对照；确认是传感器漂移后校正或剔除这一段，否则说明是过程变化。',
          en: 'Compare with a reference or the calibration log; correct or leave out this stretch if the sensor drifts, else say that the process changed.',
        },
        filters: common ? [] : rowFilter(evidence.affected, table.rows, table.thresholds.safe_filter_cost),
      });
    });
  },
  avoid: (findings) => ({
    zh: `以固定阈值判断 ${listedBefore(fieldsOf(findings))}，或比较漂移前后的水平`,
    en: `Fixed limits on ${listed(fieldsOf(findings), 'en')}, or levels before and after the drift compared`,
  }),
};

import { type FindingRule, found, withEvidence } from './rule.ts';
import { fieldName, inBoth, short } from './words.ts';

export const groupDrift: FindingRule = {
  kind: 'group_drift',
  measure: 'series_alike',
  find(observations, table) {
    return withEvidence(observations).map(({ field, evidence }) => {
      const name = fieldName(table, field);
      const unit = table.recordSet.fields.find(({ id }) => id === field)?.unit?.symbol ?? '';
      const { distance = 0, ks = 0, series = 1, of = 1, name: machine = '' } = evidence.detail ?? {};
      const size = Math.abs(evidence.magnitude?.value ?? 0);
      const apart = `${short(Number(distance))}${unit === '' ? '' : ` ${unit}`}`;
      return found(this.kind, table, evidence, {
        severity: size >= 2 * table.thresholds.group_drift_size ? 'minor' : 'info',
        fields: [field],
        message: inBoth((language) =>
          language === 'zh'
            ? `${name} 在 ${of} 个序列中有 ${series} 个远离其余：${machine} 相差 ${apart}，约为序列内波动的 ${short(size)} 倍（KS 距离 ${ks}）。`
            : `${name} lies apart in ${series} of ${of} series: ${machine} by ${apart}, ${short(size)} times what varies within a series (KS distance ${ks}).`,
        ),
        remedy: {
          zh: '查明是设备本来不同、安装或校准不同，还是传感器偏移；跨设备比较前先按设备归一。',
          en: 'Find out whether the machine is different, mounted or calibrated otherwise, or its sensor is off; normalise per machine before comparing.',
        },
      });
    });
  },
};

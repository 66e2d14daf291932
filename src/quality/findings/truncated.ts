import { type FindingRule, found } from './rule.ts';

export const truncated: FindingRule = {
  kind: 'truncated',
  measure: 'record_count',
  find(observations, table) {
    const { rows, recordSet, thresholds } = table;
    const { declaredRows: declared = rows } = recordSet;
    const where = `\`${recordSet.id}\``;
    const cut = (recordSet.notices ?? []).find(({ code }) => code === 'last_line_cut');
    const [first] = observations;
    if (rows === 0 || (rows >= declared && !cut)) return [];
    const lost = Math.max(0, declared - rows);
    const evidence = { ...first?.evidence, count: cut ? Math.max(1, lost) : lost, rows: cut ? [rows] : [] };
    const few = {
      zh: `${where} 有 ${rows} 条记录，而声明为 ${declared} 条，缺 ${lost} 条。`,
      en: `${where} has ${rows} records and not ${declared} as declared: ${lost} are missing.`,
    };
    const short = {
      zh: `${where} 的文件在最后一行中间结束，可能不完整。`,
      en: `The file of ${where} ends in the middle of its last line and may not be complete.`,
    };
    return [
      found(this.kind, table, evidence, {
        severity: lost > 0 && lost / declared < thresholds.truncated_major ? 'minor' : 'major',
        fields: [],
        message: lost === 0 ? short : cut ? { zh: `${few.zh}${short.zh}`, en: `${few.en} ${short.en}` } : few,
        remedy: {
          zh: '向发布者重新获取文件并核对校验和；在此之前不要把总数与极值当作完整。',
          en: 'Get the file again and compare its checksum; until then take no total or extreme for complete.',
        },
        ...(cut && {
          repair: {
            action: 'drop_records' as const,
            loses: { zh: '被截断的最后一条记录', en: 'The last record, which is cut' },
            reversible: false,
          },
        }),
      }),
    ].map((one) => (cut ? { ...one, affected: [[rows, rows]] as const } : one));
  },
  avoid: () => ({
    zh: '总数、总和与时间范围的结论（文件可能不完整）',
    en: 'Totals and statements about the whole period: the file may not be complete',
  }),
};

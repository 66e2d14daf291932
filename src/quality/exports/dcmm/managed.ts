import type { Severity } from '../../../workspace/index.ts';
import { crosswalk, standards } from '../../registry/index.ts';
import { type EvidenceRow, type EvidenceSource, evidenceRows } from './evidence.ts';

/** Needs, checks, analysis and improvement, as far as report, registry and catalog show them. */
export function managedEvidence({ report, entry }: EvidenceSource): readonly EvidenceRow[] {
  const { requirements, gates, measures, findings } = report;
  const decided = gates.filter(({ passed }) => passed !== null);
  const grave: readonly Severity[] = ['critical', 'major'];
  const national = crosswalk().filter(({ indicator }) => indicator.standard === standards.gbt36344);
  const derived = entry.publication?.derivation === undefined ? 0 : 1;
  return [
    ...evidenceRows('needs', [
      [
        'requirements_sourced',
        '写明来源的场景需求',
        'demands of the scenario whose source is stated',
        requirements.filter(({ source }) => source !== '').length,
        requirements.length,
        'report.json requirements',
      ],
      [
        'requirements_quantified',
        '有目标值与实际值的需求（量化管理）',
        'demands with a target and an actual value (managed by figures)',
        requirements.filter(({ target, actual }) => target !== undefined && actual !== undefined).length,
        requirements.length,
        'report.json requirements',
      ],
      [
        'requirements_met',
        '已满足的需求',
        'demands that are met',
        requirements.filter(({ status }) => status === 'met').length,
        requirements.length,
        'report.json requirements',
      ],
    ]),
    ...evidenceRows('checks', [
      [
        'measured',
        '得到数值的检查项',
        'checks that gave a value',
        measures.filter(({ result }) => result.status === 'measured').length,
        measures.length,
        'report.json measures',
      ],
      [
        'gates_passed',
        '通过的门槛',
        'gates that were passed',
        decided.filter(({ passed }) => passed).length,
        decided.length,
        'report.json gates',
      ],
      [
        'national_indicators',
        '有计算方法的 GB/T 36344-2018 指标',
        'indicators of GB/T 36344-2018 that a measure computes',
        national.filter(({ coverage }) => coverage === 'computed').length,
        national.length,
        'zhuji measures',
      ],
    ]),
    ...evidenceRows('analysis', [
      [
        'findings_grave',
        '严重或致命的发现',
        'findings that are major or critical',
        findings.filter(({ severity }) => grave.includes(severity)).length,
        findings.length,
        'report.json findings',
      ],
      [
        'findings_reproducible',
        '附复现查询的发现',
        'findings with a query that shows them',
        findings.filter(({ query }) => query !== undefined).length,
        findings.length,
        'report.json findings',
      ],
    ]),
    ...evidenceRows('improvement', [
      [
        'remedies',
        '可由程序执行修复的发现',
        'findings with a repair that can be applied',
        findings.filter(({ repair }) => repair !== undefined).length,
        findings.length,
        'report.json findings',
      ],
      [
        'derived',
        '本版本由修复或加工得到，且记录了来源版本',
        'this version came of a repair or processing, and names what it came from',
        derived,
        1,
        'croissant.json prov:wasDerivedFrom',
      ],
    ]),
  ];
}

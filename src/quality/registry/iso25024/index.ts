import { dimensionOf, type Indicator } from '../indicator.ts';
import { inherent } from './inherent.ts';
import { agreed, row, shared } from './shared.ts';

const sharedWithSystem: readonly Indicator[] = [
  ...dimensionOf({ ...shared, dimension: { zh: '可访问性', en: 'Accessibility' } }, [
    row(
      'Acs-I-1',
      '用户可访问性',
      'User accessibility',
      '目标用户可访问的值数 / 值总数',
      'values that the intended users can reach / values',
      'access_service',
      'judges_the_system',
    ),
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '合规性', en: 'Compliance' } }, [
    row(
      'Cmp-I-1',
      '取值或格式合规性',
      'Regulatory compliance of value and/or format',
      '合规的项数 / 项总数',
      'items that keep the regulations / items',
      'value_rules',
      'no_value_rules',
    ),
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '保密性', en: 'Confidentiality' } }, [
    {
      ...row(
        'Cnf-I-1',
        '加密使用',
        'Encryption usage',
        '按要求加密的值数 / 须加密的值数',
        'values encrypted as asked for / values to be encrypted',
        'security_rules',
        'no_security_rules',
      ),
      ...agreed,
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '效率', en: 'Efficiency' } }, [
    row(
      'Eff-I-1',
      '格式效率',
      'Efficient data item format',
      '格式便于使用的项数 / 项总数',
      'items in a format easy to use / items',
      'judgement',
      'no_judgement',
    ),
    row(
      'Eff-I-2',
      '使用效率',
      'Usable efficiency',
      '便于使用的值数 / 值总数',
      'values easy to use / values',
      'judgement',
      'no_judgement',
    ),
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '精密性', en: 'Precision' } }, [
    row(
      'Pre-I-1',
      '取值精密性',
      'Precision of data values',
      '达到要求精度的值数 / 值总数',
      'values as precise as asked for / values',
      'value_rules',
      'no_precision_demand',
    ),
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '可追溯性', en: 'Traceability' } }, [
    row(
      'Tra-I-1',
      '取值可追溯性',
      'Traceability of data values',
      '可追溯的值数 / 值总数',
      'values that can be traced / values',
      'source_records',
      'no_source_records',
    ),
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '可理解性', en: 'Understandability' } }, [
    row(
      'Und-I-1',
      '符号可理解性',
      'Symbols understandability',
      '使用通用符号的值数 / 值总数',
      'values with symbols that are understood / values',
      'documentation',
      'no_documentation',
    ),
    row(
      'Und-I-2',
      '语义可理解性',
      'Semantic understandability',
      '含义有定义的值数 / 值总数',
      'values whose meaning is defined / values',
      'documentation',
      'no_documentation',
    ),
    row(
      'Und-I-3',
      '主数据可理解性',
      'Master data understandability',
      '有元数据的主数据数 / 主数据总数',
      'master data with metadata / master data',
      'documentation',
      'no_documentation',
    ),
    row(
      'Und-I-4',
      '取值可理解性',
      'Data values understandability',
      '用户能理解的值数 / 值总数',
      'values that users understand / values',
      'judgement',
      'no_judgement',
    ),
  ]),
];

/** The 39 measures of the inherent view (-I-). Those of the system-dependent view (-D-) judge no data and are left out. */
export const iso25024Measures: readonly Indicator[] = [...inherent, ...sharedWithSystem];

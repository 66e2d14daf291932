import { dimensionOf, type Indicator } from '../indicator.ts';
import { ratioOf, shared } from './shared.ts';

const items = (zh: string, en: string) => ratioOf(`${zh}的数据项数`, '数据项总数', `items ${en}`, 'items');

/** Characteristics of the data and of the system that holds it. */
export const sharedWithSystem: readonly Indicator[] = [
  ...dimensionOf({ ...shared, dimension: { zh: '可访问性', en: 'Accessibility' } }, [
    {
      id: 'Acs-ML-1',
      name: { zh: '用户可访问性', en: 'User accessibility' },
      formula: items('目标用户可访问', 'that the intended users can reach'),
      inputs: ['access_service'],
      reasons: ['judges_the_system'],
      origin: 'Acs-I-1',
    },
    {
      id: 'Acs-ML-2',
      name: { zh: '格式可访问性', en: 'Data format accessibility' },
      formula: items('采用可读格式', 'in a format that can be read'),
      inputs: ['values'],
      reasons: ['not_built'],
    },
    {
      id: 'Acs-ML-3',
      name: { zh: '数据可访问性', en: 'Data accessibility' },
      formula: ratioOf('可读取的记录数', '记录总数', 'records that can be read', 'records'),
      inputs: ['values'],
      reasons: ['not_built'],
      source: {
        zh: '来源不一：另一处把此编号作格式可访问性',
        en: 'sources differ: another one takes this id for accessibility of the format',
      },
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '合规性', en: 'Compliance' } }, [
    {
      id: 'Cmp-ML-1',
      name: { zh: '数据项合规性', en: 'Data item compliance' },
      formula: items('符合法规、标准或约定', 'that keep laws, standards or conventions'),
      inputs: ['value_rules', 'judgement'],
      reasons: ['no_value_rules', 'no_judgement'],
      origin: 'Cmp-I-1',
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '效率', en: 'Efficiency' } }, [
    {
      id: 'Eff-ML-1',
      name: { zh: '格式效率', en: 'Data format efficiency' },
      formula: ratioOf('因格式而多占的空间', '占用空间', 'space wasted by the format', 'space taken'),
      direction: 'lower_is_better',
      inputs: ['access_service'],
      reasons: ['judges_the_system'],
    },
    {
      id: 'Eff-ML-2',
      name: { zh: '处理效率', en: 'Data processing efficiency' },
      formula: ratioOf('因格式而多花的时间', '处理时间', 'time lost by the format', 'time of processing'),
      direction: 'lower_is_better',
      inputs: ['access_service'],
      reasons: ['judges_the_system'],
    },
    {
      id: 'Eff-ML-3',
      name: { zh: '空间浪费风险', en: 'Risk of wasted space' },
      formula: ratioOf('多占的空间', '同类数据的平均空间', 'space wasted', 'mean space of like data'),
      direction: 'lower_is_better',
      inputs: ['access_service'],
      reasons: ['judges_the_system'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '精密性', en: 'Precision' } }, [
    {
      id: 'Pre-ML-1',
      name: { zh: '取值精密性', en: 'Precision of data values' },
      formula: ratioOf('达到要求精度的值数', '值总数', 'values as precise as asked for', 'values'),
      inputs: ['value_rules'],
      reasons: ['no_precision_demand'],
      origin: 'Pre-I-1',
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '可追溯性', en: 'Traceability' } }, [
    {
      id: 'Tra-ML-1',
      name: { zh: '取值可追溯性', en: 'Traceability of data values' },
      formula: ratioOf('可追溯的值数', '值总数', 'values that can be traced', 'values'),
      inputs: ['source_records'],
      reasons: ['no_source_records'],
      origin: 'Tra-I-1',
    },
    {
      id: 'Tra-ML-2',
      name: { zh: '用户访问可追溯性', en: 'User access traceability' },
      formula: ratioOf('有记录的访问次数', '访问次数', 'accesses on record', 'accesses'),
      inputs: ['access_service'],
      reasons: ['judges_the_system'],
    },
    {
      id: 'Tra-ML-3',
      name: { zh: '取值历史可追溯性', en: 'Data values traceability' },
      formula: ratioOf('变更历史可查的值数', '值总数', 'values whose changes are on record', 'values'),
      inputs: ['access_service'],
      reasons: ['judges_the_system'],
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '可理解性', en: 'Understandability' } }, [
    {
      id: 'Und-ML-1',
      name: { zh: '符号可理解性', en: 'Symbols understandability' },
      formula: ratioOf('使用通用符号的值数', '值总数', 'values with symbols that are understood', 'values'),
      inputs: ['documentation'],
      reasons: ['no_documentation'],
      origin: 'Und-I-1',
    },
    {
      id: 'Und-ML-2',
      name: { zh: '语义可理解性', en: 'Semantic understandability' },
      formula: ratioOf('含义有定义的字段数', '字段总数', 'fields whose meaning is defined', 'fields'),
      inputs: ['documentation'],
      reasons: ['no_documentation'],
      origin: 'Und-I-2',
    },
    {
      id: 'Und-ML-3',
      name: { zh: '取值可理解性', en: 'Data values understandability' },
      formula: ratioOf('用户能理解的值数', '值总数', 'values that users understand', 'values'),
      inputs: ['judgement'],
      reasons: ['no_judgement'],
      origin: 'Und-I-4',
    },
    {
      id: 'Und-ML-4',
      name: { zh: '表示可理解性', en: 'Data representation understandability' },
      formula: ratioOf(
        '呈现方式易懂的数据项数',
        '数据项总数',
        'items shown in a way that is understood',
        'items',
      ),
      inputs: ['access_service'],
      reasons: ['judges_the_system'],
    },
  ]),
];

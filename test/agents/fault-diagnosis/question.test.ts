import { describe, expect, test } from 'vitest';
import { readQuestion } from '../../../agents/fault-diagnosis/question.ts';

describe('a question refers to', () => {
  test.each([
    ['Which faults does row 70 of machining-line show?', { row: 70, dataset: 'machining-line' }],
    ['ai4i2020 第70行有哪些故障？', { row: 70, dataset: 'ai4i2020' }],
    ['数据集 ai4i2020 第 7 条记录是 HDF 吗？', { row: 7, dataset: 'ai4i2020', codes: ['HDF'] }],
    ['Is record #1,234 of ai4i2020 an OSF?', { row: 1234, dataset: 'ai4i2020', codes: ['OSF'] }],
    [
      'What is wrong with the bearing in measurement B-012 of bearing?',
      { recordIds: ['B-012'], dataset: undefined },
    ],
    ['数据集 bearing 的测量 B-012 显示什么轴承故障？', { recordIds: ['B-012'], dataset: 'bearing' }],
    ['bearing 数据集中测量 B-012 的轴承有什么问题？', { recordIds: ['B-012'], dataset: undefined }],
    ['Which faults of line3 does row 7 show?', { row: 7 }],
    ['line3 第7行有哪些故障？', { row: 7, dataset: 'line3' }],
    ['line 12 of line3', { row: 12, dataset: 'line3' }],
    ['数据集“产线一”第3行', { row: 3, dataset: '产线一' }],
    ['What does the dataset say of row 3?', { row: 3, dataset: undefined }],
    ['torque 60 Nm, 1350 rpm, type L', { row: undefined, recordIds: [], dataset: undefined, codes: [] }],
  ])('%s', (text, expected) => {
    expect(readQuestion(text)).toMatchObject(expected);
  });
});

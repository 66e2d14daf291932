import type { FieldRole, Proposal, Text } from '../../workspace/index.ts';
import { textsOf } from '../facts/texts.ts';
import type { FieldFacts, TableFacts } from '../facts/types.ts';
import { isUnique, propose, says, wordsOf } from './proposal.ts';

const names = {
  identifier: [
    'id',
    'uid',
    'udi',
    'uuid',
    'serial',
    'identifier',
    'barcode',
    '编号',
    '序号',
    '序列号',
    '条码',
    '标识',
  ],
  label: [
    'label',
    'fault',
    'failure',
    'class',
    'target',
    'defect',
    'anomaly',
    '标签',
    '故障',
    '类别',
    '缺陷',
    '失效',
    '异常',
  ],
  status: ['status', 'state', 'quality_code', '状态'],
  split: ['split', 'subset', 'partition', '划分', '子集'],
  group: [
    ...[
      'machine',
      'equipment',
      'unit',
      'line',
      'batch',
      'lot',
      'heat',
      'station',
      'furnace',
      'steel',
      'grade',
      'bearing',
      'device',
    ],
    ...['设备', '机器', '机台', '批次', '批号', '炉号', '产线', '工位', '钢号', '牌号'],
  ],
} as const satisfies Partial<Record<FieldRole, readonly string[]>>;

const parts = new Set([
  'train',
  'training',
  'test',
  'testing',
  'val',
  'valid',
  'validation',
  'dev',
  '训练',
  '测试',
  '验证',
]);

type Guess = readonly [role: FieldRole, confidence: number, reason: Text];

/** Roles of the fields for which none is declared. */
export async function roleProposals(table: TableFacts): Promise<readonly Proposal[]> {
  const time = await timeGuess(table);
  const { byField } = await textsOf(table);
  return table.fields.flatMap((facts) => {
    const { field, present, constant } = facts;
    if (field.role !== null || present === 0 || field.type === 'structure') return [];
    const guess =
      time?.field === field.id ? time.guess : constant ? null : guessOf(facts, table, byField.get(field.id));
    return guess ? [propose(table, field.id, 'role', ...guess)] : [];
  });
}

/** The one field of dates that orders the records, where none is declared. */
async function timeGuess(table: TableFacts): Promise<{ field: string; guess: Guess } | null> {
  if (table.fields.some(({ field }) => field.role === 'time')) return null;
  const sample = await table.sample();
  for (const { field, present, distinct } of table.fields) {
    if (!['date', 'datetime'].includes(field.type) || field.role !== null) continue;
    if ((distinct ?? 0) < 3 || present < 0.99 * table.rows) continue;
    const column = sample.column(field.id);
    let last = Number.NEGATIVE_INFINITY;
    let ordered = true;
    for (let place = 0; place < column.length && ordered; place += 1) {
      const value = column[place] ?? Number.NaN;
      if (value < last) ordered = false;
      else if (!Number.isNaN(value)) last = value;
    }
    const reason = ordered
      ? { zh: '日期或时刻，且随记录递增', en: 'dates that grow with the records' }
      : {
          zh: '几乎每条记录都有的日期或时刻，但次序不定',
          en: 'dates that almost every record has, in no order',
        };
    return { field: field.id, guess: ['time', ordered ? 0.95 : 0.7, reason] };
  }
  return null;
}

function guessOf(facts: FieldFacts, table: TableFacts, texts?: ReadonlyMap<string, number>): Guess | null {
  const { field, present } = facts;
  const { rows, thresholds } = table;
  const distinct = facts.distinct ?? 0;
  const words = wordsOf(field);
  const few = distinct >= 2 && distinct <= thresholds.most_classes && distinct * 10 <= present;
  const discrete = ['string', 'integer', 'boolean'].includes(field.type);
  if (isUnique(facts, table)) {
    const reason = { zh: `${rows} 个值各不相同`, en: `${rows} values, no two the same` };
    if (says(words, names.identifier)) return ['identifier', 0.95, reason];
    if (field.type === 'string') return ['identifier', 0.8, reason];
    return facts.max !== null && facts.min !== null && facts.max - facts.min === rows - 1
      ? ['identifier', 0.85, { zh: '连续编号', en: 'numbers one after the other' }]
      : null;
  }
  if (few && discrete && present >= 0.95 * rows && says(words, names.label)) {
    const confidence = field.type === 'integer' ? 0.85 : 0.9;
    return [
      'label',
      confidence,
      { zh: `名称像标签，有 ${distinct} 个类别`, en: `named like a label, with ${distinct} classes` },
    ];
  }
  if (texts && texts.size >= 2 && [...texts.keys()].every((one) => parts.has(one.trim().toLowerCase()))) {
    return [
      'split',
      0.95,
      { zh: '取值是训练、测试等划分', en: 'its values are parts such as train and test' },
    ];
  }
  if (few && discrete && says(words, names.status)) {
    return [
      'status',
      0.8,
      { zh: `名称像状态，有 ${distinct} 个取值`, en: `named like a status, with ${distinct} values` },
    ];
  }
  if (discrete && field.type !== 'boolean' && distinct >= 2 && distinct * 5 <= present) {
    const named = says(words, names.group) && distinct <= thresholds.most_series;
    const reason = { zh: `${distinct} 个取值反复出现`, en: `${distinct} values that come again and again` };
    if (named) return ['group', 0.9, reason];
    if (field.type === 'string' && few) return ['group', 0.6, reason];
  }
  if (field.type === 'number' && distinct > 20) {
    return [
      'measurement',
      0.9,
      {
        zh: `带小数的数值，${distinct} 个不同取值`,
        en: `numbers with fractions, ${distinct} different ones`,
      },
    ];
  }
  if (field.type === 'integer' && field.unit !== null && distinct > 20) {
    return ['measurement', 0.85, { zh: '带单位的数值', en: 'numbers with a unit' }];
  }
  return null;
}

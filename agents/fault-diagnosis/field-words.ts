import type { FieldCard } from '../shared/tool-data.ts';

/** Words for quantities in both languages: a dictionary, so that a question may be in the other one than the data. */
const synonyms: readonly (readonly string[])[] = [
  ['air temperature', 'ambient temperature', '空气温度', '环境温度', '气温', '室温'],
  ['process temperature', '过程温度', '工艺温度', '加工温度'],
  ['rotational speed', 'spindle speed', 'rotation speed', 'speed', '主轴转速', '旋转速度', '转速'],
  ['shaft speed', 'speed', '轴转速', '转轴转速', '转速'],
  ['torque', '扭矩', '转矩', '力矩'],
  ['tool wear', 'wear', '刀具磨损时间', '刀具磨损量', '刀具磨损', '磨损'],
  ['type', 'grade', 'quality variant', '产品类型', '零件等级', '类型', '等级', '型号'],
  [
    'velocity rms',
    'rms velocity',
    'vibration velocity',
    '振动速度有效值',
    '速度有效值',
    '振动速度',
    '振动烈度',
  ],
  ['bearing', '轴承型号', '轴承'],
  ['pressure', '压力'],
  ['flow', 'flow rate', '流量'],
  ['vibration', '振动'],
  ['current', '电流'],
  ['voltage', '电压'],
  ['power', '功率'],
];

const words = (name: string) =>
  name
    .replace(/[[(（].*$/, '')
    .replaceAll('_', ' ')
    .trim()
    .toLowerCase();

/** The names by which a question may call a field, longest first. */
export function namesOf({ id, name, title }: FieldCard): readonly string[] {
  const own = [...new Set([id.toLowerCase(), words(id), words(name), words(title ?? '')])].filter(Boolean);
  const others = synonyms.filter((group) => own.some((word) => group.includes(word))).flat();
  return [...new Set([...own, ...others])].toSorted((a, b) => b.length - a.length);
}

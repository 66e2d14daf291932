import { parameterTable, type Words } from './parameter-table.ts';
import { steels, type TemperingParameters } from './parameters.ts';

const zh: Words = {
  header: '| 参数 | 数值 | 单位 | 说明 |',
  temperatureMin: ['最低回火温度', '低于此温度，淬火应力消除不足'],
  temperatureMax: ['最高回火温度', '与各钢号的 Ac1 保持安全距离'],
  timeMin: ['最短保温时间', '时间过短，截面不能热透'],
  timeMax: ['最长保温时间', '试验范围的上限，超出则无数据支持'],
  brittleMin: ['回火脆性区下限', '回火马氏体脆性（第一类回火脆性）'],
  brittleMax: ['回火脆性区上限', '承受冲击的零件应避开该区间'],
  constant: ['Hollomon–Jaffe 常数 C', '时间以小时计；本车间各钢号统一取值'],
  tolerance: ['目标硬度允许偏差', '上下均适用，取三点读数平均值'],
};

/** The process specification in Chinese. */
export function chinese(dataset: string, parameters: TemperingParameters): string {
  const grades = steels.map(({ name }) => name);
  return `---
title: 淬火钢回火工艺规范
language: zh
datasets: [${dataset}]
---
# 淬火钢回火工艺规范

## 目的与适用范围

本规范适用于淬火成马氏体的零件的回火，钢号为 ${grades.join('、')}。规范给出温度与时间的选择限值，并说明如何依据本车间的试验
数据作出选择。渗碳件与等温淬火件不适用。

## 工艺参数

${parameterTable(zh, parameters)}

## 温度与时间的选择

1. 从工单读取钢号、目标硬度与保温时间。工单未注明时间的，应先询问。
2. 只取同一钢号的试验数据。即使含碳量相近，也不得借用其他钢号的数据。
3. 不同保温时间用 Hollomon–Jaffe 参数换算：P = (T + 273.15) · (C + log10 t)，T 以 °C 计，t 以 h 计。P 越大，零件越软。与工单
   时间相同的试验更为可靠。
4. 选取试验数据给出目标硬度的温度。不得外推：没有任何试验达到目标硬度时，工单退回工艺部门。
5. 温度与时间须在表中限值之内。回火温度落入脆性区的，须经工艺部门同意；改变保温时间，往往可以选到脆性区以外的相邻温度。

含钼钢以及含铬超过 1 % 的钢在 500–600 °C 之间软化较慢（二次硬化）。此时仅凭参数 P 判断并不可靠，应以该钢号自身的试验为准。

## 操作步骤

1. 淬火后两小时之内、零件冷至 60 °C 以前进炉回火，以防开裂。
2. 保温时间从装炉料上升温最慢的热电偶到达设定温度时算起。
3. 铬钢、锰钢和铬镍钢在 450 °C 以上回火后应快冷（油冷或强制风冷）。在 550–450 °C 之间缓冷会引起第二类回火脆性。
4. 磨去氧化皮后测三点硬度。低于 20 HRC 的读数在该标尺上无效，应改测 HBW。
5. 零件偏硬时，可提高温度再次回火；偏软时，应重新淬火。

## 安全

炉前作业须穿戴隔热防护用品。工具与零件入盐浴前必须烘干。热零件入油可能起火，灭火器应放在手边，严禁用水灭火。

## 引用文件

- GB/T 230.1 《金属材料 洛氏硬度试验 第1部分：试验方法》
- GB/T 3077 《合金结构钢》
- J. H. Hollomon, L. D. Jaffe: Time-temperature relations in tempering steel, Trans. AIME 162 (1945)
`;
}

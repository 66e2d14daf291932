import type { Field } from '../../../workspace/index.ts';
import { cardMeasures } from '../../documentation/index.ts';
import { countsOf, type EvidenceRow, type EvidenceSource, evidenceRows } from './evidence.ts';

const filled = ({ zh, en }: { zh?: string | undefined; en?: string | undefined }) => Boolean(zh ?? en);

/** Whether anything is declared that its values can be held to. */
function standardised({ unit, range, values, pattern, codeSystem, references }: Field): boolean {
  return unit !== null || [range, values, pattern, codeSystem, references].some((one) => one !== undefined);
}

/** Items of the data card that are known, of all that its four measures ask for. */
function documented(report: EvidenceSource['report']): [known: number, items: number] {
  const counts = cardMeasures.map(({ id }) => countsOf(report, id));
  return [counts.reduce((sum, [known]) => sum + known, 0), counts.reduce((sum, [, items]) => sum + items, 0)];
}

/** How far the metadata reach, and how far declared standards are kept by the data. */
export function describedEvidence({ report, entry }: EvidenceSource): readonly EvidenceRow[] {
  const fields = entry.recordSets.flatMap((recordSet) => recordSet.fields);
  const count = (test: (field: Field) => boolean) => fields.filter(test).length;
  const all = fields.length;
  const keyed = entry.recordSets.filter(({ key }) => key !== undefined).length;
  const named = (title: Field['title']) => Boolean(title?.zh) && Boolean(title?.en);
  const measured = (id: string) => countsOf(report, id);
  return [
    ...evidenceRows('metadata', [
      [
        'documentation',
        '已说明的数据集说明文档项（基本信息、内容、建设过程、应用，各五项）',
        'items of the data card that are known (basic information, content, making, use: five each)',
        ...documented(report),
        'report.json card_*',
      ],
      [
        'field_descriptions',
        '有描述的字段',
        'fields with a description',
        count(({ description }) => filled(description)),
        all,
        'croissant.json field.description',
      ],
      [
        'field_roles',
        '角色已知的字段',
        'fields whose role is known',
        count(({ role }) => role !== null),
        all,
        'croissant.json field.additionalType',
      ],
      [
        'quantity_units',
        '单位已知的数量字段',
        'quantities whose unit is known',
        ...measured('unit_coverage'),
        'report.json unit_coverage',
      ],
      [
        'keys',
        '声明了主键的表',
        'tables whose key is declared',
        keyed,
        entry.recordSets.length,
        'croissant.json recordSet.key',
      ],
    ]),
    ...evidenceRows('standards', [
      [
        'landing',
        '数据标准落标率：声明了单位、范围、取值、格式、编码体系或引用的字段',
        'landing rate: fields with a unit, range, values, pattern, code system or reference declared',
        count(standardised),
        all,
        'croissant.json field',
      ],
      [
        'value_validity',
        '符合声明的取值或格式的值',
        'values that keep to the declared values or pattern',
        ...measured('value_validity'),
        'report.json value_validity',
      ],
      [
        'range_validity',
        '在声明范围内的值',
        'values in the declared range',
        ...measured('range_validity'),
        'report.json range_validity',
      ],
      [
        'code_validity',
        '符合编码体系的编码（主数据与参考数据）',
        'codes that belong to their code system (master and reference data)',
        ...measured('code_validity'),
        'report.json code_validity',
      ],
      [
        'reference_integrity',
        '引用得到的值（参考数据）',
        'values that refer to something (reference data)',
        ...measured('reference_integrity'),
        'report.json reference_integrity',
      ],
      [
        'terms',
        '有中英文名称的字段（业务术语）',
        'fields with a name in Chinese and English (terms)',
        count(({ title }) => named(title)),
        all,
        'croissant.json field.alternateName',
      ],
    ]),
  ];
}

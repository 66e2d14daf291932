import { reasonWords } from '../../report/index.ts';
import type { Sentence, Text } from '../../workspace/index.ts';

/** How an indicator stands with this program. */
export const coverages = ['computed', 'evaluation', 'declared', 'not_computed', 'not_applicable'] as const;
export type Coverage = (typeof coverages)[number];

interface CoverageReason extends Sentence {
  readonly coverage: Exclude<Coverage, 'computed'>;
}

const declared = (zh: string, en: string): CoverageReason => ({ coverage: 'declared', zh, en });
const notApplicable = (zh: string, en: string): CoverageReason => ({ coverage: 'not_applicable', zh, en });

/** Why no measure computes an indicator. */
export const coverageReasons: Readonly<Record<string, CoverageReason>> = {
  no_value_rules: declared('没有声明取值规则', 'no rules are declared for the values'),
  no_business_rules: declared('没有声明跨字段规则', 'no rules across fields are declared'),
  no_reference_values: declared('没有真实值或权威参考', 'there are no true or reference values'),
  no_expected_records: declared('没有说明应有哪些记录', 'nobody says which records there should be'),
  no_data_model: declared('没有数据模型', 'there is no data model'),
  no_documentation: declared('没有说明文档', 'there is no documentation'),
  no_security_rules: declared('没有声明安全规则', 'no security rules are declared'),
  no_annotation_rules: declared('没有标注规范', 'there are no rules for annotation'),
  no_annotation_sample: declared('没有标注抽检结果', 'no sample of the annotations was checked'),
  no_source_records: declared('没有逐条来源信息', 'the source of each record is not stated'),
  no_second_copy: declared('没有另一份副本可比', 'there is no second copy to compare with'),
  no_references: declared('没有声明引用关系', 'no references between record sets are declared'),
  no_dataset_type: declared('没有声明数据集类型', 'the type of the dataset is not declared'),
  no_scenario_demand: declared('没有场景提出需求', 'no scenario says what is needed'),
  no_precision_demand: declared('没有声明精度要求', 'no precision is asked for'),
  no_update_demand: declared('没有声明更新要求', 'no demand on updates is declared'),
  no_judgement: declared('需要人来判断', 'a person has to judge'),
  no_audit: declared('没有审计记录', 'there are no records of an audit'),
  no_evaluation: {
    coverage: 'evaluation',
    zh: '尚无对比评测结果',
    en: 'there is no evaluation with and without the dataset',
  },
  not_built: { coverage: 'not_computed', zh: '本程序尚不计算', en: 'this program does not compute it yet' },
  for_text: notApplicable('只适用于文本', 'for text only'),
  for_images: notApplicable('只适用于图像', 'for images only'),
  for_video: notApplicable('只适用于视频', 'for video only'),
  for_audio: notApplicable('只适用于音频', 'for audio only'),
  judges_the_system: notApplicable('考察系统而非数据', 'judges the system, not the data'),
  needs_a_model: notApplicable('考察数据模型，文件中没有', 'judges a data model, which files do not carry'),
};

/** Every reason code, of reports and of the registry, with its words. */
export const reasonCodes: Readonly<Record<string, Text>> = { ...reasonWords, ...coverageReasons };

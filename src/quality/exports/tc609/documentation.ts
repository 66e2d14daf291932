import type { Field } from '../../../workspace/index.ts';
import type { AssessmentSource, DocumentedAspect, IndicatorFinding } from './form.ts';

const aspect = (zh: string, en: string, known: boolean, from: string): DocumentedAspect => ({
  name: { zh, en },
  known,
  from,
});

const noPlace = (zh: string, en: string): DocumentedAspect => aspect(zh, en, false, '');

function basics({ entry }: AssessmentSource): readonly DocumentedAspect[] {
  const { files, recordSets, publication } = entry;
  const typed = files.every(({ mediaType }) => mediaType !== '' && mediaType !== 'application/octet-stream');
  return [
    aspect('规模', 'size', files.length > 0, 'distribution.contentSize'),
    aspect('格式规范', 'formats', files.length > 0 && typed, 'distribution.encodingFormat'),
    aspect(
      '文件结构',
      'structure of the files',
      recordSets.some(({ fields }) => fields.length > 0),
      'recordSet.field',
    ),
    aspect('获取渠道', 'access', publication?.url !== undefined, 'url'),
    noPlace('技术支持', 'support'),
  ];
}

function content({ entry, report }: AssessmentSource): readonly DocumentedAspect[] {
  const fields: readonly Field[] = entry.recordSets.flatMap((recordSet) => recordSet.fields);
  const labels = entry.recordSets.flatMap(({ id, fields: own }) =>
    own.filter(({ role }) => role === 'label').map((field) => ({ recordSet: id, field })),
  );
  const counted = (recordSet: string, field: Field) =>
    field.classes !== undefined ||
    report.pictures.some(
      (one) => one.recordSet === recordSet && one.distributions.some((bars) => bars.field === field.id),
    );
  return [
    aspect('模态类型', 'modality', entry.recordSets.length > 0, 'recordSet'),
    aspect(
      '数据分布',
      'distribution',
      fields.some(({ statistics }) => statistics !== undefined),
      'recordSet.field.annotation',
    ),
    aspect(
      '标签类别统计',
      'counts of the classes',
      labels.length > 0 && labels.every(({ recordSet, field }) => counted(recordSet, field)),
      'zhuji:classes, report.json pictures',
    ),
    noPlace('样本示例', 'examples'),
    noPlace('局限性说明', 'limitations'),
  ];
}

function making({ entry }: AssessmentSource): readonly DocumentedAspect[] {
  const { publication, version } = entry;
  const { creator, url, provenance, derivation } = publication ?? {};
  return [
    aspect('数据来源', 'sources', Boolean(creator ?? url ?? derivation), 'creator, url, prov:wasDerivedFrom'),
    aspect('采集方法', 'collection', provenance !== undefined, 'rai:dataCollection'),
    aspect('加工处理流程', 'processing', derivation !== undefined, 'prov:wasGeneratedBy'),
    noPlace('标注规范', 'rules of annotation'),
    aspect('版本控制记录', 'versions', version !== '', 'version'),
  ];
}

function use({ entry, evaluation }: AssessmentSource): readonly DocumentedAspect[] {
  const linked = (relation: string) => entry.links.some((link) => link.relation === relation);
  return [
    aspect('使用许可', 'licence', entry.license !== null, 'license'),
    aspect('目标应用场景', 'target scenarios', linked('addresses'), 'zhuji:link'),
    aspect('评估方法', 'way of evaluation', evaluation !== undefined, 'evaluation.json'),
    aspect('基准测试结果', 'benchmark results', Boolean(evaluation?.difference), 'evaluation.json'),
    aspect('典型应用案例', 'cases', linked('used'), 'zhuji:link'),
  ];
}

function documented(aspects: readonly DocumentedAspect[]): IndicatorFinding {
  const known = aspects.filter((one) => one.known).length;
  return {
    result: {
      status: 'measured',
      value: known / aspects.length,
      numerator: known,
      denominator: aspects.length,
    },
    evidence: [{ what: { zh: '数据集描述', en: 'description of the dataset' }, place: 'croissant.json' }],
    aspects,
  };
}

/** Indicators 0101 to 0104: which of five aspects the metadata document. */
export function documentationIndicators(
  source: AssessmentSource,
): Readonly<Record<string, IndicatorFinding>> {
  return {
    '0101': documented(basics(source)),
    '0102': documented(content(source)),
    '0103': documented(making(source)),
    '0104': documented(use(source)),
  };
}

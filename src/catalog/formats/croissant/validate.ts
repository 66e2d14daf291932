import { literalsOf, textsOf } from './access.ts';
import { readContext, undeclared } from './context-terms.ts';
import { type CroissantFinding, type CroissantLevel, reportAt } from './finding.ts';
import { type CroissantModel, modelOf } from './model.ts';
import { expand } from './node.ts';
import { checkDataset, checkTexts } from './rules/dataset.ts';
import { checkIds } from './rules/ids.ts';
import { checkJoins } from './rules/joins.ts';
import { checkRecordSets } from './rules/record-sets.ts';
import { checkResources } from './rules/resources.ts';
import { type CroissantVersion, versions } from './vocabulary.ts';

export interface CroissantCheck {
  readonly findings: readonly CroissantFinding[];
  /** Absent where the document is no dataset at all. */
  readonly model: CroissantModel | undefined;
}

/** Versions that `conformsTo` names; other profiles (RAI, Geo) may stand beside. */
function declaredVersions(claims: readonly string[]): string[] {
  return claims.flatMap(
    (claim) => /^https?:\/\/mlcommons\.org\/croissant\/(\d[\w.]*)\/?$/.exec(claim)?.[1] ?? [],
  );
}

/**
 * Holds a parsed Croissant document (0.8, 1.0 or 1.1) to its specification, or to what the reference implementation
 * asks. Nothing is fetched and no data file is opened.
 */
export function checkCroissant(document: unknown, level: CroissantLevel): CroissantCheck {
  const report = reportAt(level);
  const done = (model?: CroissantModel): CroissantCheck => ({ findings: report.findings, model });
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    report.error(
      'document',
      '',
      { en: 'The document is not a JSON object', zh: '文档不是 JSON 对象' },
      { en: 'Give the metadata of one dataset.', zh: '请提供一个数据集的元数据。' },
    );
    return done();
  }
  const source = document as Readonly<Record<string, unknown>>;
  const { terms, unknown } = readContext(source['@context']);
  for (const address of unknown) {
    report.error(
      'context',
      '/@context',
      {
        en: `The context ${JSON.stringify(address)} is not built in, and nothing is fetched`,
        zh: `上下文 ${JSON.stringify(address)} 未内置，且不会从网络获取`,
      },
      { en: 'Write the context into the document.', zh: '请将上下文写入文档。' },
    );
  }
  const dataset = expand(source, terms);
  if (!dataset.types.includes('sc:Dataset')) {
    const types = dataset.types.join(', ') || '–';
    report.error(
      'dataset_type',
      '/@type',
      {
        en: `The document is not a schema.org Dataset: its @type is ${types}`,
        zh: `文档不是 schema.org Dataset：其 @type 为 ${types}`,
      },
      { en: 'Set "@type" to "sc:Dataset".', zh: '请将 "@type" 设为 "sc:Dataset"。' },
    );
    return done();
  }
  for (const name of dataset.properties.keys()) {
    if (!name.startsWith(undeclared)) continue;
    const key = name.slice(undeclared.length);
    report.strict(
      'prefix',
      `/${key}`,
      {
        en: `The @context does not declare the prefix of "${key}", so it says nothing`,
        zh: `@context 未声明 "${key}" 的前缀，该属性无效`,
      },
      { en: 'Declare the prefix.', zh: '请声明该前缀。' },
    );
  }
  const claimed = declaredVersions(textsOf(dataset, 'dct:conformsTo'));
  const known = versions.filter((version) => claimed.includes(version)).at(-1);
  const at = literalsOf(dataset, 'dct:conformsTo')[0]?.pointer ?? '/conformsTo';
  if (known === undefined && claimed.length > 0) {
    report.error(
      'version',
      at,
      { en: `Croissant ${claimed.join(', ')} is not known`, zh: `不支持 Croissant ${claimed.join('、')}` },
      { en: `Use one of ${versions.join(', ')}.`, zh: `请使用 ${versions.join('、')} 之一。` },
    );
    return done();
  }
  if (known === undefined) {
    report.strict(
      'version',
      at,
      {
        en: '"conformsTo" names no version of Croissant; it is read as 0.8',
        zh: '"conformsTo" 未指明 Croissant 版本，按 0.8 读取',
      },
      {
        en: 'Add "conformsTo": "http://mlcommons.org/croissant/1.1".',
        zh: '请补充 "conformsTo": "http://mlcommons.org/croissant/1.1"。',
      },
    );
  }
  const version: CroissantVersion = known ?? '0.8';
  const model = modelOf(dataset, version);
  checkTexts(dataset, report);
  checkDataset(model, report);
  checkIds(model, report);
  checkResources(model, report);
  checkRecordSets(model, report);
  checkJoins(model, report);
  return done(model);
}

import { literalsOf, textOf, valuesOf } from '../access.ts';
import type { Report } from '../finding.ts';
import type { CroissantModel } from '../model.ts';
import type { Node } from '../node.ts';

const required = ['name', 'description', 'url', 'license', 'creator', 'datePublished'] as const;

/** What the specification asks of the dataset as a whole. The reference implementation lets most of it pass. */
export function checkDataset({ dataset, version }: CroissantModel, report: Report): void {
  for (const property of required) {
    if (valuesOf(dataset, `sc:${property}`).length > 0) continue;
    const kind = property === 'name' && version === '0.8' ? 'error' : 'strict';
    report[kind](
      'required_property',
      dataset.pointer,
      { en: `The dataset has no "${property}", which is required`, zh: `数据集缺少必需属性 "${property}"` },
      { en: `Add "${property}".`, zh: `请补充 "${property}"。` },
    );
  }
  if (valuesOf(dataset, 'sc:distribution').length === 0) {
    report.strict(
      'required_property',
      dataset.pointer,
      { en: 'The dataset has no "distribution", which is required', zh: '数据集缺少必需属性 "distribution"' },
      { en: 'List its files under "distribution".', zh: '请在 "distribution" 下列出其文件。' },
    );
  }
  const published = textOf(dataset, 'sc:datePublished');
  if (published !== undefined && !/^\d{4}(-\d{2}(-\d{2}(T.+)?)?)?$/.test(published)) {
    report.strict(
      'date',
      literalsOf(dataset, 'sc:datePublished')[0]?.pointer ?? dataset.pointer,
      {
        en: `"datePublished" is "${published}", not an ISO 8601 date`,
        zh: `"datePublished" 为 "${published}"，不是 ISO 8601 日期`,
      },
      { en: 'Write it as YYYY-MM-DD.', zh: '请写作 YYYY-MM-DD。' },
    );
  }
}

/** Names and descriptions are texts, in one language or several; numbers and truth values are not. */
export function checkTexts(node: Node, report: Report): void {
  for (const property of ['name', 'description'] as const) {
    for (const { value, pointer } of literalsOf(node, `sc:${property}`)) {
      if (typeof value === 'string') continue;
      report.error(
        'text',
        pointer,
        {
          en: `"${property}" must be text, but is the ${typeof value} ${value}`,
          zh: `"${property}" 须为文本，实际为 ${typeof value}：${value}`,
        },
        { en: 'Write it in quotes.', zh: '请加引号写成文本。' },
      );
    }
  }
}

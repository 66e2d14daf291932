import { isInnerPath } from '../../../../workspace/folder/index.ts';
import { flagOf, literalsOf, nameOf, textOf, valuesOf } from '../access.ts';
import type { Report } from '../finding.ts';
import { type CroissantModel, referencesOf } from '../model.ts';
import type { Node } from '../node.ts';
import { checkTexts } from './dataset.ts';
import { checkReference } from './references.ts';

/** Whether a content address names a file beside the metadata rather than something on the network. */
export function isLocalAddress(address: string): boolean {
  return !/^[a-z][a-z0-9+.-]+:/i.test(address);
}

function checkAddress(node: Node, report: Report): void {
  const [address] = literalsOf(node, 'sc:contentUrl');
  if (!address) return;
  const path = String(address.value);
  if (/^file:/i.test(path) || (isLocalAddress(path) && !isInnerPath(path))) {
    report.error(
      'unsafe_path',
      address.pointer,
      {
        en: `"contentUrl" of "${nameOf(node)}" leads out of the folder of the metadata: ${JSON.stringify(path)}`,
        zh: `"${nameOf(node)}" 的 "contentUrl" 指向元数据文件夹之外：${JSON.stringify(path)}`,
      },
      {
        en: 'Put the file beside the metadata and name it by a relative path.',
        zh: '请将文件放在元数据旁，并用相对路径指明。',
      },
    );
  }
}

function checkSum(node: Node, live: boolean, report: Report): void {
  const [sum] = literalsOf(node, 'cr:sha256', 'sc:sha256');
  const name = nameOf(node);
  if (sum && !/^[0-9a-f]{64}$/i.test(String(sum.value))) {
    report.warning(
      'placeholder_checksum',
      sum.pointer,
      {
        en: `"sha256" of "${name}" is not a sha256 (64 hexadecimal digits): ${JSON.stringify(sum.value)}`,
        zh: `"${name}" 的 "sha256" 不是 sha256（64 位十六进制）：${JSON.stringify(sum.value)}`,
      },
      { en: 'Write the checksum of the file, or leave it out.', zh: '请写入文件的校验和，或删去该项。' },
    );
  }
  if (!sum && !live && valuesOf(node, 'cr:md5', 'sc:md5').length === 0) {
    report.warning(
      'no_checksum',
      node.pointer,
      {
        en: `"${name}" has no checksum; the specification strongly recommends one, and the reference implementation refuses the file without`,
        zh: `"${name}" 没有校验和；规范强烈建议提供，参考实现会因此拒绝该文件`,
      },
      { en: 'Add "sha256".', zh: '请补充 "sha256"。' },
    );
  }
}

/** Files and file sets: type, name, format, address, checksum, container. */
export function checkResources(model: CroissantModel, report: Report): void {
  const space = model.version === '0.8' ? ['sc:', 'cr:'] : ['cr:'];
  const live = flagOf(model.dataset, 'cr:isLiveDataset', 'sc:isLiveDataset');
  for (const { node } of model.resources) {
    const name = nameOf(node);
    const isA = (type: string): boolean => space.some((prefix) => node.types.includes(prefix + type));
    if (!isA('FileObject') && !isA('FileSet')) {
      report.error(
        'resource_type',
        `${node.pointer}/@type`,
        {
          en: `"${name}" in "distribution" must be a FileObject or a FileSet, but its @type is ${node.types.join(', ') || 'absent'}`,
          zh: `"distribution" 中的 "${name}" 须为 FileObject 或 FileSet，实际 @type 为 ${node.types.join('、') || '空'}`,
        },
        {
          en: 'Set "@type" to "cr:FileObject" or "cr:FileSet".',
          zh: '请将 "@type" 设为 "cr:FileObject" 或 "cr:FileSet"。',
        },
      );
      continue;
    }
    checkTexts(node, report);
    if (model.version === '0.8' && textOf(node, 'sc:name') === undefined) {
      report.error(
        'name',
        node.pointer,
        {
          en: 'A file in "distribution" has no "name", which Croissant 0.8 refers to it by',
          zh: '"distribution" 中的文件缺少 "name"，而 Croissant 0.8 以名称引用文件',
        },
        { en: 'Add "name".', zh: '请补充 "name"。' },
      );
    } else if (model.version !== '0.8' && node.id === undefined) {
      report.strict(
        'id',
        node.pointer,
        { en: `"${name}" has no "@id", so nothing can refer to it`, zh: `"${name}" 缺少 "@id"，无法被引用` },
        { en: 'Add "@id".', zh: '请补充 "@id"。' },
      );
    }
    if (textOf(node, 'sc:encodingFormat') === undefined) {
      report.error(
        'encoding_format',
        node.pointer,
        { en: `"${name}" has no "encodingFormat"`, zh: `"${name}" 缺少 "encodingFormat"` },
        { en: 'Add its media type, e.g. "text/csv".', zh: '请补充其媒体类型，例如 "text/csv"。' },
      );
    }
    const containers = referencesOf(node, 'sc:containedIn', 'cr:containedIn');
    for (const container of containers) {
      checkReference(model, node, 'containedIn', container, ['resource'], report);
    }
    if (isA('FileSet')) {
      if (valuesOf(node, 'cr:includes', 'sc:includes').length === 0) {
        report.error(
          'includes',
          node.pointer,
          { en: `The FileSet "${name}" has no "includes"`, zh: `FileSet "${name}" 缺少 "includes"` },
          { en: 'Add a glob pattern, e.g. "*.csv".', zh: '请补充通配模式，例如 "*.csv"。' },
        );
      }
      continue;
    }
    if (textOf(node, 'sc:contentUrl') === undefined && containers.length === 0) {
      report.error(
        'content_url',
        node.pointer,
        {
          en: `"${name}" has no "contentUrl" and lies in no other file`,
          zh: `"${name}" 缺少 "contentUrl"，也不在其他文件之中`,
        },
        { en: 'Add "contentUrl".', zh: '请补充 "contentUrl"。' },
      );
    }
    checkAddress(node, report);
    if (containers.length === 0) checkSum(node, live, report);
  }
}

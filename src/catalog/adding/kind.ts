import { open, readdir, stat } from 'node:fs/promises';
import { basename, extname, join } from 'node:path';
import { ZhujiError } from '../../workspace/index.ts';
import { isTableName } from './media-type.ts';

/** What a path that is to be added holds. */
export type SourceKind =
  | { readonly kind: 'table' | 'croissant' | 'document'; readonly file: string }
  | { readonly kind: 'tables' | 'documents'; readonly folder: string; readonly files: readonly string[] };

const documents = new Set('.md .markdown .html .htm .xhtml .pdf .docx .pptx'.split(' '));
const headBytes = 64 * 1024;

async function headOf(file: string): Promise<string> {
  const handle = await open(file, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(headBytes), 0, headBytes, 0);
    return buffer.subarray(0, bytesRead).toString('utf8');
  } finally {
    await handle.close();
  }
}

/** JSON-LD says so at its top: data in JSON has no `@context`. */
async function isJsonLd(file: string): Promise<boolean> {
  if (!/\.json(ld)?$/i.test(file)) return false;
  const head = await headOf(file);
  return /^\uFEFF?\s*\{/.test(head) && /"@(context|type)"\s*:/.test(head);
}

const numeric = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i;

/** Text of nothing but columns of numbers is a table, whatever its name. */
async function isNumeric(file: string): Promise<boolean> {
  const lines = (await headOf(file))
    .split(/\r?\n/)
    .slice(0, 200)
    .filter((line) => line.trim() !== '');
  // The last line may be cut off.
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  const rows = whole.filter((line) => {
    const cells = line.trim().split(/[\s,;]+/);
    return cells.filter((cell) => numeric.test(cell)).length >= cells.length * 0.8;
  });
  return whole.length > 0 && rows.length >= whole.length * 0.9;
}

/** By name, and for `txt` by content. */
export async function isDocument(file: string): Promise<boolean> {
  const extension = extname(file).toLowerCase();
  if (documents.has(extension)) return true;
  return extension === '.txt' && !(await isNumeric(file));
}

/** Files of a folder and those within, by path. Links are not followed, hidden files are left out. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found: string[] = [];
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    if (entry.name.startsWith('.')) continue;
    const path = join(folder, entry.name);
    if (entry.isDirectory()) found.push(...(await filesBelow(path)));
    else if (entry.isFile()) found.push(path);
  }
  return found.toSorted();
}

async function kindOfFolder(folder: string): Promise<SourceKind> {
  for (const name of ['croissant.json', 'metadata.json', 'croissant.jsonld', 'metadata.jsonld']) {
    const file = join(folder, name);
    if (await isJsonLd(file).catch(() => false)) return { kind: 'croissant', file };
  }
  const files = await filesBelow(folder);
  const texts: string[] = [];
  const tables: string[] = [];
  for (const file of files) {
    if (await isDocument(file)) texts.push(file);
    else if (isTableName(file)) tables.push(file);
  }
  if (tables.length > 0) return { kind: 'tables', folder, files: tables };
  if (texts.length > 0) return { kind: 'documents', folder, files: texts };
  throw new ZhujiError(
    'unsupported_format',
    {
      en: `${folder} holds no table and no document that can be read`,
      zh: `${folder} 中没有可读取的表格或文档`,
    },
    {
      recovery: {
        en: 'Tables are csv, tsv, json, ndjson, parquet, xlsx; documents are md, txt, html, pdf, docx, pptx.',
        zh: '表格：csv、tsv、json、ndjson、parquet、xlsx；文档：md、txt、html、pdf、docx、pptx。',
      },
      details: { folder, files: files.slice(0, 20).map((file) => basename(file)) },
    },
  );
}

/** Decides by name and content. Errors: `not_found`, `unreadable_file`, `unsupported_format`. */
export async function kindOf(path: string): Promise<SourceKind> {
  try {
    const found = await stat(path);
    if (found.isDirectory()) return await kindOfFolder(path);
    if (!found.isFile()) throw new Error('it is neither a file nor a folder');
    if (await isJsonLd(path)) return { kind: 'croissant', file: path };
    return { kind: (await isDocument(path)) ? 'document' : 'table', file: path };
  } catch (cause) {
    if (ZhujiError.is(cause)) throw cause;
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ZhujiError(
      missing ? 'not_found' : 'unreadable_file',
      missing
        ? { en: `There is no file or folder ${path}`, zh: `文件或文件夹不存在：${path}` }
        : { en: `${path} cannot be read: ${reason}`, zh: `${path} 无法读取：${reason}` },
      {
        recovery: { en: 'Check the path and its permissions.', zh: '请检查路径及其权限。' },
        details: { file: path },
        cause,
      },
    );
  }
}

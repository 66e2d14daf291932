import { readFile, stat } from 'node:fs/promises';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type ErrorCode, type Sentence, ZhujiError } from '../errors.ts';
import { unknownKey, valueIssue } from './yaml-issue.ts';

const largest = 1_000_000;

interface Place {
  readonly line: number;
  readonly column: number;
}

/** What stands inside wrappers; of alternatives the one that `value` says it is. */
function unwrapped(schema: unknown, value: unknown): unknown {
  let current = schema;
  for (;;) {
    if (
      current instanceof z.ZodOptional ||
      current instanceof z.ZodDefault ||
      current instanceof z.ZodNullable
    ) {
      current = current.unwrap();
    } else if (current instanceof z.ZodPipe) {
      current = current.out;
    } else if (current instanceof z.ZodDiscriminatedUnion) {
      const { discriminator } = current.def;
      const said: unknown =
        typeof value === 'object' && value !== null ? Reflect.get(value, discriminator) : undefined;
      current = current.options.find(
        (option) => option instanceof z.ZodObject && option.shape[discriminator]?.safeParse(said).success,
      );
    } else return current;
  }
}

/** Names that the object at `path` of a schema may have; `value` is what was read. */
function keysAt(schema: unknown, path: readonly PropertyKey[], value: unknown): string[] {
  let current = unwrapped(schema, value);
  let part = value;
  for (const step of path) {
    if (current instanceof z.ZodObject) current = current.shape[String(step)];
    else if (current instanceof z.ZodRecord) current = current.valueType;
    else if (current instanceof z.ZodArray) current = current.element;
    else return [];
    part = typeof part === 'object' && part !== null ? Reflect.get(part, step) : undefined;
    current = unwrapped(current, part);
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

const notYaml = (message: string): Sentence => ({ en: message, zh: `YAML 语法错误：${message}` });

/**
 * Reads a YAML file (at most 1 MB) that a person writes. Errors, each with file, line and column: the given `code` for
 * what is not YAML or not what the schema asks for, `not_found`, `too_large`.
 */
export async function readYaml<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  code: ErrorCode,
): Promise<z.output<Schema>> {
  const size = await stat(file).then(
    (found) => found.size,
    (cause: unknown) => {
      throw new ZhujiError(
        'not_found',
        { en: `There is no file ${file}`, zh: `文件不存在：${file}` },
        {
          recovery: {
            en: 'Check the path: it counts from the folder in which the command runs.',
            zh: '请检查路径：相对路径以运行命令的文件夹为起点。',
          },
          cause,
          details: { file },
        },
      );
    },
  );
  if (size > largest) {
    throw new ZhujiError(
      'too_large',
      {
        en: `${file} has ${size} bytes; a YAML file may have ${largest}`,
        zh: `${file} 有 ${size} 字节，YAML 文件上限为 ${largest} 字节`,
      },
      {
        recovery: { en: 'Check that it is the right file.', zh: '请检查是否选对了文件。' },
        details: { file },
      },
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const refuse = (
    reason: Sentence,
    offset: number | undefined,
    details: Readonly<Record<string, unknown>> = {},
  ): ZhujiError => {
    const place: Place | undefined =
      offset === undefined
        ? undefined
        : { line: lines.linePos(offset).line, column: lines.linePos(offset).col };
    const at = place ? `:${place.line}:${place.column}` : '';
    return new ZhujiError(
      code,
      { en: `${file}${at}: ${reason.en}`, zh: `${file}${at}：${reason.zh}` },
      { recovery: { en: 'Correct that line.', zh: '请更正该行。' }, details: { file, ...place, ...details } },
    );
  };
  const [broken] = document.errors;
  if (broken) throw refuse(notYaml(broken.message), broken.pos[0]);
  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch (error) {
    throw refuse(notYaml(error instanceof Error ? error.message : String(error)), 0);
  }
  const parsed = schema.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw refuse({ en: 'not what is expected', zh: '内容不符合要求' }, 0);
  const unknown = issue.code === 'unrecognized_keys' ? issue.keys[0] : undefined;
  const path = unknown === undefined ? issue.path : [...issue.path, unknown];
  const holder = document.getIn(issue.path, true);
  const pair =
    unknown !== undefined && isMap(holder)
      ? holder.items.find(({ key }) => isScalar(key) && key.value === unknown)
      : undefined;
  const node = pair?.key ?? holder;
  const offset = isNode(node) ? node.range?.[0] : undefined;
  const name = path.map(String).join('.');
  const { reason, details } =
    unknown === undefined
      ? valueIssue(name, issue)
      : unknownKey(name, unknown, keysAt(schema, issue.path, value));
  throw refuse(reason, offset, details);
}

import { readFile, stat } from 'node:fs/promises';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { type ErrorCode, ZhujiError } from '../errors.ts';
import { nearest } from '../nearest.ts';

const largest = 1_000_000;

interface Place {
  readonly line: number;
  readonly column: number;
}

/** Names that the object at `path` of a schema may have. */
function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  let current = schema;
  for (const step of [...path, undefined]) {
    while (
      current instanceof z.ZodOptional ||
      current instanceof z.ZodDefault ||
      current instanceof z.ZodNullable
    ) {
      current = current.unwrap();
    }
    if (step === undefined) break;
    if (current instanceof z.ZodObject) current = current.shape[String(step)];
    else if (current instanceof z.ZodRecord) current = current.valueType;
    else if (current instanceof z.ZodArray) current = current.element;
    else return [];
  }
  return current instanceof z.ZodObject ? Object.keys(current.shape) : [];
}

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
        { cause, details: { file } },
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
      { details: { file } },
    );
  }
  const lines = new LineCounter();
  const document = parseDocument(await readFile(file, 'utf8'), { lineCounter: lines, prettyErrors: false });
  const refuse = (
    reason: string,
    offset: number | undefined,
    details: Record<string, unknown> = {},
  ): ZhujiError => {
    const place: Place | undefined =
      offset === undefined
        ? undefined
        : { line: lines.linePos(offset).line, column: lines.linePos(offset).col };
    const at = place ? `:${place.line}:${place.column}` : '';
    return new ZhujiError(
      code,
      { en: `${file}${at}: ${reason}`, zh: `${file}${at}：${reason}` },
      { recovery: { en: 'Correct that line.', zh: '请更正该行。' }, details: { file, ...place, ...details } },
    );
  };
  const [broken] = document.errors;
  if (broken) throw refuse(broken.message, broken.pos[0]);
  let value: unknown;
  try {
    value = document.toJS() ?? {};
  } catch (error) {
    throw refuse(error instanceof Error ? error.message : String(error), 0);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw refuse('not what is expected', 0);
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
  if (unknown !== undefined) {
    const valid = keysAt(schema, issue.path);
    const meant = nearest(unknown, valid);
    const hint = meant.length > 0 ? `; did you mean ${meant.join(', ')}?` : `; valid: ${valid.join(', ')}`;
    throw refuse(`unknown key "${name}"${hint}`, offset, {
      field: name,
      did_you_mean: meant,
      valid_values: valid,
    });
  }
  throw refuse(name ? `${name}: ${issue.message}` : issue.message, offset, { field: name });
}

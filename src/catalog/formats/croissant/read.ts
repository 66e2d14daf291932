import { readFile, stat } from 'node:fs/promises';
import { ZhujiError } from '../../../workspace/index.ts';
import type { CroissantFinding, CroissantLevel } from './finding.ts';
import { parseJson } from './parse-json.ts';
import { type CroissantMetadata, readMetadata } from './read-metadata.ts';
import { checkCroissant } from './validate.ts';

export interface CroissantReading {
  /** Absent where the findings hold an error. */
  readonly metadata: CroissantMetadata | undefined;
  readonly findings: readonly CroissantFinding[];
}

/** What a parsed Croissant document says, held to `level`. */
export function readCroissantDocument(
  document: unknown,
  level: CroissantLevel = 'reference-compatible',
): CroissantReading {
  const { findings, model } = checkCroissant(document, level);
  const refused = findings.some(({ severity }) => severity === 'error');
  return { findings, metadata: model && !refused ? readMetadata(model) : undefined };
}

/** A metadata file is text that people write; more than this is something else. */
const largest = 64_000_000;

/**
 * Reads a Croissant file (0.8, 1.0 or 1.1). What is wrong with it comes as findings.
 * Errors: `invalid_metadata` (not JSON, with the line), `too_large`, `unreadable_file`.
 */
export async function readCroissant(file: string, level?: CroissantLevel): Promise<CroissantReading> {
  let text: string;
  try {
    const { size } = await stat(file);
    if (size > largest) {
      throw new ZhujiError(
        'too_large',
        {
          en: `${file} has ${size} bytes; metadata may have ${largest}`,
          zh: `${file} 有 ${size} 字节，元数据上限为 ${largest} 字节`,
        },
        {
          recovery: { en: 'Move inline data into files beside it.', zh: '请将内联数据移到旁边的文件中。' },
          details: { file },
        },
      );
    }
    text = await readFile(file, 'utf8');
  } catch (cause) {
    if (ZhujiError.is(cause)) throw cause;
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ZhujiError(
      'unreadable_file',
      { en: `${file} cannot be read: ${reason}`, zh: `${file} 无法读取：${reason}` },
      { details: { file }, cause },
    );
  }
  return readCroissantDocument(parseJson(text, file), level);
}

/** The first error among the findings, as an exception that carries them all. */
export function refusal(file: string, findings: readonly CroissantFinding[]): ZhujiError {
  const errors = findings.filter(({ severity }) => severity === 'error');
  const [first] = errors;
  const more = errors.length - 1;
  return new ZhujiError(
    'invalid_metadata',
    {
      en: `${file}${first?.pointer ? ` at ${first.pointer}` : ''}: ${first?.message.en ?? 'not Croissant'}${more > 0 ? ` (and ${more} more)` : ''}`,
      zh: `${file}${first?.pointer ? ` 的 ${first.pointer}` : ''}：${first?.message.zh ?? '不是 Croissant'}${more > 0 ? `（另有 ${more} 处）` : ''}`,
    },
    { ...(first && { recovery: first.fix }), details: { file, findings: errors } },
  );
}

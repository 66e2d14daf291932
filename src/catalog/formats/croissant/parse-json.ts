import { ZhujiError } from '../../../workspace/index.ts';

/** Line and column (1-based) that a JSON error of the engine names, where it does. */
function placeOf(message: string, text: string): { line: number; column: number } | undefined {
  const position = /at position (\d+)/.exec(message)?.[1];
  if (position === undefined) {
    return /end of JSON/.test(message)
      ? { line: text.split('\n').length, column: (text.split('\n').at(-1)?.length ?? 0) + 1 }
      : undefined;
  }
  const before = text.slice(0, Number(position)).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Parses a JSON metadata file. Errors: `invalid_metadata`, with the line where the engine names it. */
export function parseJson(text: string, file: string): unknown {
  const plain = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    return JSON.parse(plain);
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    const place = placeOf(message, plain);
    const at = place ? `:${place.line}:${place.column}` : '';
    throw new ZhujiError(
      'invalid_metadata',
      { en: `${file}${at} is not JSON: ${message}`, zh: `${file}${at} 不是有效的 JSON：${message}` },
      {
        recovery: { en: 'Correct the file at that place.', zh: '请更正该处。' },
        details: { file, ...place },
        cause,
      },
    );
  }
}

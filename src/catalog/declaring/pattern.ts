import type { Sentence } from '../../workspace/index.ts';

/** The regular expression of a declared pattern; it holds for a whole text. */
export function patternOf(text: string): RegExp {
  return new RegExp(`^(?:${text})$`, 'u');
}

/** Why a text is no regular expression; nothing where it is one. */
export function patternProblem(text: string): Sentence | undefined {
  try {
    new RegExp(text, 'u');
    return undefined;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { en: `it is no regular expression: ${reason}`, zh: `不是有效的正则表达式：${reason}` };
  }
}

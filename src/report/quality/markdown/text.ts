import type { Text } from '../../../workspace/index.ts';
import { markdownText } from '../../markdown.ts';

/** A text as Markdown. */
export type Marked = (text: Text, given?: Readonly<Record<string, string | number>>) => string;

/** Markdown of text whose only markup is `names` in backticks. */
export function markedText(text: string): string {
  return text
    .split('`')
    .map((part, place) => (place % 2 === 1 ? `\`${part.replace(/[\r\n]+/g, ' ')}\`` : markdownText(part)))
    .join('');
}

/** Lines of a list; `none` where there are none. */
export function bulletList(items: readonly string[], none = ''): string {
  return (items.length > 0 ? items : [none]).map((item) => `- ${item}`).join('\n');
}

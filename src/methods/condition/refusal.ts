import { type Sentence, ZhujiError } from '../../workspace/index.ts';

/** `index`: where in the text, from 0. */
export function refusal(text: string, reason: Sentence, index?: number): ZhujiError {
  const shown = text.length > 120 ? `${text.slice(0, 120)}…` : text;
  const [en, zh] =
    index === undefined ? ['', ''] : [` at character ${index + 1}`, `（第 ${index + 1} 个字符）`];
  return new ZhujiError(
    'invalid_argument',
    {
      en: `The condition "${shown}" cannot be read${en}: ${reason.en}`,
      zh: `无法读取判据“${shown}”${zh}：${reason.zh}`,
    },
    {
      recovery: {
        en: 'Write it over field ids with + - * / ( ), abs, min, max, < <= > >= = !=, and, or, not ( ), implies, numbers, pi and "text", without units.',
        zh: '请用字段标识配合 + - * / ( )、abs、min、max、< <= > >= = !=、and、or、not ( )、implies、数值、pi 与 "文本" 书写，不带单位。',
      },
      details: { condition: shown, ...(index !== undefined && { character: index + 1 }) },
    },
  );
}

import { parseDocument } from 'yaml';
import { z } from 'zod';
import { documentGenres, type Sentence, ZhujiError } from '../../workspace/index.ts';
import { languageOf } from '../../workspace/text.ts';
import type { Declared } from './loader.ts';

const words = z.string().trim().min(1);
const bilingual = z.union([
  words.transform((text) => ({ [languageOf(text)]: text })),
  z.object({ zh: words.optional(), en: words.optional() }),
]);
const list = z.union([words.transform((one) => [one]), z.array(words)]);
const printed = z.union([words, z.number().transform(String), z.date().transform((d) => d.toISOString())]);

const schema = z.object({
  title: bilingual.nullish(),
  language: z
    .string()
    .regex(/^(zh|en)\b/i)
    .transform((tag) => (/^zh/i.test(tag) ? ('zh' as const) : ('en' as const)))
    .nullish(),
  kind: z.enum(documentGenres).nullish(),
  datasets: list.nullish(),
  description: bilingual.nullish(),
  version: printed.nullish(),
  license: words.nullish(),
  keywords: list.nullish(),
});

const text = { en: 'must be text', zh: '须为文本' };
const textOrTexts = {
  en: 'must be text, or a text each for zh and en',
  zh: '须为文本，或分别给出 zh 与 en 文本',
};
const texts = { en: 'must be a text or a list of texts', zh: '须为文本或文本列表' };
const wanted: Readonly<Record<keyof z.infer<typeof schema>, Sentence>> = {
  title: textOrTexts,
  language: { en: 'must be zh or en', zh: '须为 zh 或 en' },
  kind: {
    en: `must be one of ${documentGenres.join(', ')}`,
    zh: `须为 ${documentGenres.join('、')} 之一`,
  },
  datasets: texts,
  description: textOrTexts,
  version: { en: 'must be text, a number or a date', zh: '须为文本、数值或日期' },
  license: text,
  keywords: texts,
};

const fence = /^---[ \t]*\r?\n(?:([\s\S]*?)\r?\n)??---[ \t]*(?:\r?\n|$)/;

export interface FrontMatter {
  readonly declared: Declared;
  /** Where the document proper begins. */
  readonly end: number;
}

function refuse(path: string, line: number, { en, zh }: Sentence): ZhujiError {
  return new ZhujiError(
    'invalid_metadata',
    { en: `${path}, front matter, line ${line}: ${en}`, zh: `${path}，文档头信息第 ${line} 行：${zh}` },
    {
      recovery: {
        en: 'Correct the lines between the two --- at the top of the file, or remove them.',
        zh: '请更正文件开头两个 --- 之间的内容，或将其删除。',
      },
      details: { file: path, line },
    },
  );
}

/** Reads YAML between two `---` at the very top, where there is any. Errors: `invalid_metadata`. */
export function frontMatter(text: string, path: string): FrontMatter {
  const none: FrontMatter = { declared: { datasets: [], keywords: [] }, end: 0 };
  const found = fence.exec(text);
  if (!found) return none;
  const source = parseDocument(found[1] ?? '', { logLevel: 'silent' });
  const [error] = source.errors;
  if (error) {
    const reason = error.message.split('\n')[0]?.replace(/:$/, '') ?? '';
    throw refuse(path, (error.linePos?.[0].line ?? 0) + 1, { en: reason, zh: `YAML 语法错误（${reason}）` });
  }
  const value: unknown = source.toJS();
  // A rule, some words and another rule: ordinary Markdown.
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) return none;
  const parsed = schema.safeParse(value ?? {});
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const key = issue?.path[0] as keyof typeof wanted;
    const line = (found[1] ?? '').split('\n').findIndex((l) => l.startsWith(key)) + 2;
    const { en, zh } = wanted[key];
    throw refuse(path, line, { en: `\`${key}\` ${en}`, zh: `\`${key}\` ${zh}` });
  }
  const { title, language, kind, datasets, description, version, license, keywords } = parsed.data;
  return {
    declared: {
      datasets: datasets ?? [],
      keywords: keywords ?? [],
      ...(title && { title }),
      ...(language && { language }),
      ...(kind && { genre: kind }),
      ...(description && { description }),
      ...(version && { version }),
      ...(license && { license }),
    },
    end: found[0].length,
  };
}

import {
  type KnowledgeHit,
  type KnowledgeResult,
  type KnowledgeSearch,
  type Passage,
  ZhujiError,
} from '../../workspace/index.ts';
import { isStandard } from '../analysis/identifiers.ts';
import type { Collection } from './collection.ts';
import { highlights } from './highlights.ts';
import { type Question, understand } from './question.ts';
import { rank } from './rank.ts';
import { relevant } from './relevance.ts';
import { candidates } from './score.ts';

function check(search: KnowledgeSearch, collection: Collection): void {
  if (!search.query.trim()) {
    throw new ZhujiError(
      'invalid_argument',
      { en: 'The query is blank.', zh: '检索词为空。' },
      {
        recovery: {
          en: 'Ask for something in words, Chinese or English.',
          zh: '请用中文或英文写出要查找的内容。',
        },
        details: { argument: 'query' },
      },
    );
  }
  for (const argument of ['limit', 'offset'] as const) {
    const value = search[argument];
    if (!Number.isInteger(value) || value < 0) {
      throw new ZhujiError(
        'invalid_argument',
        {
          en: `\`${argument}\` is ${value}; it must be a whole number from 0.`,
          zh: `\`${argument}\` 为 ${value}，须为不小于 0 的整数。`,
        },
        {
          details: { argument },
        },
      );
    }
  }
  if (search.document !== undefined) collection.document(search.document);
}

/** Highlights take longer than the search itself, and are looked for when they are asked for. */
function hit(passage: Passage, score: number, question: Question): KnowledgeHit {
  let found: KnowledgeHit['highlights'] | undefined;
  return {
    passage,
    score,
    get highlights() {
      found ??= highlights(passage.text, question);
      return found;
    },
  };
}

/** Where filters and relevance leave more than `limit`, the rest is reached by `offset`. */
export async function searchCollection(
  collection: Collection,
  search: KnowledgeSearch,
): Promise<KnowledgeResult> {
  check(search, collection);
  const { lexical, rows, semantic } = collection;
  const question = understand(search.query, lexical, collection.spoken);
  const describes = (links: readonly { relation: string; target: string }[]) =>
    links.some(({ relation, target }) => relation === 'describes' && target === dataset);
  const { language, document, dataset, genre, standard } = search;
  const filtered = [language, document, dataset, genre, standard].some((filter) => filter !== undefined);
  const accept = (at: number): boolean => {
    const row = rows[at];
    if (!row) return false;
    const { entry } = row.document;
    if (language && row.passage.language !== language) return false;
    if (document !== undefined && entry.id !== document) return false;
    if (genre && entry.genre !== genre) return false;
    if (standard !== undefined && !entry.standards.some((number) => isStandard(number, standard)))
      return false;
    return dataset === undefined || describes(entry.links);
  };
  const [asked] = (await semantic?.embedder.embed([search.query])) ?? [];
  const meaning = semantic && asked ? { ...semantic, asked } : undefined;
  const found = candidates(question, lexical, {
    ...(filtered && { accept }),
    ...(meaning && { meaning }),
  });
  const ranked = rank(relevant(found, question, meaning?.floor), question, lexical, meaning?.weight ?? 0);
  const page = ranked.slice(search.offset, search.offset + search.limit);
  return {
    total: ranked.length,
    hits: page.flatMap(({ row: at, score }) => {
      const passage = collection.passage(at);
      return passage ? [hit(passage, score, question)] : [];
    }),
  };
}

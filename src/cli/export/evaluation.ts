import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { type Results, readScenario, resultsSchema } from '../../../evals/index.ts';
import type { AssessmentInputs } from '../../quality/exports/index.ts';
import { layoutOf } from '../../workspace/folder/index.ts';
import { type DatasetEntry, ZhujiError } from '../../workspace/index.ts';

function unreadable(file: string, reason: string, code: 'not_found' | 'invalid_metadata'): ZhujiError {
  return new ZhujiError(
    code,
    {
      en: `${file} holds no results of an evaluation: ${reason}`,
      zh: `${file} 不是评测结果：${reason}`,
    },
    {
      recovery: {
        en: 'Give a results.json that "zhuji eval" wrote.',
        zh: '请给出 "zhuji eval" 写出的 results.json。',
      },
      details: { file },
    },
  );
}

async function readResults(file: string): Promise<readonly Results[]> {
  const text = await readFile(file, 'utf8').catch((error: Error) => {
    throw unreadable(file, error.message, 'not_found');
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw unreadable(file, error instanceof Error ? error.message : String(error), 'invalid_metadata');
  }
  const parsed = z.array(resultsSchema).safeParse(json);
  if (!parsed.success) throw unreadable(file, z.prettifyError(parsed.error), 'invalid_metadata');
  return parsed.data;
}

/** Whether a scenario of the workspace asks about the dataset; `false` for one that is not there. */
async function asksAbout(root: string, scenario: string, dataset: string): Promise<boolean> {
  const found = await readScenario(root, scenario).catch((error: unknown) => {
    if (ZhujiError.is(error)) return undefined;
    throw error;
  });
  return found?.datasets.includes(dataset) ?? false;
}

const reasons = {
  unused: {
    en: 'no scenario of the evaluation asks about the dataset',
    zh: '评测中没有针对该数据集的场景',
  },
  otherVersion: {
    en: 'the evaluation is of another version of the dataset',
    zh: '评测针对的是数据集的另一版本',
  },
  otherArms: {
    en: 'the evaluation does not compare with and without data',
    zh: '评测未比较有无数据',
  },
} as const;

/** The evaluation about this version of the dataset: that of most questions, where there are several. */
async function evidenceIn(
  results: readonly Results[],
  { id, hash }: DatasetEntry,
  root: string,
): Promise<AssessmentInputs> {
  const about: Results[] = [];
  for (const one of results) if (await asksAbout(root, one.manifest.scenario, id)) about.push(one);
  if (about.length === 0) return { noEvaluation: reasons.unused };
  const current = about.filter(({ manifest }) =>
    manifest.data.some((one) => one.id === id && one.hash === hash),
  );
  if (current.length === 0) return { noEvaluation: reasons.otherVersion };
  const comparisons = current.flatMap(({ manifest, arms, comparisons: all, startedAt }) =>
    all
      .filter(({ before, after }) => before === 'none' && after === 'full')
      .map((comparison) => ({ manifest, arms, comparison, startedAt })),
  );
  const [found] = comparisons.toSorted((a, b) => b.comparison.items - a.comparison.items);
  if (!found) return { noEvaluation: reasons.otherArms };
  const { manifest, arms, comparison, startedAt } = found;
  const { before, after, difference, items, verdict } = comparison;
  const scoreOf = (arm: string) => arms.find((one) => one.id === arm)?.score?.estimate ?? null;
  return {
    evaluation: {
      scenario: manifest.scenario,
      agent: manifest.agent,
      model: manifest.model,
      before: { arm: before, score: scoreOf(before) },
      after: { arm: after, score: scoreOf(after) },
      difference,
      items,
      verdict,
      startedAt,
    },
  };
}

/**
 * What an evaluation says of this dataset version, for indicator 0305: of the file that was `named`, or else of the newest
 * report of the workspace. Errors: `not_found`, `invalid_metadata`.
 */
export async function readEvaluation(
  named: string | undefined,
  root: string,
  entry: DatasetEntry,
): Promise<AssessmentInputs> {
  const file = named ?? join(layoutOf(root).runs, 'latest', 'results.json');
  const results = await readResults(file).catch((error: unknown) => {
    if (named === undefined && ZhujiError.is(error) && error.code === 'not_found') return undefined;
    throw error;
  });
  return results ? evidenceIn(results, entry, root) : {};
}

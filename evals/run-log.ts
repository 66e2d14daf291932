import { appendFile, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ZhujiError } from '../src/workspace/index.ts';
import { type Manifest, manifestSchema, type Trial, trialSchema } from './results.ts';

/** The append-only record of a run: what was done survives a stop, what failed is done again. */
export interface RunLog {
  /** Scored trials that earlier runs left. */
  readonly done: readonly Trial[];
  append(trial: Trial): Promise<void>;
}

/**
 * Opens the log of a run in `folder`. With `resume`, goes on where an earlier run of the same manifest stopped.
 * Errors: `stale` where the earlier run had other data, items, prompt, tools or model.
 */
export async function openRunLog(folder: string, manifest: Manifest, resume: boolean): Promise<RunLog> {
  await mkdir(folder, { recursive: true });
  const manifestFile = join(folder, 'manifest.json');
  const trialFile = join(folder, 'trials.jsonl');
  const earlier = resume ? await readFile(manifestFile, 'utf8').catch(() => undefined) : undefined;
  if (earlier === undefined) {
    await rm(trialFile, { force: true });
    await writeFile(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`);
  } else {
    requireSame(manifestSchema.parse(JSON.parse(earlier)), manifest, folder);
  }
  const text = await readFile(trialFile, 'utf8').catch(() => '');
  const done = text
    .split('\n')
    .flatMap(readTrial)
    .filter((trial) => trial.status === 'scored');
  // A kill in the middle of a write leaves half a line: end it, so that the next one stands alone.
  if (text && !text.endsWith('\n')) await appendFile(trialFile, '\n');
  return {
    done,
    append: (trial) => appendFile(trialFile, `${JSON.stringify(trialSchema.parse(trial))}\n`),
  };
}

function readTrial(line: string): Trial[] {
  try {
    return [trialSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

function requireSame(earlier: Manifest, now: Manifest, folder: string): void {
  const changed = (Object.keys(now) as (keyof Manifest)[]).filter(
    (key) => JSON.stringify(earlier[key]) !== JSON.stringify(now[key]),
  );
  if (changed.length === 0) return;
  throw new ZhujiError(
    'stale',
    {
      en: `The run in ${folder} cannot be resumed: ${changed.join(', ')} changed since`,
      zh: `无法续跑 ${folder} 中的评测：${changed.join('、')} 已发生变化`,
    },
    {
      recovery: { en: 'Run it anew without --resume.', zh: '请去掉 --resume 重新运行。' },
      details: { changed },
    },
  );
}

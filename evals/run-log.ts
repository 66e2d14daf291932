import { appendFile, mkdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { writeAtomically } from '../src/workspace/folder/index.ts';
import { ZhujiError } from '../src/workspace/index.ts';
import { type Manifest, manifestSchema, type Trial, trialSchema } from './results.ts';

/** The append-only record of a run: what was done survives a stop, what failed is done again. */
export interface RunLog {
  /** Scored trials that earlier runs left. */
  readonly done: readonly Trial[];
  /** Errors: `denied` where it cannot be written. */
  append(trial: Trial): Promise<void>;
}

/**
 * Opens the log of a run in `folder`. With `resume`, goes on where an earlier run of the same manifest stopped.
 * Errors: `stale` where the earlier run had other data, items, prompt, tools or model; `denied`.
 */
export async function openRunLog(folder: string, manifest: Manifest, resume: boolean): Promise<RunLog> {
  const manifestFile = join(folder, 'manifest.json');
  const trialFile = join(folder, 'trials.jsonl');
  const append = (text: string) => appendFile(trialFile, text).catch(cannotUse(folder));
  await mkdir(folder, { recursive: true }).catch(cannotUse(folder));
  const earlier = resume ? await textOf(manifestFile, folder) : undefined;
  if (earlier === undefined) {
    await rm(trialFile, { force: true }).catch(cannotUse(folder));
    await writeAtomically(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`).catch(cannotUse(folder));
  } else {
    requireSame(readManifest(earlier, folder), manifest, folder);
  }
  const text = (await textOf(trialFile, folder)) ?? '';
  const done = text
    .split('\n')
    .flatMap(readTrial)
    .filter((trial) => trial.status === 'scored');
  // A kill in the middle of a write leaves half a line: end it, so that the next one stands alone.
  if (text && !text.endsWith('\n')) await append('\n');
  let written = Promise.resolve();
  return {
    done,
    append(trial) {
      const line = `${JSON.stringify(trialSchema.parse(trial))}\n`;
      // One after the other: of two long lines at once, parts could alternate.
      written = written.then(() => append(line));
      return written;
    },
  };
}

/** Removes the log of an earlier run, where there is one. Errors: `denied`. */
export async function forgetRun(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true }).catch(cannotUse(folder));
}

/** The text of a file, or `undefined` where there is none. */
const textOf = (file: string, folder: string) =>
  readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) =>
    error.code === 'ENOENT' ? undefined : cannotUse(folder)(error),
  );

function cannotUse(folder: string): (cause: unknown) => never {
  return (cause) => {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ZhujiError(
      'denied',
      {
        en: `The run's log in ${folder} cannot be used: ${reason}`,
        zh: `无法使用 ${folder} 中的评测日志：${reason}`,
      },
      {
        recovery: {
          en: 'Check permissions and free space, then go on with --resume.',
          zh: '请检查权限与剩余空间，再用 --resume 续跑。',
        },
        details: { folder },
        cause,
      },
    );
  };
}

function readTrial(line: string): Trial[] {
  try {
    return [trialSchema.parse(JSON.parse(line))];
  } catch {
    return [];
  }
}

function readManifest(text: string, folder: string): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(text));
  } catch {
    throw cannotResume(folder, ['manifest.json']);
  }
}

function requireSame(earlier: Manifest, now: Manifest, folder: string): void {
  const changed = (Object.keys(now) as (keyof Manifest)[]).filter(
    (key) => JSON.stringify(earlier[key]) !== JSON.stringify(now[key]),
  );
  if (changed.length > 0) throw cannotResume(folder, changed);
}

function cannotResume(folder: string, changed: readonly string[]): ZhujiError {
  return new ZhujiError(
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

import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { lock } from 'proper-lockfile';
import { z } from 'zod';
import { ZhujiError } from '../errors.ts';
import type { Layout } from './layout.ts';

const holderSchema = z.object({ pid: z.number(), host: z.string(), task: z.string(), since: z.string() });

/** A lock whose holder died is free again after this long. */
const stale = 10_000;

async function cannotLock(note: string, cause: unknown): Promise<ZhujiError> {
  if (!(cause instanceof Error && 'code' in cause && cause.code === 'ELOCKED')) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new ZhujiError(
      'denied',
      { en: `The workspace cannot be written: ${reason}`, zh: `工作区无法写入：${reason}` },
      { recovery: { en: 'Check the permissions of its folder.', zh: '请检查其文件夹的权限。' }, cause },
    );
  }
  const holder = await readFile(note, 'utf8').then(
    (text) => holderSchema.safeParse(JSON.parse(text)).data,
    () => undefined,
  );
  const en = holder
    ? `process ${holder.pid} on ${holder.host} (${holder.task}, since ${holder.since})`
    : 'another process';
  const zh = holder
    ? `${holder.host} 上的进程 ${holder.pid}（${holder.task}，始于 ${holder.since}）`
    : '另一进程';
  return new ZhujiError(
    'locked',
    { en: `The workspace is being written by ${en}`, zh: `工作区正由${zh}写入` },
    {
      recovery: {
        en: `Wait for it to end; if it is gone, try again in ${stale / 1000} seconds.`,
        zh: `请等待其结束；若该进程已不存在，请在 ${stale / 1000} 秒后重试。`,
      },
      details: { ...holder },
      cause,
    },
  );
}

/**
 * Runs `work` while no other process writes to the workspace; waits up to about `patience` milliseconds for its turn.
 * Readers need no lock. Errors: `locked`, with who holds it.
 */
export async function withWriteLock<Result>(
  { derived }: Layout,
  task: string,
  work: () => Promise<Result>,
  patience = 20_000,
): Promise<Result> {
  await mkdir(derived, { recursive: true });
  const note = join(derived, 'writer.json');
  let lost: Error | undefined;
  const release = await lock(derived, {
    lockfilePath: join(derived, 'writer.lock'),
    stale,
    retries: { retries: Math.ceil(patience / 250), minTimeout: 250, maxTimeout: 250 },
    onCompromised: (error) => {
      lost = error;
    },
  }).catch(async (error: unknown) => {
    throw await cannotLock(note, error);
  });
  try {
    await writeFile(
      note,
      JSON.stringify({ pid: process.pid, host: hostname(), task, since: new Date().toISOString() }),
    );
    return await work();
  } finally {
    if (!lost) await release();
  }
}

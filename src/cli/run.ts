import { resolve } from 'node:path';
import type { Command } from 'commander';
import pc from 'picocolors';
import { z } from 'zod';
import { type Language, type OnProgress, ZhujiError } from '../workspace/index.ts';
import { type ExitCode, exitCodeOf, exitCodes } from './exit-codes.ts';
import { localeLanguage } from './language.ts';
import { progressLine } from './progress.ts';

/** What every command is given. */
export interface CommandContext {
  /** The folder named with `--workspace`, or the current one. */
  readonly directory: string;
  readonly language: Language;
  readonly json: boolean;
  readonly signal: AbortSignal;
  readonly progress: OnProgress;
}

/** What a command found: for machines, for people, for the shell. */
export interface Outcome<Data> {
  readonly data: Data;
  readonly text: string;
  readonly exit?: ExitCode;
}

/** JSON that `--json` prints where a command failed. */
export const failureSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    recovery: z.string(),
    details: z.record(z.string(), z.unknown()),
  }),
});

/** Refusals of the file system: the user's to solve, and no fault of ours. */
const refusals = ['EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EFBIG', 'ENOTDIR', 'EISDIR'];

function refusal(error: unknown): ZhujiError | undefined {
  if (!(error instanceof Error && 'code' in error && refusals.includes(String(error.code)))) return undefined;
  return new ZhujiError(
    'denied',
    { en: `The file system refused: ${error.message}`, zh: `文件系统拒绝操作：${error.message}` },
    {
      recovery: { en: 'Check path, permissions and free space.', zh: '请检查路径、权限与剩余空间。' },
      cause: error,
    },
  );
}

function fail(thrown: unknown, json: boolean, language: Language): void {
  const error = refusal(thrown) ?? thrown;
  const known = ZhujiError.is(error) ? error : undefined;
  const { message, recovery } = known?.in(language) ?? {
    message: error instanceof Error ? error.message : String(error),
    recovery:
      language === 'zh'
        ? '这是本程序的错误，请附上命令报告。'
        : 'This is a fault of ours; please report it with the command.',
  };
  const code = known?.code ?? 'internal';
  if (json) {
    const failure = failureSchema.parse({
      error: { code, message, recovery, details: known?.details ?? {} },
    });
    process.stdout.write(`${JSON.stringify(failure)}\n`);
  } else {
    process.stderr.write(`${pc.red(language === 'zh' ? '错误' : 'error')} ${message} [${code}]\n`);
    if (recovery) process.stderr.write(`${pc.dim(language === 'zh' ? '建议' : 'to do')} ${recovery}\n`);
  }
  process.exitCode = exitCodeOf(error);
}

/**
 * The action of a command: builds its context from the global options, runs it, prints its outcome (validated against
 * `schema` with `--json`), and turns what it throws into one message and an exit code. Ctrl-C aborts the signal.
 */
export function run<Schema extends z.ZodType, Arguments extends unknown[]>(
  schema: Schema,
  handler: (context: CommandContext, ...args: Arguments) => Promise<Outcome<z.input<Schema>>>,
): (...args: [...Arguments, Command]) => Promise<void> {
  return async (...args) => {
    const command = args.at(-1) as Command;
    const options = command.optsWithGlobals<{ workspace?: string; json?: boolean; language?: Language }>();
    const language = options.language ?? localeLanguage();
    const json = options.json ?? false;
    const abort = new AbortController();
    const interrupt = () =>
      abort.abort(
        new ZhujiError(
          'cancelled',
          { en: 'Stopped by the user', zh: '已由用户停止' },
          {
            recovery: {
              en: 'Nothing is half written. Run the command again; an evaluation goes on with --resume.',
              zh: '没有留下写了一半的内容。可重新运行该命令；评测可加 --resume 续跑。',
            },
          },
        ),
      );
    process.once('SIGINT', interrupt);
    const progress = progressLine();
    try {
      const outcome = await handler(
        {
          directory: resolve(options.workspace ?? '.'),
          language,
          json,
          signal: abort.signal,
          progress: progress.report,
        },
        ...(args.slice(0, -1) as Arguments),
      );
      progress.stop(true);
      process.stdout.write(
        json ? `${JSON.stringify(schema.parse(outcome.data))}\n` : outcome.text && `${outcome.text}\n`,
      );
      process.exitCode = outcome.exit ?? exitCodes.ok;
    } catch (error) {
      progress.stop(false);
      fail(abort.signal.aborted ? abort.signal.reason : error, json, language);
    } finally {
      process.off('SIGINT', interrupt);
    }
  };
}

import { Command, Option } from 'commander';
import { packageVersion } from '../workspace/version.ts';
import { exitCodes } from './exit-codes.ts';
import { languageOfWords } from './language.ts';
import { usageError } from './usage-error.ts';

/** Each command loads what it needs when it is asked for: the libraries behind them take longer to load than to run. */
const commands: Readonly<Record<string, () => Promise<(program: Command) => void>>> = {
  init: async () => (await import('./commands/init.ts')).addInit,
  add: async () => (await import('./commands/add.ts')).addAdd,
  check: async () => (await import('./commands/check.ts')).addCheck,
  repair: async () => (await import('./commands/repair.ts')).addRepair,
  measures: async () => (await import('./commands/measures.ts')).addMeasures,
  export: async () => (await import('./commands/export.ts')).addExport,
  agreement: async () => (await import('./commands/agreement.ts')).addAgreement,
  index: async () => (await import('./commands/index-command.ts')).addIndex,
  search: async () => (await import('./commands/search.ts')).addSearch,
  serve: async () => (await import('./commands/serve.ts')).addServe,
  agent: async () => (await import('./commands/agent.ts')).addAgent,
  eval: async () => (await import('./commands/eval.ts')).addEval,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctor,
  demo: async () => (await import('./commands/demo.ts')).addDemo,
};

/** The command line, with the commands whose names stand among `words`, or all of them. Usage errors end with exit code 2. */
export async function program(words: readonly string[]): Promise<Command> {
  const zhuji = new Command('zhuji')
    .description('Serves industrial datasets to AI agents, and measures how much they help · 筑基')
    .version(packageVersion())
    .option('--workspace <folder>', 'workspace (default: the current folder or one above it) · 工作区')
    .option('--json', 'result as JSON on stdout, and nothing else there · 以 JSON 输出')
    .addOption(
      new Option('--language <language>', 'language of messages (default: from the locale) · 语言').choices([
        'zh',
        'en',
      ]),
    )
    .showHelpAfterError('(zhuji --help)')
    .configureOutput({ outputError: (text, write) => write(usageError(text, languageOfWords(words))) })
    .exitOverride(({ exitCode, message }) => {
      if (exitCode === 0) process.exit(exitCodes.ok);
      if (words.includes('--json')) {
        const error = { code: 'invalid_argument', message, recovery: 'zhuji --help', details: {} };
        process.stdout.write(`${JSON.stringify({ error })}\n`);
      }
      process.exit(exitCodes.usage);
    });
  const named = Object.keys(commands).filter((name) => words.includes(name));
  const wanted = words.includes('--version') ? [] : named.length > 0 ? named : Object.keys(commands);
  for (const name of wanted) {
    const add = await commands[name]?.();
    add?.(zhuji);
  }
  for (const command of zhuji.commands) command.copyInheritedSettings(zhuji);
  return zhuji;
}

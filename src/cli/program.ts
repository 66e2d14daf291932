import { Command, Option } from 'commander';
import { addAdd } from './commands/add.ts';
import { addAgent } from './commands/agent.ts';
import { addCheck } from './commands/check.ts';
import { addDemo } from './commands/demo.ts';
import { addDoctor } from './commands/doctor.ts';
import { addEval } from './commands/eval.ts';
import { addIndex } from './commands/index-command.ts';
import { addInit } from './commands/init.ts';
import { addSearch } from './commands/search.ts';
import { addServe } from './commands/serve.ts';
import { exitCodes } from './exit-codes.ts';
import { packageVersion } from './version.ts';

const commands = [
  addInit,
  addAdd,
  addCheck,
  addIndex,
  addSearch,
  addServe,
  addAgent,
  addEval,
  addDoctor,
  addDemo,
];

/** The command line. Usage errors end with exit code 2. */
export function program(): Command {
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
    .exitOverride((error) => {
      process.exit(error.exitCode === 0 ? exitCodes.ok : exitCodes.usage);
    });
  for (const add of commands) add(zhuji);
  for (const command of zhuji.commands) command.copyInheritedSettings(zhuji);
  return zhuji;
}

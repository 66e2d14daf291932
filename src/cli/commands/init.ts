import { resolve } from 'node:path';
import type { Command } from 'commander';
import { z } from 'zod';
import { initWorkspace } from '../../workspace/folder/index.ts';
import { run } from '../run.ts';
import { wholeNumber } from '../whole-number.ts';

const schema = z.object({
  workspace: z.string(),
  datasets: z.array(z.string()),
  documents: z.number().int(),
  scenarios: z.array(z.string()),
});

export function addInit(program: Command): void {
  program
    .command('init')
    .description('make a workspace, with --demo a filled one · 新建工作区')
    .argument('[folder]', 'where (default: --workspace, or the current folder) · 位置')
    .option('--demo', 'fill it from the simulators · 用仿真数据填充')
    .option('--seed <number>', 'seed of the simulators · 随机种子', '1')
    .action(
      run(schema, async (context, folder: string | undefined, options: { demo?: boolean; seed: string }) => {
        const workspace = folder ? resolve(folder) : context.directory;
        const seed = wholeNumber(options.seed, '--seed', 0);
        await initWorkspace(workspace);
        const filled = options.demo
          ? await (await import('../demo/fill-demo.ts')).fillDemo(workspace, seed, context)
          : { datasets: [], documents: 0, scenarios: [] };
        return {
          data: { workspace, ...filled },
          text:
            context.language === 'zh'
              ? `工作区已建立：${workspace}（数据集 ${filled.datasets.length}，文档 ${filled.documents}，场景 ${filled.scenarios.length}）\n下一步：zhuji add <文件>、zhuji check、zhuji serve`
              : `Workspace made: ${workspace} (${filled.datasets.length} datasets, ${filled.documents} documents, ${filled.scenarios.length} scenarios)\nNext: zhuji add <file>, zhuji check, zhuji serve`,
        };
      }),
    );
}

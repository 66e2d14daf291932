import type { Command } from 'commander';
import pc from 'picocolors';
import { z } from 'zod';
import { chooseModel } from '../../../agents/index.ts';
import { vectorIndexKind } from '../../knowledge/index.ts';
import { tableEngineVersion } from '../../tables/index.ts';
import { findWorkspace } from '../../workspace/folder/index.ts';
import { type Language, ZhujiError } from '../../workspace/index.ts';
import { packageVersion } from '../../workspace/version.ts';
import { exitCodes } from '../exit-codes.ts';
import { run } from '../run.ts';

const schema = z.object({
  version: z.string(),
  checks: z.array(
    z.object({
      id: z.string(),
      status: z.enum(['ok', 'limited', 'failed']),
      message: z.string(),
    }),
  ),
});
type Check = z.infer<typeof schema>['checks'][number];

function node(zh: boolean): Check {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const enough = major > 20 || (major === 20 && minor >= 20);
  return {
    id: 'node',
    status: enough ? 'ok' : 'failed',
    message: `Node ${process.versions.node}${enough ? '' : zh ? '，需要 20.20 或更新版本' : '; 20.20 or newer is needed'}`,
  };
}

async function tables(zh: boolean): Promise<Check> {
  try {
    return { id: 'tables', status: 'ok', message: `DuckDB ${await tableEngineVersion()}` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return {
      id: 'tables',
      status: 'failed',
      message: `${zh ? 'DuckDB 无法加载' : 'DuckDB cannot be loaded'}: ${reason}`,
    };
  }
}

async function vectors(zh: boolean): Promise<Check> {
  const { kind, reason } = await vectorIndexKind();
  if (kind === 'hnsw') return { id: 'vectors', status: 'ok', message: 'hnswlib-node' };
  return {
    id: 'vectors',
    status: 'limited',
    message: zh
      ? `hnswlib-node 不可用，改用精确检索（结果相同，大型知识库较慢）：${reason}`
      : `hnswlib-node cannot be loaded; exact search takes its place (same results, slower on large collections): ${reason}`,
  };
}

function model(language: Language): Check {
  const zh = language === 'zh';
  try {
    const { kind, name } = chooseModel(process.env);
    if (kind !== 'reference-policy') {
      const url = process.env['OPENAI_BASE_URL'] || 'https://api.openai.com/v1';
      return {
        id: 'model',
        status: 'ok',
        message: zh ? `模型 ${name}，端点 ${url}（未测试连接）` : `model ${name} at ${url} (not contacted)`,
      };
    }
  } catch (error) {
    if (!ZhujiError.is(error)) throw error;
    const { message, recovery } = error.in(language);
    return { id: 'model', status: 'failed', message: `${message}. ${recovery}` };
  }
  return {
    id: 'model',
    status: 'limited',
    message: zh
      ? '未配置模型：智能体使用免密钥参考策略。设置 OPENAI_API_KEY、ZHUJI_MODEL（及 OPENAI_BASE_URL）可使用语言模型。'
      : 'no model configured: agents use the keyless reference policy. Set OPENAI_API_KEY, ZHUJI_MODEL (and OPENAI_BASE_URL) for a language model.',
  };
}

async function workspace(directory: string, zh: boolean): Promise<Check> {
  try {
    const { root } = await findWorkspace(directory);
    return { id: 'workspace', status: 'ok', message: root };
  } catch {
    return {
      id: 'workspace',
      status: 'limited',
      message: zh
        ? `${directory} 不在工作区中；zhuji init 可新建`
        : `${directory} is in no workspace; zhuji init makes one`,
    };
  }
}

export function addDoctor(program: Command): void {
  program
    .command('doctor')
    .description('what this machine and configuration can do · 检查环境与配置')
    .action(
      run(schema, async ({ directory, language }) => {
        const zh = language === 'zh';
        const checks = [
          node(zh),
          await tables(zh),
          await vectors(zh),
          model(language),
          await workspace(directory, zh),
        ];
        const marks = { ok: pc.green('✓'), limited: pc.yellow('–'), failed: pc.red('✗') };
        return {
          data: { version: packageVersion(), checks },
          text: [
            `zhuji ${packageVersion()}`,
            ...checks.map(({ id, status, message }) => `${marks[status]} ${id.padEnd(10)} ${message}`),
          ].join('\n'),
          exit: checks.some(({ status }) => status === 'failed') ? exitCodes.finding : exitCodes.ok,
        };
      }),
    );
}

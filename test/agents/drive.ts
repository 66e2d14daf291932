import type { Procedure, ToolCall, ToolResult } from '../../agents/shared/procedure.ts';
import { languageOf, type Workspace, ZhujiError } from '../../src/workspace/index.ts';
import { tools } from '../../tools/index.ts';

/** Items in one answer: few, so that whoever reads an answer must follow `next`. */
const budget = 60;

export interface Driven<Answer> {
  readonly answer: Answer;
  readonly calls: readonly ToolCall[];
}

/** Runs a procedure against a workspace's tools, with no server and no loop between. */
export async function drive<Answer>(
  procedure: Procedure<Answer>,
  workspace: Workspace,
  text: string,
): Promise<Driven<Answer>> {
  const run = procedure({ text, language: languageOf(text) });
  const calls: ToolCall[] = [];
  let state = run.next([]);
  while (!state.done) {
    calls.push(...state.value);
    if (calls.length > 60) throw new Error('The procedure calls tools without end.');
    state = run.next(await Promise.all(state.value.map((call) => execute(workspace, call))));
  }
  return { answer: state.value, calls };
}

const context = (workspace: Workspace) => ({
  workspace,
  signal: new AbortController().signal,
  readResource: () =>
    Promise.reject(new ZhujiError('not_found', { en: 'No resources here.', zh: '此处没有资源。' })),
});

async function execute(workspace: Workspace, call: ToolCall): Promise<ToolResult> {
  const tool = tools.find(({ name }) => name === call.name);
  if (!tool) throw new Error(`There is no tool ${call.name}.`);
  try {
    const input = tool.input.parse(call.arguments);
    const [first = '', second] = String(input['page'] ?? tool.pageSize ?? 50).split('/');
    const page = { offset: second ? Number(first) : 0, limit: Math.min(budget, Number(second ?? first)) };
    const { head, items } = await tool.answer(input, page, context(workspace));
    const until = items ? items.offset + items.values.length : 0;
    const more = items && items.values.length > 0 && until < items.total;
    const data = {
      ...head,
      ...(items && { [items.key]: items.values }),
      ...(more && {
        next: { tool: call.name, arguments: { ...call.arguments, page: `${until}/${page.limit}` } },
      }),
    };
    return { call, ok: true, data };
  } catch (error) {
    if (!ZhujiError.is(error)) throw error;
    return { call, ok: false, data: { code: error.code, message: error.message, recovery: error.recovery } };
  }
}

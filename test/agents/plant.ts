import { onTestFinished } from 'vitest';
import {
  type Agent,
  type AnswerBase,
  type Connection,
  connectToWorkspace,
  referencePolicy,
  type Run,
  runAgent,
} from '../../agents/index.ts';
import { add } from '../../src/add.ts';
import { openWorkspace } from '../../src/open.ts';
import { emptyWorkspace, file } from '../open/workspace-folder.ts';

/** A file to bring in: text by name, or a path to one that exists. `id` is the dataset's. */
export type Source = { readonly name: string; readonly text: string; readonly id?: string } | { readonly path: string; readonly id?: string };

/** A workspace made of these files, served in this process: the stack as users have it. */
export async function connectToPlant(sources: readonly Source[]): Promise<Connection> {
  const { layout, beside } = await emptyWorkspace();
  for (const source of sources) {
    const path = 'path' in source ? source.path : await file(beside, source.name, source.text);
    await add(layout.root, path, source.id ? { id: source.id } : {});
  }
  const workspace = await openWorkspace(layout.root);
  const connection = await connectToWorkspace(workspace);
  onTestFinished(async () => {
    await connection.close();
    await workspace.close();
  });
  return connection;
}

/** The reference policy's answer to a question, with its steps. */
export async function ask<Answer extends AnswerBase>(
  agent: Agent<Answer>,
  connection: Connection,
  question: string,
): Promise<Run<Answer> & { readonly answer: Answer }> {
  const run = await runAgent({ agent, question, connection, model: referencePolicy });
  if (!run.answer) throw new Error(`No answer: ${run.stopped?.message}`);
  return { ...run, answer: run.answer };
}

import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import {
  type Agent,
  type AnswerBase,
  type Connection,
  connectToWorkspace,
  type Run,
  referencePolicy,
  runAgent,
} from '../../agents/index.ts';
import { type AddOptions, add } from '../../src/add.ts';
import { openWorkspace } from '../../src/open.ts';
import { type Simulation, writeSimulation } from '../../src/simulation/index.ts';
import { initWorkspace } from '../../src/workspace/folder/index.ts';

/** A file to bring in: its name and text, or where it is. */
export type Source = ({ readonly name: string; readonly text: string } | { readonly path: string }) & {
  readonly options?: AddOptions;
};

/** A simulated dataset with its documents as a workspace gets them, after `edit` has gone over the documents. */
export async function simulated(
  { dataset, documents, truth }: Simulation,
  edit: (text: string, path: string) => string | undefined = (text) => text,
): Promise<readonly Source[]> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-simulated-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const { data } = await writeSimulation({ dataset, documents, truth }, folder);
  const { id, declaration } = dataset;
  const texts = documents.flatMap(({ path, text }) => {
    const edited = edit(text, path);
    return edited === undefined ? [] : [{ name: basename(path), text: edited }];
  });
  return [{ path: data, options: { id, declaration } }, ...texts];
}

export const fixture = (name: string): string => resolve(import.meta.dirname, '../fixtures', name);

/** A workspace made of these files, served in this process: the stack as users have it. */
export async function openPlant(
  sources: readonly Source[],
): Promise<{ readonly connection: Connection; close(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-agents-'));
  const beside = join(folder, 'beside');
  await mkdir(beside);
  const { root } = await initWorkspace(join(folder, 'plant'), { id: 'plant' });
  for (const source of sources) {
    const path = 'path' in source ? source.path : join(beside, source.name);
    if ('text' in source) await writeFile(path, source.text);
    await add(root, path, source.options);
  }
  const workspace = await openWorkspace(root);
  const connection = await connectToWorkspace(workspace);
  return {
    connection,
    close: async () => {
      await connection.close();
      await workspace.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** The same for one test. */
export async function connectToPlant(sources: readonly Source[]): Promise<Connection> {
  const { connection, close } = await openPlant(sources);
  onTestFinished(close);
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

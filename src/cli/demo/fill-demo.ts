import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { demoScenarios, writeScenario } from '../../../evals/index.ts';
import { addDataset, addDocument } from '../../add.ts';
import { simulateDemoPlant, writeSimulation } from '../../simulation/index.ts';
import { findWorkspace, writeAtomically } from '../../workspace/folder/index.ts';
import type { CommandContext } from '../run.ts';

export interface FilledDemo {
  readonly datasets: string[];
  readonly documents: number;
  readonly scenarios: string[];
}

/** Fills a workspace from the simulators as a user would: files, brought in with `add`. The truth goes to the scenarios alone. */
export async function fillDemo(
  workspace: string,
  seed: number,
  { progress, signal, language }: Pick<CommandContext, 'progress' | 'signal' | 'language'>,
): Promise<FilledDemo> {
  const staging = await mkdtemp(join(tmpdir(), 'zhuji-demo-'));
  try {
    const { simulations, scenarios } = demoScenarios(simulateDemoPlant(seed), seed);
    const register = (await findWorkspace(workspace)).register('scenarios');
    let documents = 0;
    for (const [place, simulation] of simulations.entries()) {
      progress({
        task: language === 'zh' ? '加入仿真数据' : 'add simulated data',
        done: place,
        total: simulations.length,
      });
      const { id, declaration } = simulation.dataset;
      const written = await writeSimulation(simulation, join(staging, id));
      await addDataset(workspace, written.data, { id, declaration, signal });
      for (const file of written.scenarios) {
        await writeAtomically(join(register, basename(file)), await readFile(file));
      }
      for (const folder of written.documents) {
        documents += (await addDocument(workspace, folder, { signal })).paths.length;
      }
    }
    for (const scenario of scenarios) await writeScenario(workspace, scenario);
    return {
      datasets: simulations.map(({ dataset }) => dataset.id),
      documents,
      scenarios: scenarios.map(({ id }) => id),
    };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

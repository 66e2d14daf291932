import { describe, expect, it, onTestFinished } from 'vitest';
import { connectToWorkspace, processParameters, referencePolicy, runAgent } from '../../agents/index.ts';
import { drive } from './drive.ts';
import { limits, temperingPlant } from './tempering-plant.ts';

const questions = [
  'Recommend a tempering temperature for 42CrMo4 to reach 38 HRC after 2 h',
  '为 42CrMo4 推荐回火温度：目标硬度 38 HRC，保温 2 小时',
  'What hardness does C45 get after 2 h at 1022 °F?',
  '100Cr6 回火到 38 HRC，保温 2 小时，温度多少？',
  'Which bearing of the spindle is damaged?',
];

describe('over MCP, through the loop', () => {
  it('the answers are those of the procedure on the tools themselves', async () => {
    const workspace = await temperingPlant();
    const connection = await connectToWorkspace(workspace);
    onTestFinished(() => connection.close());
    for (const question of questions) {
      const run = await runAgent({ agent: processParameters, question, connection, model: referencePolicy });
      const direct = await drive(processParameters.procedure, workspace, question);
      expect(run.stopped).toBeUndefined();
      expect(run.answer).toEqual(direct.answer);
      expect(run.model.kind).toBe('reference-policy');
    }
  });

  it('a limit moved in the workspace moves the answer', async () => {
    const workspace = await temperingPlant({ english: { ...limits, tempering_temperature_max: 350 } });
    const connection = await connectToWorkspace(workspace);
    onTestFinished(() => connection.close());
    const [question = ''] = questions;
    const run = await runAgent({ agent: processParameters, question, connection, model: referencePolicy });
    expect(run.answer).toMatchObject({ status: 'declined', reason: 'conflict' });
    expect(run.text).toContain('350 °C');
    expect(run.steps.map(({ tool }) => tool)).toContain('read_document');
  });
});

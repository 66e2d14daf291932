import { named } from '../src/workspace/index.ts';
import { faultDiagnosis } from './fault-diagnosis/index.ts';
import { processParameters } from './process-parameters/index.ts';
import { promptOf } from './prompts.ts';
import type { Agent } from './shared/agent.ts';

export type { FaultDiagnosisAnswer } from './fault-diagnosis/index.ts';
export type { ProcessParametersAnswer } from './process-parameters/index.ts';
export type { Agent, AnswerBase } from './shared/agent.ts';
export { connectToWorkspace } from './shared/connect-to-workspace.ts';
export { type Connection, connect, type Target } from './shared/connection.ts';
export type { Limits as RunLimits } from './shared/limits.ts';
export type { Step } from './shared/loop.ts';
export { chooseModel, type Model, openaiCompatible, referencePolicy } from './shared/model.ts';
export type { Procedure, Question, ToolCall, ToolResult } from './shared/procedure.ts';
export { type Run, type RunOptions, runAgent } from './shared/run-agent.ts';
export { faultDiagnosis, processParameters };

/** The example agents, in the order in which they are shown. */
export const agents: readonly Agent[] = [processParameters, faultDiagnosis];

/** The agents as prompts that an MCP client offers to its user. */
export const prompts = agents.map(promptOf);

/** Errors: `invalid_argument` with the names there are. */
export function agentNamed(name: string): Agent {
  const byName = Object.fromEntries(agents.map((agent) => [agent.name, agent]));
  return named(byName, name, { en: 'agent', zh: '智能体' });
}

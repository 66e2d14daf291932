import type { Text, Workspace } from '../../src/workspace/index.ts';

/** One level of the factor that an experiment varies: what of the workspace the agent gets to see. */
export interface Arm {
  readonly id: string;
  readonly title: Text;
  /** Pure: the workspace given is left as it was and stays open. */
  apply(workspace: Workspace): Workspace;
}

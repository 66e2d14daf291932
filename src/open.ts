import { type OnProgress, type Workspace, ZhujiError } from './workspace/index.ts';

export interface OpenOptions {
  readonly onProgress?: OnProgress;
  readonly signal?: AbortSignal;
}

/**
 * Opens the workspace in `folder` or the nearest folder above it. Derived tables that are absent are rebuilt.
 * Errors: `not_a_workspace`, `configuration`, `invalid_metadata`, `stale` (files changed since they were described), `cancelled`.
 */
export async function openWorkspace(folder: string, _options: OpenOptions = {}): Promise<Workspace> {
  throw new ZhujiError('internal', `openWorkspace is being written (${folder})`);
}

/** One step of long work. `done` and `total` are in units of the task; `total` is absent where unknown. */
export interface Progress {
  readonly task: string;
  readonly done: number;
  readonly total?: number;
}

export type OnProgress = (progress: Progress) => void;

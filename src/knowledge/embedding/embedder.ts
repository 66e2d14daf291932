/** Gives texts vectors whose cosine says how near their meanings are. */
export interface Embedder {
  /** Names the model and all that its vectors depend on: vectors of another id are never compared. */
  readonly id: string;
  readonly dimension: number;
  /** One vector per text, in order; undefined where the model knows nothing of it. Errors: `model_unavailable`. */
  embed(texts: readonly string[]): Promise<readonly (Float32Array | undefined)[]>;
}

/** What a `zhuji://` link stands for. */
export interface ResourceContent {
  readonly uri: string;
  readonly mimeType: string;
  readonly text: string;
}

/** Errors: `not_found`, `invalid_argument` (not a link of this workspace), `too_large`. */
export type ReadResource = (uri: string) => Promise<ResourceContent>;

import { z } from 'zod';

/** The parameter of every tool that pages. */
export const pageParameter = z
  .string()
  .optional()
  .describe('Number of items wanted, e.g. "20", or the cursor from "next" of an earlier answer');

export const languageParameter = z
  .enum(['zh', 'en'])
  .optional()
  .describe('Language of titles and messages; default en');

import { english } from './document-en.ts';
import { chinese } from './document-zh.ts';
import type { TemperingParameters } from './parameters.ts';

/** The process specification of the shop, in both languages, from one set of parameters. */
export function documents(
  dataset: string,
  parameters: TemperingParameters,
): { path: string; text: string }[] {
  return [
    { path: 'tempering/process.en.md', text: english(dataset, parameters) },
    { path: 'tempering/process.zh.md', text: chinese(dataset, parameters) },
  ];
}

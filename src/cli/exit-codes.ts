import { ZhujiError } from '../workspace/index.ts';

/** What the shell learns from a command; 130 is what shells themselves use after Ctrl-C. */
export const exitCodes = {
  ok: 0,
  finding: 1,
  usage: 2,
  inconclusive: 3,
  internal: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** Every error that its reader can do something about is a usage error; the rest is ours. */
export function exitCodeOf(error: unknown): ExitCode {
  if (!ZhujiError.is(error) || error.code === 'internal') return exitCodes.internal;
  return error.code === 'cancelled' ? exitCodes.interrupted : exitCodes.usage;
}

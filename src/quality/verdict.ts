import type { Finding, Gate, Verdict } from '../workspace/index.ts';

/**
 * `unfit` where a gate failed or a finding is critical, `unknown` where nothing could be read,
 * `fit_with_conditions` where a finding is minor or major, else `fit`. Nothing is averaged.
 */
export function verdictOf(gates: readonly Gate[], findings: readonly Finding[]): Verdict {
  if (gates.some(({ passed }) => passed === false)) return 'unfit';
  if (gates.find(({ id }) => id === 'readable')?.passed !== true) return 'unknown';
  if (findings.some(({ severity }) => severity === 'critical')) return 'unfit';
  return findings.some(({ severity }) => severity !== 'info') ? 'fit_with_conditions' : 'fit';
}

import type { Finding, Gate, RequirementResult, Verdict } from '../workspace/index.ts';

/**
 * `unfit` where a gate failed or a finding is critical, `unknown` where nothing could be read or a required demand of the scenario
 * could not be measured, `fit_with_conditions` where a finding is minor or major or a wanted demand is not met, else `fit`. Nothing is
 * averaged.
 */
export function verdictOf(
  gates: readonly Gate[],
  findings: readonly Finding[],
  requirements: readonly RequirementResult[],
): Verdict {
  if (gates.some(({ passed }) => passed === false)) return 'unfit';
  if (gates.find(({ id }) => id === 'readable')?.passed !== true) return 'unknown';
  if (findings.some(({ severity }) => severity === 'critical')) return 'unfit';
  if (requirements.some(({ level, status }) => level === 'required' && status === 'not_measured')) {
    return 'unknown';
  }
  const conditions =
    findings.some(({ severity }) => severity !== 'info') ||
    requirements.some(({ status }) => status !== 'met');
  return conditions ? 'fit_with_conditions' : 'fit';
}

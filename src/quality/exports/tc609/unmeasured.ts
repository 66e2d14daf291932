import type { Text } from '../../../workspace/index.ts';
import { inputs, reasonCodes } from '../../registry/index.ts';
import { tc609Indicators } from '../../registry/tc609/indicators.ts';
import type { EvidenceReference, IndicatorFinding } from './form.ts';

/** An indicator without a value; `why` where the reason is not the registry's. */
export function unmeasured(
  id: string,
  reason?: { readonly code: string; readonly why: Text },
  evidence: readonly EvidenceReference[] = [],
): IndicatorFinding {
  const indicator = tc609Indicators.find((one) => one.id === id);
  const code = reason?.code ?? indicator?.reasons[0] ?? 'not_built';
  return {
    result: {
      status: 'not_measured',
      reason: code,
      why: reason?.why ?? reasonCodes[code] ?? { en: code },
      missing: (indicator?.inputs ?? []).map((input) => inputs[input]),
    },
    evidence,
  };
}

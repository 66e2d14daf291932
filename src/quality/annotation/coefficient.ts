import type { Agreement } from '../../methods/agreement/index.ts';

/** A coefficient of agreement, or why there is none. */
export type Coefficient =
  | ({ readonly status: 'measured' } & Agreement)
  | { readonly status: 'not_measured'; readonly reason: CoefficientReason };

export type CoefficientReason =
  | 'no_item_with_two_labels'
  | 'one_label_only'
  | 'unequal_numbers'
  | 'not_nominal';

/** NaN stands for a coefficient that is not defined. */
export function coefficient(agreement: Agreement): Coefficient {
  if (agreement.items === 0) return { status: 'not_measured', reason: 'no_item_with_two_labels' };
  if (Number.isNaN(agreement.estimate)) return { status: 'not_measured', reason: 'one_label_only' };
  return { status: 'measured', ...agreement };
}

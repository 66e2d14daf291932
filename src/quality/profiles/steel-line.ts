import { generalProfile, type Profile } from '../profile.ts';

/** An example: a heat-treatment line. The figures are the project's own, of no plant; copy and name your own. */
export const steelLineProfile: Profile = {
  name: 'steel-line-1',
  thresholds: {
    ...generalProfile.thresholds,
    // Hardness is tested on samples: most records have none, and are none the worse for it.
    label_completeness_gate: 0.02,
    missing_minor: 0.01,
    missing_major: 0.99,
    // Defects are rare where a line runs well.
    class_balance_info: 0.05,
    class_balance_minor: 0.002,
    // Furnace charges of one recipe repeat the same settings.
    duplicates_major: 0.2,
  },
  // Traced charges and a checked annotation count double.
  weights: { ...generalProfile.weights, '0205': 2, '0304': 2 },
};

import type { Indicator } from '../indicator.ts';
import { inherent } from './inherent.ts';
import { learning } from './learning.ts';
import { sharedWithSystem } from './shared-with-system.ts';
import { system } from './system.ts';

/** The 66 measures of data for analytics and machine learning; those for images or systems are marked by their reason. */
export const iso5259Measures: readonly Indicator[] = [
  ...inherent,
  ...sharedWithSystem,
  ...system,
  ...learning,
];

import type { Tone } from '../../src/report/index.ts';
import type { Lift } from '../statistics/paired-difference.ts';

export const tones: Readonly<Record<Lift, Tone>> = {
  helps: 'good',
  harms: 'bad',
  no_material_difference: 'neutral',
  inconclusive: 'warning',
  invalid: 'bad',
};

import { hollomonJaffe } from '../../methods/hollomon-jaffe.ts';
import type { Steel } from './parameters.ts';

/**
 * Hardness in HRC of a fully martensitic steel after quenching: 20 + 60 √C, a rule of thumb for 0.2 to 0.6 wt% carbon
 * (alloying has next to no effect on it: R. A. Grange, C. R. Hribal, L. F. Porter, Metall. Trans. A 8 (1977) 1775;
 * `unverified`, the paper was not at hand).
 */
export function quenchHardness(steel: Steel): number {
  return 20 + 60 * Math.sqrt(steel.carbon);
}

/** Where softening sets in, in 1000 K of the parameter; silicon delays it (Grange et al., as above). */
const onset = 8.6;
const delayBySilicon = 0.7;
/** How gradually it sets in. */
const bend = 0.5;
/** Secondary hardening: HRC per wt% Mo (and per wt% Cr above 1), where, and how wide, in 1000 K of the parameter. */
const hardening = { molybdenum: 12, chromium: 1.2, centre: 17.3, width: 0.9 };

/**
 * Hardness in HRC after tempering at `temperature` °C for `time` h from `quenched` HRC. The form is that of
 * K. Tamaki, J. Suzuki, Estimation for Hardness of Tempered Steels, Res. Rep. Fac. Eng. Mie Univ. 16 (1991) 9–20
 * (`unverified`, seen as an abstract): a
 * linear loss in a Hollomon–Jaffe-type parameter and a bell for secondary hardening. The coefficients are ours, of the
 * size found in published tempering curves of such steels.
 */
export function temperedHardness(steel: Steel, quenched: number, temperature: number, time: number): number {
  const parameter = hollomonJaffe(temperature, time, steel.constant) / 1000;
  const beyond = (parameter - onset - delayBySilicon * steel.silicon) / bend;
  const softened = steel.slope * bend * Math.log1p(Math.exp(beyond));
  const alloy =
    hardening.molybdenum * steel.molybdenum + hardening.chromium * Math.max(0, steel.chromium - 1);
  const bell = alloy * Math.exp(-(((parameter - hardening.centre) / hardening.width) ** 2) / 2);
  return quenched - softened + bell;
}

/** A steel of the simulated hardening shop. Composition in wt%. */
export interface Steel {
  readonly name: string;
  readonly carbon: number;
  readonly silicon: number;
  readonly manganese: number;
  readonly chromium: number;
  readonly nickel: number;
  readonly molybdenum: number;
  /** True Hollomon–Jaffe constant for hours: it differs from steel to steel, while the documents state one. */
  readonly constant: number;
  /** HRC lost for each 1000 K of the parameter, once softening has begun. */
  readonly slope: number;
}

/** Compositions near the middle of the grades' ranges (SAE J404 and comparable); constants and slopes are ours. */
export const steels: readonly Steel[] = [
  steel('C45', [0.45, 0.25, 0.65, 0.2, 0.1, 0.02], 20.4, 3.5),
  steel('C60', [0.6, 0.25, 0.75, 0.2, 0.1, 0.02], 20.7, 3.7),
  steel('41Cr4', [0.41, 0.25, 0.75, 1.05, 0.1, 0.02], 20.0, 3.1),
  steel('42CrMo4', [0.42, 0.25, 0.75, 1.05, 0.1, 0.22], 19.6, 3.0),
  steel('34CrNiMo6', [0.34, 0.25, 0.65, 1.5, 1.5, 0.22], 19.4, 2.6),
  steel('51CrV4', [0.51, 0.25, 0.9, 1.05, 0.1, 0.02], 20.1, 3.2),
  steel('60Si2Mn', [0.6, 1.75, 0.75, 0.2, 0.1, 0.02], 20.3, 3.5),
  steel('31CrMoV9', [0.31, 0.25, 0.55, 2.5, 0.1, 0.2], 19.2, 2.3),
];

function steel(
  name: string,
  [carbon, silicon, manganese, chromium, nickel, molybdenum]: readonly [
    number,
    number,
    number,
    number,
    number,
    number,
  ],
  constant: number,
  slope: number,
): Steel {
  return { name, carbon, silicon, manganese, chromium, nickel, molybdenum, constant, slope };
}

/** What the process specification states, and what the generator holds to. */
export interface TemperingParameters {
  /** °C */
  readonly temperatureMin: number;
  readonly temperatureMax: number;
  /** h */
  readonly timeMin: number;
  readonly timeMax: number;
  /** °C: embrittlement of tempered martensite, whatever the cooling. */
  readonly embrittlement: { readonly min: number; readonly max: number };
  /** The constant that the shop calculates with. */
  readonly constant: number;
  /** HRC, either way. */
  readonly tolerance: number;
  /** True temperature minus set temperature in K, by furnace. Documents do not state it. */
  readonly furnaceOffsets: Readonly<Record<string, number>>;
  /** Standard deviation of a hardness reading, and of the quench hardness from heat to heat, HRC. */
  readonly readingNoise: number;
  readonly quenchNoise: number;
}

export const defaultParameters: TemperingParameters = {
  temperatureMin: 150,
  temperatureMax: 650,
  timeMin: 0.5,
  timeMax: 8,
  embrittlement: { min: 250, max: 380 },
  constant: 20,
  tolerance: 2,
  furnaceOffsets: { F1: 4, F2: -5 },
  readingNoise: 0.5,
  quenchNoise: 0.6,
};

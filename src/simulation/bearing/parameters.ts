/** A bearing type of the simulated plant. mm and degrees. */
export interface BearingType {
  readonly name: string;
  readonly rollingElements: number;
  readonly ballDiameter: number;
  readonly pitchDiameter: number;
  readonly contactAngle: number;
}

/** Upper limit of a severity zone in mm/s rms, `null` for the last. */
export interface Zone {
  readonly zone: 'A' | 'B' | 'C' | 'D';
  readonly upper: number | null;
}

export interface BearingParameters {
  readonly types: readonly BearingType[];
  /** Samples per second and samples of a measurement. */
  readonly rate: number;
  readonly samples: number;
  /** Envelope lines that the condition monitor keeps. */
  readonly lines: number;
  /** Hz: band of the envelope, around the resonance. */
  readonly band: { readonly low: number; readonly high: number };
  /** Standard deviation of the broadband noise over the height of an impact. */
  readonly noise: number;
  readonly zones: readonly Zone[];
  /** Relative distance at which a line still counts as a defect frequency. */
  readonly matchTolerance: number;
  /** How far a line must stand out of the floor: the median of all lines of the envelope spectrum. */
  readonly minimumProminence: number;
}

/**
 * 6205: 9 balls of 0.3126 in on 1.537 in, as published for the drive end of the Case Western Reserve test rig. The two ZJ
 * types exist in this plant only. Zones: ISO 20816-3, group 2, rigid foundation, as quoted in public sources;
 * `unverified` against the standard's own text.
 */
export const defaultParameters: BearingParameters = {
  types: [
    { name: '6205', rollingElements: 9, ballDiameter: 7.94, pitchDiameter: 39.04, contactAngle: 0 },
    { name: 'ZJ-308', rollingElements: 8, ballDiameter: 15, pitchDiameter: 65, contactAngle: 0 },
    { name: 'ZJ-7210', rollingElements: 14, ballDiameter: 12.7, pitchDiameter: 70, contactAngle: 15 },
  ],
  rate: 12_800,
  samples: 16_384,
  lines: 16,
  band: { low: 2000, high: 4500 },
  noise: 0.25,
  zones: [
    { zone: 'A', upper: 1.4 },
    { zone: 'B', upper: 2.8 },
    { zone: 'C', upper: 4.5 },
    { zone: 'D', upper: null },
  ],
  matchTolerance: 0.015,
  minimumProminence: 5,
};

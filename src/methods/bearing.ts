/** Geometry of a rolling bearing. Diameters in one unit; the angle in degrees. */
export interface BearingGeometry {
  readonly rollingElements: number;
  readonly ballDiameter: number;
  readonly pitchDiameter: number;
  readonly contactAngle: number;
}

/** Defect frequencies in the unit of the shaft's frequency, for a fixed outer race. */
export interface DefectFrequencies {
  /** Ball pass frequency of the outer race. */
  readonly bpfo: number;
  /** Ball pass frequency of the inner race. */
  readonly bpfi: number;
  /** Ball spin frequency; a damaged ball strikes at twice this. */
  readonly bsf: number;
  /** Fundamental train (cage) frequency. */
  readonly ftf: number;
}

/**
 * Kinematic defect frequencies without slip. R. B. Randall, J. Antoni, Rolling element bearing diagnostics — a tutorial,
 * Mech. Syst. Signal Process. 25 (2011) 485–520, eqs. 1–4.
 *
 * @param shaft shaft frequency, e.g. in Hz; 1 gives orders.
 */
export function defectFrequencies(geometry: BearingGeometry, shaft: number): DefectFrequencies {
  const { rollingElements, ballDiameter, pitchDiameter, contactAngle } = geometry;
  const ratio = (ballDiameter / pitchDiameter) * Math.cos((contactAngle * Math.PI) / 180);
  return {
    bpfo: (rollingElements * shaft * (1 - ratio)) / 2,
    bpfi: (rollingElements * shaft * (1 + ratio)) / 2,
    bsf: (pitchDiameter * shaft * (1 - ratio ** 2)) / (2 * ballDiameter),
    ftf: (shaft * (1 - ratio)) / 2,
  };
}

/**
 * Whether stated frequencies can belong to one bearing: BPFO + BPFI = n · shaft and BPFO = n · FTF, each within
 * `tolerance` (relative).
 */
export function consistentFrequencies(
  stated: Pick<DefectFrequencies, 'bpfo' | 'bpfi' | 'ftf'>,
  rollingElements: number,
  shaft: number,
  tolerance = 0.005,
): { readonly races: boolean; readonly cage: boolean } {
  const close = (a: number, b: number) => Math.abs(a - b) <= tolerance * Math.abs(b);
  return {
    races: close(stated.bpfo + stated.bpfi, rollingElements * shaft),
    cage: close(stated.bpfo, rollingElements * stated.ftf),
  };
}

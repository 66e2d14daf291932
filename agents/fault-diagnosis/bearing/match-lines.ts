import { type BearingGeometry, defectFrequencies } from '../../../src/methods/index.ts';

export interface Line {
  /** Hz */
  readonly frequency: number;
  readonly amplitude: number;
}

export interface Match {
  readonly harmonic: number;
  /** Where the line is looked for, Hz. */
  readonly expected: number;
  readonly line: Line;
  /** Amplitude over the floor. */
  readonly prominence: number;
  readonly counts: boolean;
}

/** What the spectrum shows of one kind of defect. */
export interface DefectEvidence {
  readonly code: string;
  /** Frequency at which the defect strikes, Hz. */
  readonly frequency: number;
  readonly formula: string;
  /** The line of each harmonic, where there is one within the tolerance. */
  readonly matches: readonly Match[];
  /** Lines beside the harmonics, a modulation frequency apart. */
  readonly sidebands: number;
  /** Sum of the amplitudes that count. */
  readonly strength: number;
}

export interface MatchOptions {
  /** Hz */
  readonly shaft: number;
  readonly floor: number;
  /** Relative to the expected frequency. */
  readonly tolerance: number;
  readonly prominence: number;
}

/** A frequency and twice and three times it: further ones are weak and run into those of other defects. */
const harmonics = [1, 2, 3];

/**
 * Looks for the frequency of each kind of defect and its harmonics. A line belongs to the nearest expected frequency
 * only, as harmonics of different defects may lie within the tolerance of each other.
 */
export function matchDefects(
  geometry: BearingGeometry,
  lines: readonly Line[],
  options: MatchOptions,
): readonly DefectEvidence[] {
  const { shaft, tolerance } = options;
  const { bpfo, bpfi, bsf, ftf } = defectFrequencies(geometry, shaft);
  const kinds = [
    { code: 'BPFO', frequency: bpfo, modulation: 0, formula: 'n/2 · f · (1 − d/D · cos α)' },
    { code: 'BPFI', frequency: bpfi, modulation: shaft, formula: 'n/2 · f · (1 + d/D · cos α)' },
    { code: 'BSF', frequency: 2 * bsf, modulation: ftf, formula: '2 · D/(2d) · f · (1 − (d/D · cos α)²)' },
  ];
  const targets = kinds.flatMap(({ code, frequency }) =>
    harmonics.map((harmonic) => ({ code, harmonic, expected: harmonic * frequency })),
  );
  const distance = (line: Line, { expected }: { expected: number }) =>
    Math.abs(line.frequency - expected) / expected;
  const owner = new Map(
    lines.map((line) => [line, targets.toSorted((a, b) => distance(line, a) - distance(line, b))[0]]),
  );
  return kinds.map(({ code, frequency, modulation, formula }) => {
    const matches = targets.flatMap((target) => {
      if (target.code !== code) return [];
      const [line] = lines
        .filter((each) => owner.get(each) === target && distance(each, target) <= tolerance)
        .toSorted((a, b) => b.amplitude - a.amplitude);
      if (!line) return [];
      const prominence = line.amplitude / options.floor;
      const { harmonic, expected } = target;
      return [{ harmonic, expected, line, prominence, counts: prominence >= options.prominence }];
    });
    const counting = matches.filter(({ counts }) => counts);
    return {
      code,
      frequency,
      formula,
      matches,
      sidebands: modulation > 0 ? sidebands(lines, counting, modulation, tolerance) : 0,
      strength: counting.reduce((sum, { line }) => sum + line.amplitude, 0),
    };
  });
}

function sidebands(
  lines: readonly Line[],
  matches: readonly Match[],
  modulation: number,
  tolerance: number,
): number {
  const places = matches.flatMap(({ line }) => [line.frequency - modulation, line.frequency + modulation]);
  return places.filter((place) =>
    lines.some(({ frequency }) => Math.abs(frequency - place) <= tolerance * place),
  ).length;
}

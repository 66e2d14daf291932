import { type Rng, seeded } from '../../../src/methods/random.ts';
import {
  type DefectKind,
  type DefectSeverity,
  type DefectTruth,
  fileDefects,
  tableDefects,
} from '../../../src/simulation/defects/index.ts';
import { csvOf } from './check.ts';
import type { Clean } from './clean.ts';
import { saidBefore } from './match.ts';

/** Draws that are made for a place of which the undamaged report says nothing yet. */
const attempts = 5;

/** A seed of 32 bits from a name (FNV-1a), so that no case hangs on which others are run. */
function rngOf(...name: readonly (string | number)[]): Rng {
  let hash = 0x811c9dc5;
  for (const byte of Buffer.from(name.join('/'))) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return seeded(hash | 0);
}

export interface Damaged {
  readonly file: Uint8Array;
  readonly truth: DefectTruth;
}

type Injector = (rng: Rng, attempt: number) => Damaged;

/** `null` where the kind has no place in the table. */
function injectorOf({ dataset, table }: Clean, kind: DefectKind, severity: DefectSeverity): Injector | null {
  if (dataset.kinds && !dataset.kinds.includes(kind)) return null;
  if (kind === 'truncated_file' || kind === 'mixed_encodings') {
    const file = csvOf(table);
    const defect = fileDefects[kind];
    return defect.applies(file) ? (rng) => defect.inject(file, { severity, rng }) : null;
  }
  const defect = tableDefects[kind];
  const allowed = dataset.only?.[kind];
  const places = defect
    .places(table, severity)
    .filter((place) => allowed === undefined || allowed.includes(place));
  if (places.length === 0) return null;
  return (rng) => {
    const field = places[Math.floor(rng() * places.length)] ?? '';
    const damaged = defect.inject(table, { severity, rng, field });
    return { file: csvOf(damaged.table), truth: damaged.truth };
  };
}

/** The damaged file; `none`: no place for it, `void`: the undamaged report says the same of every place that was drawn. */
export function damage(clean: Clean, kind: DefectKind, severity: DefectSeverity): Damaged | 'none' | 'void' {
  const inject = injectorOf(clean, kind, severity);
  if (inject === null) return 'none';
  for (let attempt = 0; attempt < attempts; attempt += 1) {
    const damaged = inject(rngOf(clean.dataset.id, clean.seed, kind, severity, attempt), attempt);
    if (!saidBefore(clean.findings, damaged.truth)) return damaged;
  }
  return 'void';
}

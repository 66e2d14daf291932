import type { DefectKind, DefectSeverity, DefectTruth } from '../../../src/simulation/defects/index.ts';
import { checkFile } from './check.ts';
import type { Clean } from './clean.ts';
import { damage } from './damage.ts';
import { declarationOf } from './datasets/index.ts';
import { alarmKinds } from './kinds.ts';
import { keyOf, matchOf, rowShare } from './match.ts';

/** What became of one defect. */
export interface Outcome {
  readonly dataset: string;
  readonly seed: number;
  readonly kind: DefectKind;
  readonly severity: DefectSeverity;
  /** `refused`: the file was not taken, so nothing was reported. `void`: see {@link damage}; not counted. */
  readonly result: 'found' | 'missed' | 'refused' | 'void';
  readonly fields: readonly string[];
  readonly parameters: DefectTruth['parameters'];
  /** Keys of findings that are neither at the place nor said of the undamaged data. */
  readonly falseAlarms: readonly string[];
  /** The same of findings of kinds that no defect here is looked for by. */
  readonly others: readonly string[];
  /** Share of the rows named that were damaged. */
  readonly rowShare: number | null;
  readonly message?: string;
}

/** `null` where the kind has no place in the dataset. */
export async function measure(
  clean: Clean,
  kind: DefectKind,
  severity: DefectSeverity,
): Promise<Outcome | null> {
  const damaged = damage(clean, kind, severity);
  if (damaged === 'none') return null;
  const { dataset, seed } = clean;
  const about = { dataset: dataset.id, seed, kind, severity, rowShare: null, falseAlarms: [], others: [] };
  if (damaged === 'void') return { ...about, result: 'void', fields: [], parameters: {} };
  const { file, truth } = damaged;
  const place = { fields: truth.fields, parameters: truth.parameters };
  // What was declared before the damage: a new column is not known to the publisher.
  const checked = await checkFile(file, declarationOf(dataset, clean.table));
  if (checked instanceof Error) return { ...about, ...place, result: 'refused', message: checked.message };
  const matches = checked.report.findings.map((finding) => ({ finding, match: matchOf(finding, truth) }));
  const hits = matches.filter(({ match }) => match === 'found');
  const strange = matches
    .filter(({ finding, match }) => match === 'elsewhere' && !clean.keys.has(keyOf(finding)))
    .map(({ finding }) => ({ kind: finding.kind, key: keyOf(finding) }));
  const shares = hits.flatMap(({ finding }) => rowShare(finding, truth) ?? []);
  return {
    ...about,
    ...place,
    result: hits.length > 0 ? 'found' : 'missed',
    falseAlarms: strange.filter((one) => Object.hasOwn(alarmKinds, one.kind)).map(({ key }) => key),
    others: strange.filter((one) => !Object.hasOwn(alarmKinds, one.kind)).map(({ key }) => key),
    rowShare: shares.length === 0 ? null : shares.reduce((sum, share) => sum + share, 0) / shares.length,
  };
}

import { parseArgs } from 'node:util';
import type { DefectKind, DefectSeverity } from '../../../src/simulation/defects/index.ts';
import { defectSeverities } from '../../../src/simulation/defects/index.ts';
import { type BenchDataset, datasets } from './datasets/index.ts';
import { allKinds } from './tables.ts';

export interface RunOptions {
  readonly json: boolean;
  readonly kinds: readonly DefectKind[];
  readonly severities: readonly DefectSeverity[];
  readonly datasets: readonly BenchDataset[];
  readonly seeds: readonly number[];
  /** Seeds that low and high severity are run with: they are no bars. */
  readonly sideSeeds: readonly number[];
}

/** The first seed that is reported; smaller ones are for tuning. */
const reportedSeed = 1000;

function chosen<T extends string>(given: string | undefined, all: readonly T[], what: string): readonly T[] {
  if (given === undefined) return all;
  return given.split(',').map((name) => {
    const known = all.find((one) => one === name);
    if (known !== undefined) return known;
    throw new RangeError(`no ${what} "${name}": ${all.join(', ')}`);
  });
}

export const usage = `npm run bench:defects -- [options]
  --kinds a,b        only these defects
  --datasets a,b     only these datasets
  --severities a,b   low, medium, high
  --seeds n          so many seeds at medium severity (default 6); a third of them, one at least, at the others
  --quick            one seed, medium severity
  --tune             the datasets and seeds for tuning, which are never reported
  --json             one JSON document on stdout`;

export function readOptions(args: readonly string[]): RunOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      kinds: { type: 'string' },
      datasets: { type: 'string' },
      severities: { type: 'string' },
      seeds: { type: 'string', default: '6' },
      quick: { type: 'boolean', default: false },
      tune: { type: 'boolean', default: false },
    },
  });
  const count = values.quick ? 1 : Number(values.seeds);
  if (!Number.isInteger(count) || count < 1) throw new RangeError(`--seeds must be 1 or more`);
  const first = values.tune ? 1 : reportedSeed;
  const seeds = Array.from({ length: count }, (_, place) => first + place);
  // A simulated dataset has other data with other seeds; a real one is either for tuning or reported on.
  const usable = datasets.filter((one) => (values.tune ? one.simulated || !one.reported : one.reported));
  const ids = chosen(
    values.datasets,
    usable.map(({ id }) => id),
    'dataset',
  );
  const severities = values.quick && values.severities === undefined ? 'medium' : values.severities;
  return {
    json: values.json,
    kinds: chosen(values.kinds, allKinds, 'defect'),
    severities: chosen(severities, defectSeverities, 'severity'),
    datasets: usable.filter(({ id }) => ids.includes(id)),
    seeds,
    sideSeeds: seeds.slice(0, Math.max(1, Math.floor(count / 3))),
  };
}

import { printReport, progress } from '../shared/index.ts';
import { defectBars } from './bars.ts';
import { type Clean, measureClean } from './clean.ts';
import { measure, type Outcome } from './measure.ts';
import { type RunOptions, readOptions, usage } from './options.ts';
import { resultTables } from './tables.ts';

interface Results {
  readonly outcomes: readonly Outcome[];
  readonly cleans: readonly Clean[];
  readonly absent: readonly string[];
}

async function runAll(options: RunOptions): Promise<Results> {
  const outcomes: Outcome[] = [];
  const cleans: Clean[] = [];
  const absent = options.datasets.filter(({ available }) => !available()).map(({ id }) => id);
  const started = performance.now();
  for (const dataset of options.datasets.filter(({ id }) => !absent.includes(id))) {
    let clean: Clean | undefined;
    for (const seed of options.seeds) {
      // Of real data there is one clean version; the seeds are those of the defects.
      if (dataset.simulated || clean === undefined) {
        clean = await measureClean(dataset, seed);
        cleans.push(clean);
      }
      for (const severity of options.severities) {
        if (severity !== 'medium' && !options.sideSeeds.includes(seed)) continue;
        for (const kind of options.kinds) {
          const outcome = await measure({ ...clean, seed }, kind, severity);
          if (outcome) outcomes.push(outcome);
        }
      }
      const seconds = ((performance.now() - started) / 1000).toFixed(0);
      progress(`${seconds} s: ${dataset.id}, seed ${seed}, ${outcomes.length} cases so far`);
    }
  }
  return { outcomes, cleans, absent };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const started = performance.now();
  const { outcomes, cleans, absent } = await runAll(options);
  printReport(
    {
      bench: 'defects',
      seconds: (performance.now() - started) / 1000,
      settings: {
        datasets: options.datasets.map(({ id }) => id),
        absent,
        kinds: options.kinds,
        severities: options.severities,
        seeds: options.seeds,
        seedsOfLowAndHigh: options.sideSeeds,
      },
      bars: defectBars(outcomes, cleans, options.kinds),
      tables: resultTables(outcomes, cleans),
    },
    options.json,
  );
}

if (process.argv.includes('--help')) process.stdout.write(`${usage}\n`);
else {
  await main().catch((error: unknown) => {
    if (!(error instanceof RangeError) && !(error instanceof TypeError)) throw error;
    process.stderr.write(`${error.message}\n\n${usage}\n`);
    process.exitCode = 2;
  });
}

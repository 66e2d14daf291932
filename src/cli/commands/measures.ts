import { type Command, Option } from 'commander';
import pc from 'picocolors';
import { type StandardName, standards } from '../../quality/index.ts';
import { measuresInWords } from '../measures/in-words.ts';
import { listMeasures, measureListing } from '../measures/listing.ts';
import { run } from '../run.ts';

export function addMeasures(program: Command): void {
  program
    .command('measures')
    .description('what is measured, and how the indicators of the standards are covered · 指标与标准对照')
    .addOption(
      new Option('--standard <name>', 'one standard only · 只看一个标准').choices(Object.keys(standards)),
    )
    .action(
      run(measureListing, async ({ language }, options: { standard?: StandardName }) => {
        const data = listMeasures(options.standard);
        return { data, text: measuresInWords(data, language, pc) };
      }),
    );
}

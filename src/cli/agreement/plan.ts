import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { SamplingGoal } from '../../methods/index.ts';
import { openWorkspace } from '../../open.ts';
import { planInspection } from '../../quality/annotation/index.ts';
import { type DatasetEntry, ZhujiError } from '../../workspace/index.ts';
import type { CommandContext } from '../run.ts';
import { wholeNumber } from '../whole-number.ts';
import { planData } from './data.ts';
import { planText } from './inspection-text.ts';
import { type Options, wrongUse } from './options.ts';
import { share } from './share.ts';

function goalOf({ halfWidth, atLeast, expected }: Options): SamplingGoal {
  const reckoned = expected === undefined ? {} : { expected: share(expected, '--expected') };
  if (halfWidth !== undefined && atLeast !== undefined) {
    throw wrongUse('--half-width and --at-least are two plans', '--half-width 与 --at-least 是两种方案');
  }
  return atLeast === undefined
    ? { halfWidth: share(halfWidth ?? '0.02', '--half-width'), ...reckoned }
    : { atLeast: share(atLeast, '--at-least'), ...reckoned };
}

/** The label field, named as `field` or `record_set.field`. */
function placeOf(entry: DatasetEntry, label: string) {
  const fields = entry.recordSets.flatMap((recordSet) =>
    recordSet.fields.map(({ id }) => ({ dataset: entry.id, recordSet: recordSet.id, field: id })),
  );
  const found = fields.filter(({ recordSet, field }) => label === field || label === `${recordSet}.${field}`);
  const [only, other] = found;
  if (only && !other) return only;
  const names = (other ? found : fields).map(({ recordSet, field }) =>
    entry.recordSets.length > 1 ? `${recordSet}.${field}` : field,
  );
  throw new ZhujiError(
    other ? 'invalid_argument' : 'not_found',
    other
      ? { en: `Several record sets have a field "${label}".`, zh: `多个记录集都有字段“${label}”。` }
      : { en: `${entry.id} has no field "${label}".`, zh: `${entry.id} 没有字段“${label}”。` },
    {
      recovery: {
        en: `Name one of: ${names.slice(0, 40).join(', ')}.`,
        zh: `请从以下名称中选择：${names.slice(0, 40).join('、')}。`,
      },
      details: { valid_values: names.slice(0, 200) },
    },
  );
}

/** Draws the records whose labels to inspect, and writes them where `--out` says. */
export async function plan(context: CommandContext, options: Options, confidence: number) {
  const { dataset, label } = options;
  if (dataset === undefined || label === undefined) {
    throw wrongUse('--plan needs --dataset and --label', '--plan 需要 --dataset 与 --label');
  }
  const goal = goalOf(options);
  const perClass = wholeNumber(options.perClass, '--per-class', 1);
  const seed = wholeNumber(options.seed, '--seed', 0);
  const { signal, progress: onProgress, language } = context;
  const workspace = await openWorkspace(context.directory, { onProgress, signal });
  try {
    const place = placeOf(workspace.catalog.dataset(dataset), label);
    const found = await planInspection(workspace.tables, place, goal, { confidence, perClass, seed, signal });
    const out = options.out === undefined ? null : resolve(options.out);
    if (out !== null) {
      const rows = found.rows.map((one) => [one.row, one.stratum, one.stratumRecords, one.label, '']);
      await writeFile(
        out,
        stringify([['row', 'stratum', 'stratum_records', 'label', 'correct_label'], ...rows]),
      );
    }
    const data = planData(found, place, goal, out);
    return { data, text: planText(data, language) };
  } finally {
    await workspace.close();
  }
}

import { z } from 'zod';
import { readYaml } from '../../workspace/folder/index.ts';
import { nearest, type Sentence, ZhujiError } from '../../workspace/index.ts';
import { generalProfile, type Profile, type Thresholds } from '../profile.ts';
import { tc609Indicators } from '../registry/tc609/indicators.ts';
import { boundsOf } from './bounds.ts';
import { steelLineProfile } from './steel-line.ts';
import { sharesWithinDimensions } from './weights.ts';

/** The profiles that come with the program. */
export const profiles: readonly Profile[] = [generalProfile, steelLineProfile];

const thresholdNames = Object.keys(generalProfile.thresholds) as (keyof Thresholds)[];

function thresholdSchema(name: keyof Thresholds) {
  const { min, max, whole } = boundsOf(name);
  return (whole ? z.int() : z.number()).min(min).max(max).optional();
}

const entries = <Name extends string, Schema>(names: readonly Name[], schemaOf: (name: Name) => Schema) =>
  Object.fromEntries(names.map((name) => [name, schemaOf(name)])) as Record<Name, Schema>;

/** What a profile's YAML file may hold: a name of its own, and the thresholds and weights that differ from the general profile. */
const profileSchema = z.strictObject({
  name: z.string().regex(/^[\p{L}\d][\p{L}\d._-]*$/u),
  thresholds: z.strictObject(entries(thresholdNames, thresholdSchema)).default({}),
  weights: z
    .strictObject(
      entries(
        tc609Indicators.map(({ id }) => id),
        () => z.number().min(0).max(1000).optional(),
      ),
    )
    .default({}),
});

/** `base` with what is named in `changes`, in the order of `base`. */
function replaced<Numbers extends object>(base: Numbers, changes: object): Numbers {
  return {
    ...base,
    ...Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)),
  };
}

function refuse(file: string, message: Sentence, recovery: Sentence): ZhujiError {
  return new ZhujiError(
    'configuration',
    { en: `${file}: ${message.en}`, zh: `${file}：${message.zh}` },
    { recovery, details: { file } },
  );
}

/** A minor threshold beyond the major one of the same finding would never be reached. */
function crossed(thresholds: Thresholds): string | undefined {
  const general: Readonly<Record<string, number>> = { ...generalProfile.thresholds };
  const own: Readonly<Record<string, number>> = { ...thresholds };
  for (const name of thresholdNames) {
    const stem = /^(.+)_minor$/.exec(name)?.[1];
    for (const other of stem === undefined ? [] : [`${stem}_info`, `${stem}_major`]) {
      const [minor, second] = [own[name], own[other]];
      if (minor === undefined || second === undefined) continue;
      const expected = Math.sign((general[other] ?? 0) - (general[name] ?? 0));
      if (Math.sign(second - minor) === -expected) return `${name}, ${other}`;
    }
  }
  return undefined;
}

/**
 * The profile that `--profile` names: one that comes with the program, or a YAML file, whose thresholds and weights
 * replace those of the general profile. Errors: `configuration` with file, line and the name of what is unknown or out of
 * range, `not_found`, `too_large`.
 */
export async function readProfile(nameOrFile: string): Promise<Profile> {
  const shipped = profiles.find(({ name }) => name === nameOrFile);
  if (shipped) return shipped;
  const meant = nearest(
    nameOrFile,
    profiles.map(({ name }) => name),
  );
  if (meant.length > 0 && !/\.ya?ml$/.test(nameOrFile)) {
    throw new ZhujiError(
      'not_found',
      {
        en: `There is no profile ${nameOrFile}; did you mean ${meant.join(', ')}?`,
        zh: `不存在阈值方案 ${nameOrFile}；是否指 ${meant.join('、')}？`,
      },
      {
        recovery: { en: 'Name a profile or a YAML file.', zh: '请给出方案名或 YAML 文件。' },
        details: { did_you_mean: meant, valid_values: profiles.map(({ name }) => name) },
      },
    );
  }
  const read = await readYaml(nameOrFile, profileSchema, 'configuration');
  if (profiles.some(({ name }) => name === read.name)) {
    throw refuse(
      nameOrFile,
      {
        en: `name: ${read.name} is taken by a profile of the program`,
        zh: `name：${read.name} 是程序自带方案的名称`,
      },
      { en: 'Reports show the name: give it one of its own.', zh: '报告会显示该名称，请另取一个。' },
    );
  }
  const thresholds = replaced(generalProfile.thresholds, read.thresholds);
  const pair = crossed(thresholds);
  if (pair !== undefined) {
    throw refuse(
      nameOrFile,
      { en: `thresholds: ${pair} are in the wrong order`, zh: `thresholds：${pair} 的大小次序不对` },
      { en: 'The graver finding must be the harder to reach.', zh: '更严重的发现应当更难触发。' },
    );
  }
  const weights = replaced(generalProfile.weights, read.weights);
  if (Object.values(sharesWithinDimensions(weights)).some(Number.isNaN)) {
    throw refuse(
      nameOrFile,
      { en: 'weights: all of a dimension are 0', zh: 'weights：某一维度的权重全为 0' },
      { en: 'Give at least one of them a weight.', zh: '请至少给其中一个指标赋权。' },
    );
  }
  return { name: read.name, thresholds, weights };
}

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import {
  dimensionWeights,
  generalProfile,
  indicators,
  profiles,
  readProfile,
  sharesWithinDimensions,
  standards,
} from '../../../src/quality/index.ts';
import { ZhujiError } from '../../../src/workspace/index.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zhuji-profile-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function read(yaml: string) {
  const file = join(folder, 'own.yaml');
  await writeFile(file, yaml);
  return readProfile(file);
}

async function refusal(yaml: string): Promise<ZhujiError> {
  const thrown = await read(yaml).catch((error: unknown) => error);
  if (!ZhujiError.is(thrown)) throw new Error(`not refused: ${JSON.stringify(thrown)}`);
  return thrown;
}

describe('weights', () => {
  it('are the same within a dimension of the general profile, and add up to 1 there', () => {
    const shares = sharesWithinDimensions(generalProfile.weights);
    expect(Object.keys(shares)).toEqual(indicators(standards.tc609).map(({ id }) => id));
    expect([shares['0101'], shares['0201'], shares['0301']]).toEqual([1 / 4, 1 / 8, 1 / 5]);
  });

  it('add up to 1 within each dimension, whatever they are', () => {
    const weight = fc.double({ min: 0.01, max: 1000, noNaN: true });
    const some = fc.dictionary(fc.constantFrom(...Object.keys(generalProfile.weights)), weight);
    fc.assert(
      fc.property(some, (weights) => {
        const shares = Object.entries(sharesWithinDimensions(weights));
        for (const dimension of Object.keys(dimensionWeights.weights)) {
          const sum = shares
            .filter(([id]) => id.startsWith(dimension))
            .reduce((total, [, share]) => total + share, 0);
          expect(sum).toBeCloseTo(1, 9);
        }
      }),
    );
  });

  it('over the dimensions are marked as unverified', () => {
    expect(dimensionWeights.basis).toBe('unverified');
    expect(Object.values(dimensionWeights.weights).reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 12);
  });
});

describe('a profile in a file', () => {
  it('replaces what it names, and nothing else', async () => {
    const own = await read('name: 三号线-1\nthresholds:\n  missing_minor: 0.05\nweights:\n  "0204": 3\n');
    expect(own).toEqual({
      name: '三号线-1',
      thresholds: { ...generalProfile.thresholds, missing_minor: 0.05 },
      weights: { ...generalProfile.weights, '0204': 3 },
    });
  });

  it.each(profiles.map((profile) => [profile.name, profile] as const))(
    'may say all that %s says',
    async (name, profile) => {
      expect(await readProfile(name)).toBe(profile);
      const { name: _, ...rest } = profile;
      expect(await read(stringify({ name: 'copy-1', ...rest }))).toEqual({ ...profile, name: 'copy-1' });
    },
  );

  it.each([
    [
      'an unknown threshold',
      'name: a\nthresholds:\n  mising_minor: 0.1\n',
      /own\.yaml:3:\d+.*thresholds\.mising_minor.*missing_minor/,
    ],
    [
      'a share above 1',
      'name: a\nthresholds:\n  missing_minor: 5\n',
      /own\.yaml:3:\d+.*missing_minor.*at most 1/,
    ],
    ['a negative share', 'name: a\nthresholds:\n  missing_minor: -0.1\n', /missing_minor.*at least 0/],
    ['half a class', 'name: a\nthresholds:\n  most_classes: 2.5\n', /most_classes.*whole number/],
    [
      'a text for a number',
      'name: a\nthresholds:\n  outlier_score: high\n',
      /outlier_score.*must be a number/,
    ],
    ['an unknown indicator', 'name: a\nweights:\n  "0306": 1\n', /weights\.0306/],
    ['a key of its own', 'name: a\nlimits: {}\n', /unknown key "limits"/],
    ['no name', 'thresholds: {}\n', /name/],
    ['the name of a shipped profile', `name: ${generalProfile.name}\n`, /is taken/],
    [
      'minor beyond major',
      'name: a\nthresholds:\n  missing_minor: 0.5\n',
      /missing_minor, missing_major.*wrong order/,
    ],
    [
      'no weight in a dimension',
      'name: a\nweights: { "0101": 0, "0102": 0, "0103": 0, "0104": 0 }\n',
      /weights/,
    ],
  ])('is refused with %s', async (_, yaml, message) => {
    const error = await refusal(yaml);
    expect(error.code).toBe('configuration');
    expect(error.message).toMatch(message);
    expect(error.in('zh').message).toMatch(/\p{Script=Han}/u);
  });

  it('is looked for by name or path, and missed with a proposal', async () => {
    await expect(readProfile('steel-lin-1')).rejects.toMatchObject({
      code: 'not_found',
      details: { did_you_mean: ['steel-line-1'] },
    });
    await expect(readProfile(join(folder, 'none.yaml'))).rejects.toMatchObject({ code: 'not_found' });
  });
});

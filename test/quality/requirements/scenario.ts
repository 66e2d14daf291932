import { checkDataset, type TestVector } from '../../../src/quality/index.ts';
import type { DatasetEntry, Requirement, ScenarioEntry } from '../../../src/workspace/index.ts';
import { describedDataset, madeDataset } from '../made-dataset.ts';

type Parts<One> = One extends Requirement
  ? Omit<One, 'id' | 'description' | 'level' | 'source'> & { readonly level?: Requirement['level'] }
  : never;

/** A scenario with these demands, `r1`, `r2`, …; required where nothing else is said. */
export function scenarioOf(...requirements: Parts<Requirement>[]): ScenarioEntry {
  const { kind: _, ...base } = describedDataset({ id: 'use' });
  return {
    ...base,
    kind: 'scenario',
    industry: null,
    requirements: requirements.map(
      (one, place): Requirement => ({
        level: 'required',
        ...one,
        id: `r${place + 1}`,
        description: { en: `Demand ${place + 1}.`, zh: `需求${place + 1}。` },
        source: 'a test',
      }),
    ),
  };
}

/** The report of a made table for the demands, at noon of 2026-03-01. */
export async function reportFor(
  table: Pick<TestVector, 'fields' | 'rows' | 'recordSet'>,
  requirements: Parts<Requirement>[],
  about: Partial<DatasetEntry> = {},
) {
  const made = await madeDataset(table, about);
  const clock = () => new Date('2026-03-01T12:00:00Z');
  return checkDataset('made', { ...made, clock }, scenarioOf(...requirements));
}

import { expect, it } from 'vitest';
import { z } from 'zod';
import { exportOpenLineage } from '../../../src/quality/exports/index.ts';
import { madeReport } from './made-report.ts';

// What the specification (2-0-2) requires of an event and of these facets, written down from it.
const facet = <Shape extends z.ZodRawShape>(shape: Shape) =>
  z.object({ _producer: z.url(), _schemaURL: z.url(), ...shape });
const column = z.strictObject({
  nullCount: z.int().optional(),
  distinctCount: z.int().optional(),
  sum: z.number().optional(),
  count: z.number().optional(),
  min: z.number().optional(),
  max: z.number().optional(),
  quantiles: z.record(z.string(), z.number()).optional(),
});
const input = z.strictObject({
  namespace: z.string(),
  name: z.string(),
  facets: z.strictObject({
    version: facet({ datasetVersion: z.string() }),
    schema: facet({
      fields: z.array(
        z.strictObject({ name: z.string(), type: z.string(), description: z.string().optional() }),
      ),
    }).optional(),
  }),
  inputFacets: z.strictObject({
    dataQualityMetrics: facet({
      rowCount: z.int().optional(),
      bytes: z.int().optional(),
      columnMetrics: z.record(z.string(), column),
    }).optional(),
    dataQualityAssertions: facet({
      assertions: z.array(
        z.strictObject({ assertion: z.string(), success: z.boolean(), column: z.string().optional() }),
      ),
    }),
  }),
});
const event = z.strictObject({
  eventType: z.enum(['START', 'RUNNING', 'COMPLETE', 'ABORT', 'FAIL', 'OTHER']),
  eventTime: z.iso.datetime(),
  producer: z.url(),
  schemaURL: z.url(),
  run: z.strictObject({ runId: z.uuid() }),
  job: z.strictObject({ namespace: z.string(), name: z.string() }),
  inputs: z.array(input),
  outputs: z.array(z.never()),
});

it('is a run event with the facets of data quality', async () => {
  const statistics = { count: 34, missing: 6, distinct: 5, min: 20, max: 24, mean: 22 };
  const { entry: plain, report } = await madeReport();
  const entry = {
    ...plain,
    recordSets: plain.recordSets.map((recordSet) => ({
      ...recordSet,
      fields: recordSet.fields.map((one) => (one.id === 'temperature' ? { ...one, statistics } : one)),
    })),
  };
  const { inputs, eventTime, job } = event.parse(exportOpenLineage(report, entry));
  expect([eventTime, job.name]).toEqual(['2026-05-01T08:00:00.000Z', 'check.made']);
  expect(inputs.map(({ name }) => name)).toEqual(['made', 'made.records']);
  const [whole, records] = inputs;
  expect(whole?.facets.version.datasetVersion).toBe(entry.hash);
  expect(records?.inputFacets.dataQualityMetrics).toMatchObject({
    rowCount: 41,
    columnMetrics: { temperature: { nullCount: 6, distinctCount: 5, count: 34, sum: 748, min: 20, max: 24 } },
  });
  const { assertions = [] } = records?.inputFacets.dataQualityAssertions ?? {};
  const outcome = (assertion: string, name?: string) =>
    assertions.find((one) => one.assertion === assertion && one.column === name)?.success;
  expect(outcome('value_completeness', 'temperature')).toBe(false);
  expect(outcome('value_completeness', 'part')).toBe(true);
  expect(outcome('range_validity', 'temperature')).toBe(false);
  expect(outcome('value_validity', 'result')).toBe(true);
  // What was not measured asserts nothing.
  expect(outcome('time_order')).toBeUndefined();
  const names = records?.facets.schema?.fields.map(({ name }) => name);
  for (const one of assertions) if (one.column !== undefined) expect(names).toContain(one.column);
});

it('keeps the run id of one measurement, and changes it for another', async () => {
  const { entry, report } = await madeReport();
  const idOf = (of: typeof report) => event.parse(exportOpenLineage(of, entry)).run.runId;
  expect(idOf(report)).toBe(idOf(report));
  expect(idOf({ ...report, measuredAt: '2026-05-02T08:00:00.000Z' })).not.toBe(idOf(report));
});

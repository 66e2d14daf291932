import { readFileSync } from 'node:fs';
import { Ajv2019 } from 'ajv/dist/2019.js';
import { expect, it } from 'vitest';
import { exportOdcs } from '../../../src/quality/exports/index.ts';
import { hasSharedData, sharedData } from '../../shared-data.ts';
import { madeReport } from './made-report.ts';

const schema = ['data-contracts', 'odcs-json-schema-v3.1.0.json'];

it.skipIf(!hasSharedData(...schema))('is valid by the JSON schema of ODCS 3.1.0', async () => {
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: false });
  const validate = ajv.compile(JSON.parse(readFileSync(sharedData(...schema), 'utf8')));
  for (const about of [{}, { id: '三号线', title: {}, description: {}, version: '' }]) {
    const { entry, report } = await madeReport(about);
    const contract = exportOdcs(report, entry);
    expect(validate(contract), JSON.stringify(validate.errors?.slice(0, 3))).toBe(true);
  }
  // The schema really looks at the checks.
  const { entry, report } = await madeReport();
  const spoilt = JSON.stringify(exportOdcs(report, entry)).replace(
    '"metric":"nullValues"',
    '"metric":"holes"',
  );
  expect(validate(JSON.parse(spoilt))).toBe(false);
});

it('gives checks of its library with the thresholds of the profile, and the latest results beside', async () => {
  const { entry, report } = await madeReport();
  const contract = exportOdcs(report, entry);
  expect(contract).toMatchObject({ apiVersion: 'v3.1.0', kind: 'DataContract', id: 'made', status: 'draft' });
  expect(contract).toMatchObject({
    schema: [
      {
        name: 'records',
        properties: [
          { name: 'part', primaryKey: true, primaryKeyPosition: 1 },
          {
            name: 'temperature',
            logicalTypeOptions: { minimum: 20, maximum: 23 },
            quality: expect.arrayContaining([
              expect.objectContaining({
                metric: 'nullValues',
                unit: 'percent',
                mustBeLessOrEqualTo: 20,
                dimension: 'completeness',
                customProperties: expect.arrayContaining([{ property: 'resultDenominator', value: 41 }]),
              }),
              expect.objectContaining({ metric: 'invalidValues' }),
            ]),
          },
          { name: 'result' },
        ],
        quality: expect.arrayContaining([
          expect.objectContaining({ metric: 'rowCount', mustBe: 41 }),
          expect.objectContaining({ metric: 'duplicateValues', mustBeLessOrEqualTo: 5 }),
          expect.objectContaining({ type: 'custom', engine: 'zhuji' }),
        ]),
      },
    ],
    customProperties: expect.arrayContaining([
      { property: 'verdict', value: report.verdict },
      { property: 'datasetHash', value: report.hash },
    ]),
  });
});

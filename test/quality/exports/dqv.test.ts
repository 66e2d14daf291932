import { expect, it } from 'vitest';
import { exportDqv } from '../../../src/quality/exports/index.ts';
import { madeReport } from './made-report.ts';
import { triplesOf } from './triples.ts';

const dqv = 'http://www.w3.org/ns/dqv#';
const rdfType = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type';

it('is DQV to a JSON-LD processor: each value of a metric, on a part, in a dimension', async () => {
  const { entry, report } = await madeReport();
  const triples = await triplesOf(exportDqv(report, entry));
  const objects = (subject: string, predicate: string) =>
    triples.filter((one) => one.subject.value === subject && one.predicate.value === predicate);
  const ofType = (type: string) =>
    triples
      .filter(({ predicate, object }) => predicate.value === rdfType && object.value === dqv + type)
      .map(({ subject }) => subject.value);
  const metrics = ofType('Metric');
  const dimensions = ofType('Dimension');
  const measured = report.measures.flatMap(({ result }) => (result.status === 'measured' ? [result] : []));
  const measurements = ofType('QualityMeasurement');
  expect(measurements).toHaveLength(measured.length);
  for (const one of measurements) {
    const [metric, ...others] = objects(one, `${dqv}isMeasurementOf`);
    expect(others).toEqual([]);
    expect(metrics).toContain(metric?.object.value);
    expect(objects(one, `${dqv}computedOn`)).toHaveLength(1);
    expect(objects(one, `${dqv}value`)[0]?.object.datatype?.value).toBe(
      'http://www.w3.org/2001/XMLSchema#double',
    );
  }
  const rounded = (values: readonly number[]) =>
    values.map((value) => Number(value.toPrecision(12))).toSorted((a, b) => a - b);
  const values = measurements.map((one) => Number(objects(one, `${dqv}value`)[0]?.object.value));
  expect(rounded(values)).toEqual(rounded(measured.map(({ value }) => value)));
  expect(metrics).toHaveLength(report.definitions.length);
  for (const metric of metrics) {
    const own = objects(metric, `${dqv}inDimension`).map(({ object }) => object.value);
    expect(own.length).toBeGreaterThan(0);
    for (const dimension of own) expect(dimensions).toContain(dimension);
  }
  expect(ofType('QualityPolicy')).toEqual([`urn:zhuji:profile:${report.profile}`]);
  const completeness = 'urn:zhuji:dimension:iso-iec-25012-completeness';
  expect(objects(completeness, 'http://www.w3.org/2004/02/skos/core#closeMatch')[0]?.object.value).toBe(
    'http://www.w3.org/2016/05/ldqd#completeness',
  );
  expect(objects(completeness, `${dqv}inCategory`)).toHaveLength(1);
});

it('carries verdict, gates, findings and what was not measured as annotations', async () => {
  const { entry, report } = await madeReport();
  const triples = await triplesOf(exportDqv(report, entry));
  const bodies = (kind: string) =>
    triples.filter(({ predicate, object }) => predicate.value === 'urn:zhuji:kind' && object.value === kind);
  expect(bodies('verdict')).toHaveLength(1);
  expect(bodies('gate')).toHaveLength(report.gates.length);
  expect(bodies('finding')).toHaveLength(report.findings.length);
  expect(report.findings.length).toBeGreaterThan(0);
  expect(bodies('not_measured')).toHaveLength(
    report.measures.filter(({ result }) => result.status === 'not_measured').length,
  );
  const verdict = triples.find(({ predicate }) => predicate.value === 'urn:zhuji:verdict');
  expect(verdict?.object.value).toBe(report.verdict);
});

it('names parts with any letters by valid addresses', async () => {
  const { entry, report } = await madeReport({ id: '三号线' });
  const triples = await triplesOf(exportDqv(report, entry));
  const named = triples.filter(({ subject }) => subject.value.startsWith('urn:zhuji:dataset:'));
  expect(named.length).toBeGreaterThan(50);
  for (const { subject } of named) expect(subject.value).toMatch(/^[!-~]+$/);
});

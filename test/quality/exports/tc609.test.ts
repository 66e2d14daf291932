import { describe, expect, it } from 'vitest';
import type { LabelAccuracy } from '../../../src/quality/annotation/index.ts';
import {
  type AssessmentForm,
  assess,
  type EvaluationEvidence,
  formHtml,
  formMarkdown,
} from '../../../src/quality/exports/index.ts';
import { indicators } from '../../../src/quality/index.ts';
import type { RequirementResult } from '../../../src/workspace/index.ts';
import { madeReport } from './made-report.ts';

const demand = (
  id: string,
  kind: string,
  rest: Partial<RequirementResult> & Pick<RequirementResult, 'status'>,
): RequirementResult => ({
  id,
  kind,
  level: 'required',
  description: { zh: `要求 ${id}`, en: `demand ${id}` },
  source: '',
  reason: { zh: '因故未测', en: 'for a reason' },
  ...rest,
});

const atLeast = (value: number, unit: string) => ({ op: '>=', value, unit });

const inspection: LabelAccuracy = {
  estimate: 0.95,
  low: 0.9,
  high: 0.98,
  atLeast: 0.91,
  level: 0.95,
  inspected: 100,
  wrong: 4,
  effective: 100,
  unseen: [],
  file: 'inspected.csv',
  open: 0,
  weighted: true,
  strata: [],
  mistakes: [],
  wrongItems: [],
  notices: [],
};

const evaluation: EvaluationEvidence = {
  scenario: 'line',
  agent: 'fault-diagnosis',
  model: { kind: 'reference-policy', name: 'reference-policy' },
  before: { arm: 'none', score: 0.25 },
  after: { arm: 'full', score: 0.75 },
  difference: { estimate: 0.5, low: 0.3, high: 0.7, level: 0.95 },
  items: 20,
  verdict: 'helps',
  startedAt: '2026-05-01T08:00:00.000Z',
};

function indicatorOf({ dimensions }: AssessmentForm, id: string) {
  const found = dimensions.flatMap((one) => one.indicators).find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

const resultOf = (form: AssessmentForm, id: string) => indicatorOf(form, id).result;

describe('the assessment form', () => {
  it('has the 17 indicators in three dimensions, each with a value or with the input that is missing', async () => {
    const form = assess(await madeReport());
    const rows = form.dimensions.flatMap((one) => one.indicators);
    expect(rows.map(({ id }) => id)).toEqual(indicators('TC609-5-2025-04').map(({ id }) => id));
    expect(form.dimensions.map((one) => one.indicators.length)).toEqual([4, 8, 5]);
    for (const { result } of rows) {
      if (result.status !== 'not_measured') continue;
      expect(result.why.zh).toMatch(/\p{Script=Han}/u);
      expect(result.why.en).not.toBe('');
      expect(result.missing.length).toBeGreaterThan(0);
    }
    for (const { indicators: own } of form.dimensions) {
      expect(own.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9);
    }
  });

  it('takes the values of the report, and refers to where they stand in it', async () => {
    const made = await madeReport();
    const form = assess(made);
    // 6 of 41 records lack a temperature, 1 repeats another.
    expect(resultOf(form, '0204')).toEqual({
      status: 'measured',
      value: 35 / 41,
      numerator: 35,
      denominator: 41,
    });
    expect(resultOf(form, '0203')).toMatchObject({ status: 'measured', value: 1, denominator: 41 });
    expect(resultOf(form, '0208')).toMatchObject({ status: 'measured' });
    for (const { evidence } of form.dimensions[1]?.indicators ?? []) {
      for (const { place } of evidence) {
        const index = Number(/^report\.json#\/measures\/(\d+)$/.exec(place)?.[1]);
        expect(made.report.measures[index]).toBeDefined();
      }
    }
  });

  it('counts repeats as what they take away, and lets the lowest measure decide', async () => {
    const made = await madeReport();
    const [own] = made.report.measures.filter(({ id }) => id === 'duplicate_records');
    expect(own?.result).toMatchObject({ numerator: 1, denominator: 41 });
    const only = {
      ...made.report,
      measures: made.report.measures.filter(({ id }) => id === 'duplicate_records'),
    };
    expect(resultOf(assess({ ...made, report: only }), '0208')).toMatchObject({
      numerator: 40,
      denominator: 41,
    });
  });

  it('never takes measures of values for origin, lawfulness or type', async () => {
    const form = assess(await madeReport());
    for (const id of ['0202', '0205', '0207']) {
      expect(resultOf(form, id)).toMatchObject({ status: 'not_measured' });
    }
  });

  it('fills 0301 to 0303 from the demands of the scenario, the least met first', async () => {
    const { entry, report } = await madeReport();
    const requirements = [
      demand('speed', 'coverage', { status: 'met', target: atLeast(0.8, 'share'), actual: 0.9 }),
      demand('load', 'coverage', { status: 'partly', target: atLeast(0.8, 'share'), actual: 0.4 }),
      demand('size', 'volume', { status: 'missing', target: atLeast(100, 'records'), actual: 41 }),
      demand('fresh', 'freshness', { status: 'met' }),
      demand('old', 'freshness', { status: 'missing' }),
    ];
    const form = assess({ entry, report: { ...report, scenario: 'line', requirements } });
    expect(resultOf(form, '0301')).toMatchObject({ value: 0.5, numerator: 0.4, denominator: 0.8 });
    expect(resultOf(form, '0302')).toMatchObject({ value: 0.41, numerator: 41, denominator: 100 });
    expect(resultOf(form, '0303')).toMatchObject({ value: 0.5, numerator: 1, denominator: 2 });
    expect(indicatorOf(form, '0302').evidence).toEqual([
      { what: { zh: '要求 size', en: 'demand size' }, place: 'report.json#/requirements/2' },
    ]);
    const unsure = demand('torque', 'coverage', { status: 'not_measured' });
    const open = assess({ entry, report: { ...report, requirements: [...requirements, unsure] } });
    expect(resultOf(open, '0301')).toMatchObject({ status: 'not_measured', why: { zh: '因故未测' } });
  });

  it('fills 0304 from an inspection and 0305 from an evaluation, which stands apart from the score', async () => {
    const made = await madeReport();
    const form = assess({ ...made, inspection, evaluation });
    expect(resultOf(form, '0304')).toMatchObject({
      value: 0.95,
      numerator: 96,
      denominator: 100,
      interval: { low: 0.9, high: 0.98 },
    });
    expect(resultOf(form, '0305')).toMatchObject({
      status: 'difference',
      value: 0.5,
      with: 0.75,
      without: 0.25,
    });
    expect(indicatorOf(form, '0305').note?.en).toContain('no model');
    expect(form.dimensions[2]).toMatchObject({ score: 95, covered: 0.25 });
    const invalid = assess({ ...made, evaluation: { ...evaluation, difference: null } });
    expect(resultOf(invalid, '0305')).toMatchObject({ status: 'not_measured' });
    const noEvaluation = { zh: '另一版本', en: 'another version' };
    expect(resultOf(assess({ ...made, noEvaluation }), '0305')).toMatchObject({ why: noEvaluation });
  });

  it('says whether 90 is reached only where what was not measured cannot change it', async () => {
    const { entry, report } = await madeReport();
    const all = (status: 'met' | 'missing') =>
      ['coverage', 'volume', 'freshness'].map((kind) => demand(kind, kind, { status }));
    const reaches = (requirements: readonly RequirementResult[], withLabels: boolean) =>
      assess({ entry, report: { ...report, requirements }, ...(withLabels && { inspection }) }).dimensions[2];
    expect(reaches(all('met'), true)).toMatchObject({ score: 98.75, covered: 1, reaches: true });
    expect(reaches(all('met'), false)).toMatchObject({ score: 100, covered: 0.75, reaches: null });
    expect(reaches(all('missing'), false)).toMatchObject({
      score: 0,
      bounds: { low: 0, high: 25 },
      reaches: false,
    });
    expect(reaches([], false)).toMatchObject({
      score: null,
      covered: 0,
      bounds: { low: 0, high: 100 },
      reaches: null,
    });
  });

  it('weighs by the profile', async () => {
    const { entry, report } = await madeReport();
    const weights = { ...report.weights, '0101': 7 };
    const form = assess({ entry, report: { ...report, weights } });
    expect(indicatorOf(form, '0101').weight).toBeCloseTo(0.7, 9);
    expect(form.convention).toEqual({ score: 90, basis: 'unverified' });
  });
});

describe('the printed form', () => {
  it.each(['zh', 'en'] as const)('is whole in %s, as Markdown and as HTML', async (language) => {
    const made = await madeReport({ title: { en: 'Made <b>& more', zh: '自制 <b>& 更多' } });
    const form = assess({ ...made, inspection, evaluation });
    const [page, text] = [formHtml(form, language), formMarkdown(form, language)];
    for (const { id, name } of form.dimensions.flatMap((one) => one.indicators)) {
      expect(page).toContain(id);
      expect(page).toContain(name[language]);
      expect(text).toContain(`${id} ${name[language]}`);
    }
    for (const note of form.notes) expect(page).toContain(note[language]);
    expect(page).not.toContain('<b>&');
    expect(page).toContain('&lt;b&gt;&amp;');
    if (language === 'en') {
      expect(text).not.toMatch(/\p{Script=Han}/u);
      expect(page).not.toMatch(/\p{Script=Han}/u);
    }
    expect(`${page}${text}`).not.toMatch(/undefined|NaN|\[object/);
  });
});

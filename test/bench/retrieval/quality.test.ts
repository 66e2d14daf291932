import { describe, expect, it } from 'vitest';
import { rankingQuality } from './quality.ts';

describe('the quality of a ranking', () => {
  it('is what is worked out by hand', () => {
    // Gains 0, 2, 1 at places 1 to 3, of which the ideal order is 2, 1, 1.
    const relevance = new Map([
      ['a', 2],
      ['b', 1],
      ['c', 1],
    ]);
    const found = ['x', 'a', 'b'];
    const dcg = 2 / Math.log2(3) + 1 / 2;
    const ideal = 2 + 1 / Math.log2(3) + 1 / 2;
    expect(rankingQuality(found, relevance)).toEqual({ ndcg: dcg / ideal, recall: 2 / 3, mrr: 1 / 2 });
  });

  it('counts ten documents only', () => {
    const found = [...Array.from({ length: 10 }, (_, place) => `x${place}`), 'a'];
    expect(rankingQuality(found, new Map([['a', 1]]))).toEqual({ ndcg: 0, recall: 0, mrr: 0 });
  });

  it('is 1 of the ideal order, however many documents are relevant', () => {
    const ids = Array.from({ length: 15 }, (_, place) => `d${place}`);
    const relevance = new Map(ids.map((id, place) => [id, 15 - place]));
    expect(rankingQuality(ids, relevance).ndcg).toBeCloseTo(1, 12);
  });
});

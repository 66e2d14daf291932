/** How good one ranking is: each from 0 to 1. */
export interface RankingQuality {
  readonly ndcg: number;
  readonly recall: number;
  readonly mrr: number;
}

const depth = 10;

const discounted = (gains: readonly number[]): number =>
  gains.slice(0, depth).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);

/**
 * nDCG@10 (gain = relevance, discount log2(place + 1); Järvelin and Kekäläinen, ACM TOIS 20 (2002) 422–446, as trec_eval counts it),
 * recall@10 and the reciprocal place of the first relevant document among ten.
 */
export function rankingQuality(
  found: readonly string[],
  relevance: ReadonlyMap<string, number>,
): RankingQuality {
  const gains = found.slice(0, depth).map((id) => relevance.get(id) ?? 0);
  const ideal = discounted([...relevance.values()].sort((a, b) => b - a));
  const first = gains.findIndex((gain) => gain > 0);
  return {
    ndcg: ideal > 0 ? discounted(gains) / ideal : 0,
    recall: gains.filter((gain) => gain > 0).length / Math.max(1, relevance.size),
    mrr: first < 0 ? 0 : 1 / (first + 1),
  };
}

export function meanQuality(all: readonly RankingQuality[]): RankingQuality {
  const mean = (of: (one: RankingQuality) => number) =>
    all.reduce((sum, one) => sum + of(one), 0) / Math.max(1, all.length);
  return {
    ndcg: mean(({ ndcg }) => ndcg),
    recall: mean(({ recall }) => recall),
    mrr: mean(({ mrr }) => mrr),
  };
}

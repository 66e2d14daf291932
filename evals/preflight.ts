import { type Workspace, ZhujiError } from '../src/workspace/index.ts';
import type { Arm } from './arms/index.ts';
import type { Scenario } from './scenarios/index.ts';

/** Errors: `not_found` where the workspace lacks a dataset that the scenario asks about. */
export function requireDatasets({ id, datasets }: Scenario, { catalog }: Pick<Workspace, 'catalog'>): void {
  const known = catalog.entries('dataset').map((entry) => entry.id);
  const missing = datasets.filter((dataset) => !known.includes(dataset));
  if (missing.length === 0) return;
  throw new ZhujiError(
    'not_found',
    {
      en: `The scenario "${id}" asks about datasets that the workspace lacks: ${missing.join(', ')}`,
      zh: `场景“${id}”涉及工作区中没有的数据集：${missing.join('、')}`,
    },
    {
      recovery: {
        en: `Bring them in with zhuji add, or correct "datasets" in its scenario.yaml. Datasets here: ${known.join(', ') || 'none'}.`,
        zh: `请用 zhuji add 加入，或更正其 scenario.yaml 的 datasets。现有数据集：${known.join('、') || '无'}。`,
      },
      details: { scenario: id, missing, valid_values: known },
    },
  );
}

/** Errors: `invalid_argument` for fewer than two arms, or one named twice. */
export function requireArms(arms: readonly Arm[]): void {
  const ids = arms.map(({ id }) => id);
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place);
  if (twice.length === 0 && ids.length > 1) return;
  throw new ZhujiError(
    'invalid_argument',
    twice.length > 0
      ? { en: `The arm "${twice[0]}" is named twice`, zh: `实验组“${twice[0]}”重复` }
      : {
          en: 'A comparison needs two arms or more: the first is what the others are compared with',
          zh: '比较至少需要两个实验组：其余各组都与第一组比较',
        },
    { recovery: { en: 'Use e.g. none,full.', zh: '例如使用 none,full。' }, details: { arms: ids } },
  );
}

/** Errors: `invalid_argument` where `value` is not a whole number of at least 1. */
export function requireCount(value: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= 1) return;
  throw new ZhujiError('invalid_argument', {
    en: `${name} must be a whole number of at least 1, not ${value}`,
    zh: `${name} 必须是不小于 1 的整数，而不是 ${value}`,
  });
}

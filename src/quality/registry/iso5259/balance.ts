import type { Sentence } from '../../../workspace/index.ts';
import { dimensionOf, type Indicator } from '../indicator.ts';
import { implemented, shared } from './shared.ts';

const spread = (zh: string, en: string): Sentence => ({
  zh: `${zh}的平均值 / 与平均值的最大差`,
  en: `mean ${en} / largest difference from it`,
});

const images = { inputs: ['other_modality'], reasons: ['for_images'] } as const;

/** Trap: imbalance of classes is Bal-ML-3 or Bal-ML-8; Bal-ML-1 is about the brightness of images. */
export const balance: readonly Indicator[] = dimensionOf(
  { ...shared, dimension: { zh: '均衡性', en: 'Balance' } },
  [
    {
      id: 'Bal-ML-1',
      name: { zh: '亮度均衡', en: 'Brightness balance' },
      formula: spread('图像亮度', 'brightness of images'),
      ...images,
    },
    {
      id: 'Bal-ML-2',
      name: { zh: '分辨率均衡', en: 'Resolution balance' },
      formula: spread('图像分辨率', 'resolution of images'),
      ...images,
    },
    {
      id: 'Bal-ML-3',
      name: { zh: '类别间样本数均衡', en: 'Balance of images between categories' },
      formula: spread('各类别样本数', 'number of samples of a category'),
      inputs: ['label_field'],
      reasons: ['not_built', 'no_label_field'],
      ...implemented,
      source: {
        zh: '名称虽指图像，厂商勘误与一个表格实现均用于类别均衡',
        en: 'named for images, yet a vendor’s errata and an implementation for tables use it for classes',
      },
    },
    {
      id: 'Bal-ML-4',
      name: { zh: '边界框宽高比均衡', en: 'Bounding box height to width ratio balance' },
      formula: spread('边界框宽高比', 'ratio of height to width of the boxes'),
      ...images,
    },
    {
      id: 'Bal-ML-5',
      name: { zh: '类别边界框面积均衡', en: 'Category bounding box area balance' },
      formula: spread('各类别边界框面积', 'area of the boxes of a category'),
      ...images,
    },
    {
      id: 'Bal-ML-6',
      name: { zh: '样本边界框面积均衡', en: 'Sample bounding box area balance' },
      formula: spread('各样本边界框面积', 'area of the boxes of a sample'),
      ...images,
    },
    {
      id: 'Bal-ML-7',
      name: { zh: '标签比例均衡', en: 'Label proportion balance' },
      formula: {
        zh: '|一类中某标签的占比 − 另一类中的占比|',
        en: '|share of a label in one category − its share in another|',
      },
      direction: 'lower_is_better',
      inputs: ['label_field'],
      reasons: ['not_built', 'no_label_field'],
    },
    {
      id: 'Bal-ML-8',
      name: { zh: '标签分布均衡', en: 'Label distribution balance' },
      formula: {
        zh: '标签分布与均匀分布之间的散度',
        en: 'divergence of the distribution of labels from a uniform one',
      },
      direction: 'lower_is_better',
      inputs: ['label_field'],
      reasons: ['no_label_field', 'label_is_not_a_class'],
      ...implemented,
    },
  ],
);

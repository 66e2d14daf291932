import { dimensionOf, type Indicator } from '../indicator.ts';
import { ratioOf, shared } from './shared.ts';

const ofTheSystem = { inputs: ['access_service'], reasons: ['judges_the_system'] } as const;

/** Characteristics of the system that holds the data: none can be seen in files. */
export const system: readonly Indicator[] = [
  ...dimensionOf({ ...shared, dimension: { zh: '可用性', en: 'Availability' } }, [
    {
      id: 'Ava-ML-1',
      name: { zh: '数据可用率', en: 'Data availability ratio' },
      formula: ratioOf(
        '需要时可用的数据项数',
        '需要的数据项数',
        'items available when needed',
        'items needed',
      ),
      ...ofTheSystem,
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '可移植性', en: 'Portability' } }, [
    {
      id: 'Por-ML-1',
      name: { zh: '数据移植率', en: 'Data portability ratio' },
      formula: ratioOf(
        '移植后质量不降的数据项数',
        '移植的数据项数',
        'items moved without loss of quality',
        'items moved',
      ),
      ...ofTheSystem,
    },
    {
      id: 'Por-ML-2',
      name: { zh: '预期可移植性', en: 'Prospective data portability' },
      formula: ratioOf('满足移植要求的数据项数', '数据项总数', 'items fit to be moved', 'items'),
      ...ofTheSystem,
    },
  ]),
  ...dimensionOf({ ...shared, dimension: { zh: '可恢复性', en: 'Recoverability' } }, [
    {
      id: 'Rec-ML-1',
      name: { zh: '数据恢复率', en: 'Data recoverability ratio' },
      formula: ratioOf('成功恢复的数据项数', '须恢复的数据项数', 'items recovered', 'items to be recovered'),
      ...ofTheSystem,
    },
    {
      id: 'Rec-ML-2',
      name: { zh: '特征恢复率', en: 'Feature recoverability ratio' },
      formula: ratioOf('可恢复的特征数', '特征总数', 'features that can be recovered', 'features'),
      ...ofTheSystem,
    },
  ]),
];

import type { Arm } from './arm.ts';

/** Everything that the workspace holds. */
export const full: Arm = {
  id: 'full',
  title: { en: 'all data and documents', zh: '全部数据与文档' },
  apply: (workspace) => workspace,
};

import type { Scale } from '../../methods/agreement/index.ts';
import { ZhujiError } from '../../workspace/index.ts';

/** Options of `zhuji agreement`, as written. */
export interface Options {
  readonly level: Scale;
  readonly plan?: boolean;
  readonly dataset?: string;
  readonly label?: string;
  readonly halfWidth?: string;
  readonly atLeast?: string;
  readonly expected?: string;
  readonly perClass: string;
  readonly seed: string;
  readonly inspected?: string;
  readonly confidence: string;
  readonly out?: string;
}

/** The command was not used in one of its three ways. */
export function wrongUse(en: string, zh: string): ZhujiError {
  return new ZhujiError(
    'invalid_argument',
    { en: `${en}.`, zh: `${zh}。` },
    {
      recovery: {
        en: 'zhuji agreement <file>, or --plan --dataset <id> --label <field>, or --inspected <file>',
        zh: 'zhuji agreement <文件>，或 --plan --dataset <标识> --label <字段>，或 --inspected <文件>',
      },
    },
  );
}

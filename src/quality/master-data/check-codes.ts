import type { CodeSystem, Text } from '../../workspace/index.ts';
import type { CodeFault } from './codes/code-fault.ts';
import { gbt } from './codes/gbt.ts';
import { gtin } from './codes/gtin.ts';
import { irdi } from './codes/irdi.ts';
import { uscc } from './codes/uscc.ts';

export type { CodeFault };

const checks: Readonly<Record<CodeSystem, (code: string) => CodeFault | null>> = { gtin, uscc, irdi, gbt };

export const codeFaultNames: Readonly<Record<CodeFault, Text>> = {
  length: { zh: '长度不对', en: 'wrong length' },
  characters: { zh: '含不允许的字符', en: 'characters that may not occur' },
  check_character: { zh: '校验码不符', en: 'wrong check character' },
  form: { zh: '格式不符', en: 'wrong form' },
};

export const codeSystemNames: Readonly<Record<CodeSystem, Text>> = {
  gtin: { zh: '全球贸易项目代码（GTIN）', en: 'global trade item number (GTIN)' },
  uscc: { zh: '统一社会信用代码（GB 32100）', en: 'unified social credit code (GB 32100)' },
  irdi: { zh: 'IRDI', en: 'IRDI' },
  gbt: { zh: '国家标准编号', en: 'number of a Chinese national standard' },
};

/** What is wrong with a code of a system, by itself; `null`: nothing. Whether such a code was ever given out, it does not say. */
export function codeFault(system: CodeSystem, code: string): CodeFault | null {
  return checks[system](code.trim());
}

import { analyse } from '../analysis/analyse.ts';
import { faultsAndMaintenance } from './faults-and-maintenance.ts';
import { heatTreatment } from './heat-treatment.ts';
import { machining } from './machining.ts';
import { qualityAndData } from './quality-and-data.ts';
import { rotatingMachines } from './rotating-machines.ts';

/** Names of one concept in both languages. */
export interface Concept {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

export const glossary: readonly Concept[] = [
  machining,
  heatTreatment,
  rotatingMachines,
  faultsAndMaintenance,
  qualityAndData,
].flatMap((topic) =>
  topic
    .trim()
    .split('\n')
    .map((line) => {
      const [zh = '', en = ''] = line.split(' = ');
      return { zh: zh.split(' | '), en: en.split(', ') };
    }),
);

const termsOf = (text: string): string[] =>
  analyse(text).flatMap((token) => (token.kind === 'id' ? [] : [token.term]));

export interface Names {
  /** Terms of each name in the other language. */
  readonly other: readonly (readonly string[])[];
}

function byName(from: 'zh' | 'en', key: (name: string) => string): ReadonlyMap<string, Names> {
  const found = new Map<string, { other: string[][] }>();
  for (const concept of glossary) {
    for (const name of concept[from]) {
      const names = found.get(key(name)) ?? { other: [] };
      names.other.push(...concept[from === 'zh' ? 'en' : 'zh'].map(termsOf));
      found.set(key(name), names);
    }
  }
  return found;
}

/** English names of a Chinese one. */
export const fromChinese: ReadonlyMap<string, Names> = byName('zh', (name) => name);
/** Chinese names of an English one; the key is the terms of its words, joined by blanks. */
export const fromEnglish: ReadonlyMap<string, Names> = byName('en', (name) => termsOf(name).join(' '));

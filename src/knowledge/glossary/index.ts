import { analyse } from '../analysis/analyse.ts';
import { normalise } from '../analysis/normalise.ts';
import { bearingsAndCondition } from './bearings-and-condition.ts';
import { communicationAndSoftware } from './communication-and-software.ts';
import { dataAndModels } from './data-and-models.ts';
import { electricalAndControl } from './electrical-and-control.ts';
import { faultsAndMaintenance } from './faults-and-maintenance.ts';
import { heatTreatment } from './heat-treatment.ts';
import { hydraulicsAndPneumatics } from './hydraulics-and-pneumatics.ts';
import { injectionMoulding } from './injection-moulding.ts';
import { machining } from './machining.ts';
import { machiningProcesses } from './machining-processes.ts';
import { materialsAndTreatment } from './materials-and-treatment.ts';
import { qualityAndData } from './quality-and-data.ts';
import { rollingAndSteel } from './rolling-and-steel.ts';
import { rotatingMachines } from './rotating-machines.ts';
import { sensorsAndMeasurement } from './sensors-and-measurement.ts';
import { weldingAndJoining } from './welding-and-joining.ts';

/** Names of one concept in both languages. */
export interface Concept {
  readonly zh: readonly string[];
  readonly en: readonly string[];
}

/** One concept a line: Chinese names with ` | ` between, ` = `, English names with `, ` between. */
function conceptOf(line: string): Concept {
  const [zh, en, more] = line.split(' = ');
  if (!zh || !en || more !== undefined) throw new Error(`Not a line of a glossary: ${line}`);
  return { zh: zh.split(' | '), en: en.split(', ') };
}

export const glossary: readonly Concept[] = [
  machining,
  machiningProcesses,
  heatTreatment,
  materialsAndTreatment,
  rollingAndSteel,
  weldingAndJoining,
  injectionMoulding,
  rotatingMachines,
  bearingsAndCondition,
  hydraulicsAndPneumatics,
  electricalAndControl,
  sensorsAndMeasurement,
  faultsAndMaintenance,
  qualityAndData,
  dataAndModels,
  communicationAndSoftware,
].flatMap((topic) => topic.trim().split('\n').map(conceptOf));

/** Terms of a name as the index holds them; identifiers stand beside the words that they are made of. */
export const termsOf = (text: string): string[] =>
  analyse(text).flatMap((token) => (token.kind === 'id' ? [] : [token.term]));

/** Terms of each name in the other language. */
export type Names = readonly (readonly string[])[];

function byName(from: 'zh' | 'en', key: (name: string) => string): ReadonlyMap<string, Names> {
  const found = new Map<string, string[][]>();
  for (const concept of glossary) {
    for (const name of concept[from]) {
      const names = found.get(key(name)) ?? [];
      names.push(...concept[from === 'zh' ? 'en' : 'zh'].map(termsOf));
      found.set(key(name), names);
    }
  }
  return found;
}

/** English names of a Chinese one. */
export const fromChinese: ReadonlyMap<string, Names> = byName('zh', (name) =>
  normalise(name).text.toLowerCase(),
);
/** Chinese names of an English one; the key is the terms of its words, joined by blanks. */
export const fromEnglish: ReadonlyMap<string, Names> = byName('en', (name) => termsOf(name).join(' '));

import type { Entry, FieldCard } from '../../shared/tool-data.ts';
import { namesOf } from '../field-words.ts';
import type { RecordSet } from '../find-record.ts';
import { sameUnit } from '../units.ts';

/** A dataset of vibration measurements with lines of their spectra, told by units and shared columns. */
export interface SpectrumDataset {
  readonly measurements: RecordSet;
  readonly lines: RecordSet;
  /** The column that joins the two. */
  readonly key: string;
  readonly speed: FieldCard;
  readonly frequency: FieldCard;
  readonly amplitude: FieldCard;
  /** Column with the type of the bearing. */
  readonly bearing: FieldCard | undefined;
  readonly velocity: FieldCard | undefined;
  /** Column with the level of noise, in the unit of the amplitude. */
  readonly floor: FieldCard | undefined;
}

const withUnit = ({ fields }: RecordSet, unit: string) =>
  fields.find((field) => field.unit !== null && sameUnit(field.unit, unit));

/** `undefined` where the dataset is not of that kind. */
export function spectrumDataset({ record_sets: sets = [] }: Entry): SpectrumDataset | undefined {
  for (const lines of sets) {
    const frequency = withUnit(lines, 'Hz');
    const amplitude = lines.fields.find(
      ({ id, type, unit }) => id !== frequency?.id && type === 'number' && unit !== null,
    );
    if (!frequency || !amplitude) continue;
    for (const measurements of sets) {
      const speed = withUnit(measurements, 'rpm');
      const key = lines.fields.find(
        ({ id, type }) => type === 'string' && measurements.fields.some((field) => field.id === id),
      );
      if (measurements === lines || !speed || !key) continue;
      return {
        measurements,
        lines,
        key: key.id,
        speed,
        frequency,
        amplitude,
        bearing: measurements.fields.find((field) => namesOf(field).includes('bearing')),
        velocity: withUnit(measurements, 'mm/s'),
        floor: measurements.fields.find(({ unit }) => unit !== null && sameUnit(unit, amplitude.unit ?? '')),
      };
    }
  }
  return undefined;
}

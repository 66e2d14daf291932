import { isTimeField } from '../facts/pass.ts';
import { fieldFold } from './fold.ts';

export interface TimeSteps {
  /** Pairs of neighbours with a time, and those that go back in time. */
  readonly steps: number;
  readonly backward: number;
  /** The first ten rows that do. */
  readonly rows: readonly number[];
}

/** Whether times grow from record to record as they lie in the source. */
export const timeSteps = fieldFold<TimeSteps>({
  id: 'time_steps',
  order: 'source',
  fields: ({ fields }) => fields.filter(({ field }) => isTimeField(field)),
  async prepare() {
    return () => {
      let [steps, backward] = [0, 0];
      let last = Number.NaN;
      const backwardRows: number[] = [];
      return {
        push(times, { rows }) {
          for (let place = 0; place < times.length; place += 1) {
            const time = times[place] ?? Number.NaN;
            if (Number.isNaN(time)) continue;
            if (!Number.isNaN(last)) steps += 1;
            if (time < last) {
              backward += 1;
              if (backwardRows.length < 10) backwardRows.push(rows[place] ?? 0);
            }
            last = time;
          }
        },
        finish: () => ({ steps, backward, rows: backwardRows }),
      };
    };
  },
});

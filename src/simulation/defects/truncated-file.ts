import { integer } from '../../methods/random.ts';
import { type FileDefect, noPlace } from './defect.ts';
import { lineStarts } from './lines.ts';
import { severities } from './severities.ts';

/** The file ends too early, in the middle of a line. */
export const truncatedFile: FileDefect = {
  kind: 'truncated_file',
  applies: (file) => lineStarts(file).length > 20,
  inject(file, { severity, rng }) {
    if (!this.applies(file)) throw noPlace(this.kind);
    const { share } = severities.truncated_file[severity];
    const starts = lineStarts(file);
    const rows = starts.length - 1;
    // The record that is cut, from 1: the line with that index, as the header is line 0.
    const last = Math.max(2, Math.round(rows * (1 - share)));
    const from = starts[last] ?? 0;
    const to = starts[last + 1] ?? file.length;
    // Behind the first character at least, and before what may be the last cell's.
    const cut = integer(rng, from + 1, Math.max(from + 1, from + Math.floor((to - from) * 0.8)));
    return {
      file: file.slice(0, cut),
      truth: {
        kind: this.kind,
        severity,
        fields: [],
        rows: [last],
        intervals: [],
        parameters: { bytes: cut, recordsLost: rows - last },
        origin: Array.from({ length: last }, (_, place) => place + 1),
      },
    };
  },
};

import { sampleWithout } from '../../methods/random.ts';
import { type FileDefect, noPlace } from './defect.ts';
import { gbkBytes } from './gbk.ts';
import { lineStarts } from './lines.ts';
import { severities } from './severities.ts';

interface Line {
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly gbk: Uint8Array;
}

/** Lines below the header that hold Chinese text. */
function chineseLines(file: Uint8Array): readonly Line[] {
  const starts = lineStarts(file);
  const decoder = new TextDecoder('utf-8');
  return starts.slice(1).flatMap((from, index) => {
    const to = starts[index + 2] ?? file.length;
    const bytes = file.subarray(from, to);
    if (bytes.every((byte) => byte < 0x80)) return [];
    const gbk = gbkBytes(decoder.decode(bytes));
    return gbk ? [{ row: index + 1, from, to, gbk }] : [];
  });
}

/** Some lines of a UTF-8 file are in GBK, as when files of two programs are joined. */
export const mixedEncodings: FileDefect = {
  kind: 'mixed_encodings',
  applies: (file) => chineseLines(file).length >= 20,
  inject(file, { severity, rng }) {
    const lines = chineseLines(file);
    if (!this.applies(file)) throw noPlace(this.kind);
    const { share } = severities.mixed_encodings[severity];
    const chosen = sampleWithout(rng, lines, Math.ceil(lines.length * share)).sort((a, b) => a.row - b.row);
    const parts: Uint8Array[] = [];
    let done = 0;
    for (const { from, to, gbk } of chosen) {
      parts.push(file.subarray(done, from), gbk);
      done = to;
    }
    parts.push(file.subarray(done));
    return {
      file: Buffer.concat(parts),
      truth: {
        kind: this.kind,
        severity,
        fields: [],
        rows: chosen.map(({ row }) => row),
        intervals: [],
        parameters: { encoding: 'gbk', lines: chosen.length },
      },
    };
  },
};

const lineEnd = 0x0a;

/** Beginnings of the lines of a file, the header's first; an empty line at the end is none. */
export function lineStarts(file: Uint8Array): readonly number[] {
  const starts = [0];
  for (let at = file.indexOf(lineEnd); at >= 0 && at + 1 < file.length; at = file.indexOf(lineEnd, at + 1)) {
    starts.push(at + 1);
  }
  return starts;
}

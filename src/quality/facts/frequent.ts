/** The most frequent texts with their numbers, for a message: `“foo” (5), “bar” (3)`; long ones cut. */
export function frequentTexts(counts: readonly (readonly [text: string, count: number])[], most = 5): string {
  const shown = counts.slice(0, most).map(([text, count]) => `“${cut(text)}” (${count})`);
  return counts.length > most ? `${shown.join(', ')}, …` : shown.join(', ');
}

/** Text from data, on one line. */
function cut(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}

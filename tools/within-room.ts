/** Tokens that `value` as JSON costs about, on the high side. The server counts the whole answer anew. */
function roughTokens(value: unknown): number {
  let tokens = 0;
  for (const character of JSON.stringify(value) ?? '') tokens += character <= '\x7f' ? 0.4 : 1.5;
  return tokens;
}

/** As many of the first values as fit into about so many tokens, one at least, and how many do not. */
export function withinRoom<T>(values: readonly T[], room: number): { kept: T[]; left: number } {
  const kept: T[] = [];
  let spent = 0;
  for (const value of values) {
    spent += roughTokens(value);
    if (spent > room && kept.length > 0) break;
    kept.push(value);
  }
  return { kept, left: values.length - kept.length };
}

/** Where an answer's `_meta` says that its text is data: clients may show or treat it differently. */
export const untrustedMeta = { 'zhuji/content': 'untrusted-data' } as const;

// Default-ignorable code points are those that show nothing: zero-width and bidirectional controls, tags, variation
// selectors, fillers. Interlinear annotation (U+FFF9 to U+FFFB) and other controls are not among them.
const invisible = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cs}\uFFF9-\uFFFB]/gu;
const lineEnds = /\r\n?|[\u0085\u2028\u2029]/g;

/** Text without characters that a reader cannot see; line ends become `\n`, tabs stay. */
export function visibleText(text: string): string {
  return text
    .replace(lineEnds, '\n')
    .replace(invisible, (found) => (found === '\n' || found === '\t' ? found : ''));
}

/** Plain JSON with only visible text, in values and in names. A name that would hide another gets a number. */
export function visible(value: unknown): unknown {
  if (typeof value === 'string') return visibleText(value);
  if (typeof value === 'bigint') return String(value);
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  if (Array.isArray(value)) return value.map((item) => visible(item) ?? null);
  if (typeof value !== 'object' || value === null) return value;
  const taken = new Set<string>();
  const entries = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => {
      const clean = visibleText(name);
      let unique = clean;
      for (let number = 2; taken.has(unique); number++) unique = `${clean}_${number}`;
      taken.add(unique);
      return [unique, visible(member)] as const;
    });
  return Object.fromEntries(entries);
}

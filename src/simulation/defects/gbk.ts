let codes: ReadonlyMap<string, readonly [number, number]> | undefined;

/** Two bytes of each character of GBK, read off the decoder. */
function gbkCodes(): ReadonlyMap<string, readonly [number, number]> {
  if (codes) return codes;
  const decoder = new TextDecoder('gbk');
  const found = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const text = decoder.decode(Uint8Array.of(lead, trail));
      if (trail !== 0x7f && text.length === 1 && text !== '\ufffd' && !found.has(text)) {
        found.set(text, [lead, trail]);
      }
    }
  }
  codes = found;
  return found;
}

/** Text in GBK; `null` where it has characters that GBK has not. */
export function gbkBytes(text: string): Uint8Array | null {
  const bytes: number[] = [];
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes.push(code);
    else {
      const pair = gbkCodes().get(character);
      if (!pair) return null;
      bytes.push(...pair);
    }
  }
  return Uint8Array.from(bytes);
}

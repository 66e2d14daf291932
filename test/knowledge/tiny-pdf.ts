/** One page: what it shows, as operators of PDF. */
type Page = string;

const ascii = (text: string) => Buffer.from(text, 'latin1');

/**
 * A PDF of some pages in one font that is not embedded: `Helvetica`, or a Chinese one by a character map such as
 * `GBK-EUC-H`. `padding` bytes are added in a stream that nothing uses.
 */
export function tinyPdf(pages: readonly Page[], encoding?: string, padding = 0): Uint8Array {
  const font = encoding
    ? `<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /${encoding} /DescendantFonts [<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor << /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >> >>] >>`
    : '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>';
  const kids = pages.map((_, i) => `${4 + 2 * i} 0 R`).join(' ');
  const objects: Buffer[] = [
    ascii('<< /Type /Catalog /Pages 2 0 R >>'),
    ascii(`<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`),
    ascii(font),
  ];
  for (const [i, page] of pages.entries()) {
    objects.push(
      ascii(
        `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents ${5 + 2 * i} 0 R >>`,
      ),
      ascii(`<< /Length ${page.length} >>\nstream\n${page}\nendstream`),
    );
  }
  if (padding > 0)
    objects.push(
      Buffer.concat([
        ascii(`<< /Length ${padding} >>\nstream\n`),
        Buffer.alloc(padding, 65),
        ascii('\nendstream'),
      ]),
    );
  const parts: Buffer[] = [ascii('%PDF-1.4\n')];
  const offsets: number[] = [];
  let at = parts[0]?.length ?? 0;
  for (const [i, body] of objects.entries()) {
    offsets.push(at);
    const object = Buffer.concat([ascii(`${i + 1} 0 obj\n`), body, ascii('\nendobj\n')]);
    parts.push(object);
    at += object.length;
  }
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  parts.push(
    ascii(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF\n`,
    ),
  );
  return Buffer.concat(parts);
}

/** A page that shows lines of text, each already in the bytes of its encoding. */
export function textPage(lines: readonly (string | Uint8Array)[]): Page {
  const shown = lines.map((line) => `<${Buffer.from(line).toString('hex')}> Tj 0 -20 Td`).join(' ');
  return `BT /F 12 Tf 72 770 Td ${shown} ET`;
}

/** A number for reading: `digits` significant digits, a true minus sign, `–` where there is none. */
export function formatNumber(value: number | null | undefined, digits = 4): string {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e9 || size < 1e-4)) {
    return value
      .toExponential(digits - 1)
      .replace(/(\.0+|(?<=\.\d+)0+)?e\+?/, 'e')
      .replaceAll('-', '−');
  }
  const whole = Math.max(1, Math.floor(Math.log10(size || 1)) + 1);
  const rounded = Number(value.toFixed(Math.max(0, digits - whole)));
  return grouped(rounded).replace('-', '−');
}

function grouped(value: number): string {
  const [whole = '', fraction] = String(value).split('.');
  const spaced = whole.replace(/\B(?=(\d{3})+$)/g, '\u202f');
  return fraction === undefined ? spaced : `${spaced}.${fraction}`;
}

/** A share as per cent; never `100 %` or `0 %` for a share that is not all or nothing. */
export function formatShare(share: number | null | undefined): string {
  if (share === null || share === undefined || Number.isNaN(share)) return '–';
  if (share > 0.999 && share < 1) return '>99.9\u202f%';
  if (share > 0 && share < 0.001) return '<0.1\u202f%';
  return `${formatNumber(Number((share * 100).toFixed(1)))}\u202f%`;
}

/** The version of a repaired dataset: that of its source with `repair.<n>` as build metadata of semantic versioning. */
export function repairedVersion(version: string): string {
  const [, before = version, count] = /^(.*?[+.]?)repair\.(\d+)$/.exec(version) ?? [];
  if (count !== undefined) return `${before}repair.${Number(count) + 1}`;
  if (version === '') return 'repair.1';
  return `${version}${version.includes('+') ? '.' : '+'}repair.1`;
}

/** `<dataset>-repaired`, with a number where that is taken. */
export function repairedId(id: string, taken: (id: string) => boolean): string {
  const base = `${id.replace(/-repaired(-\d+)?$/, '')}-repaired`;
  let free = base;
  for (let n = 2; taken(free); n += 1) free = `${base}-${n}`;
  return free;
}

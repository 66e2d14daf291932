import { join } from 'node:path';

/** Name of the file that makes a folder a workspace. */
export const manifestName = 'zhuji.yaml';

/** Where things lie in a workspace folder. All paths are absolute when `root` is. */
export interface Layout {
  readonly root: string;
  readonly manifest: string;
  readonly datasets: string;
  readonly knowledge: string;
  /** Lists that people keep, one folder per kind of entry. */
  readonly registers: string;
  /** Everything in here can be rebuilt. */
  readonly derived: string;
  readonly index: string;
  readonly quality: string;
  readonly runs: string;
  /** Where a dataset is put together before it takes its place; on the same file system as `datasets`. */
  readonly staging: string;
  dataset(id: string): string;
  /** Croissant metadata of a dataset. */
  metadata(id: string): string;
  /** Folder of one register, e.g. of the scenarios. */
  register(name: 'scenarios'): string;
  /** Folder of the Parquet files derived from the dataset version with this hash. */
  tables(hash: string): string;
}

export function layoutOf(root: string): Layout {
  const derived = join(root, '.zhuji');
  const datasets = join(root, 'datasets');
  const registers = join(root, 'registers');
  return {
    root,
    manifest: join(root, manifestName),
    datasets,
    knowledge: join(root, 'knowledge'),
    registers,
    derived,
    index: join(derived, 'index'),
    quality: join(derived, 'quality'),
    runs: join(derived, 'runs'),
    staging: join(derived, 'staging'),
    dataset: (id) => join(datasets, id),
    metadata: (id) => join(datasets, id, 'croissant.json'),
    register: (name) => join(registers, name),
    tables: (hash) => join(derived, 'tables', hash),
  };
}

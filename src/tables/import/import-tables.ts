import { ZhujiError } from '../../workspace/index.ts';
import type { ImportedTable, ImportOptions } from '../types.ts';

/**
 * Reads one source file and writes one Parquet file per table into `targetFolder`, which is made where absent.
 * Either every table is written or none.
 * Errors: `unreadable_file`, `unsupported_format`, `too_large`, `cancelled`.
 */
export async function importTables(
  file: string,
  _targetFolder: string,
  _options: ImportOptions = {},
): Promise<ImportedTable[]> {
  throw new ZhujiError('unsupported_format', `${file}: no reader for this format yet`);
}

import type { Tool } from '../src/server/tool.ts';
import { getEntries } from './get-entries.ts';
import { getQualityReport } from './get-quality-report.ts';
import { queryRows } from './query-rows.ts';
import { readDocument } from './read-document.ts';
import { readResource } from './read-resource.ts';
import { searchCatalog } from './search-catalog.ts';
import { searchKnowledge } from './search-knowledge.ts';

export {
  getEntries,
  getQualityReport,
  queryRows,
  readDocument,
  readResource,
  searchCatalog,
  searchKnowledge,
};

/** The tools of this project, in the order in which clients list them. */
export const tools: readonly Tool[] = [
  searchCatalog,
  getEntries,
  queryRows,
  getQualityReport,
  searchKnowledge,
  readDocument,
  readResource,
];

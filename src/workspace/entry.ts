import type { DatasetEntry, DocumentEntry } from './entries.ts';
import type { ScenarioEntry } from './scenario.ts';

export type Entry = DatasetEntry | DocumentEntry | ScenarioEntry;

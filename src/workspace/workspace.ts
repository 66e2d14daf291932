import type { Catalog } from './catalog.ts';
import type { Knowledge } from './knowledge.ts';
import type { Quality } from './quality.ts';
import type { TableEngine } from './tables.ts';
import type { Text } from './text.ts';

/** Everything that is read goes through this; an evaluation arm is a function from one to another. */
export interface Workspace {
  readonly id: string;
  readonly title: Text;
  readonly catalog: Catalog;
  readonly tables: TableEngine;
  readonly knowledge: Knowledge;
  readonly quality: Quality;
  close(): Promise<void>;
}

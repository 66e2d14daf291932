import { z } from 'zod';
import { isId } from './ids.ts';
import type { Layout } from './layout.ts';
import { readYaml } from './yaml.ts';

export const idRule = 'must begin with a letter or digit and go on with letters, digits, "_", "." or "-"';

/** What `zhuji.yaml` may hold. */
export const manifestSchema = z.strictObject({
  id: z.string().refine(isId, idRule),
  title: z.strictObject({ zh: z.string().optional(), en: z.string().optional() }).default({}),
});

export type Manifest = z.output<typeof manifestSchema>;

/** Reads `zhuji.yaml`. Errors: `configuration` with file and line, `not_found`, `too_large`. */
export async function readManifest(layout: Layout): Promise<Manifest> {
  return readYaml(layout.manifest, manifestSchema, 'configuration');
}

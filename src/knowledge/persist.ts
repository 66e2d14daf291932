import type { Prepared } from './prepare.ts';
import { format, type Manifest } from './store/manifest.ts';
import { encodeLearnt } from './store/model-file.ts';
import { commitManifest, writeForeign, writeStored } from './store/write.ts';

/** Stores what is new and makes it the current index. Other processes keep what they opened. */
export async function persist(folder: string, prepared: Prepared): Promise<void> {
  const { refreshed, lesson, index } = prepared;
  const documents: Manifest['documents'] = [];
  for (const document of refreshed.documents) {
    const { path, entry } = document;
    const stored =
      refreshed.kept.get(path) ?? (await writeStored(folder, 'document', JSON.stringify(document)));
    documents.push({ ...stored, path, id: entry.id, hash: entry.hash });
  }
  const model = lesson && {
    ...(await writeStored(folder, 'model', encodeLearnt(lesson))),
    weight: lesson.weight,
  };
  const write = index?.write;
  const vectors = index &&
    write && {
      ...(await writeForeign(folder, 'vectors', (path) => write(path))),
      dimension: index.dimension,
      count: index.count,
    };
  await commitManifest(folder, {
    format,
    hash: refreshed.hash,
    documents,
    model: model ?? null,
    vectors: vectors ?? null,
  });
}

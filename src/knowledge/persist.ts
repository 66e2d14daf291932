import type { Prepared } from './prepare.ts';
import { encodeLearnt } from './store/model-file.ts';
import { persistDocuments } from './store/persist-documents.ts';
import { writeForeign, writeStored } from './store/write.ts';

/** Stores what is new and makes it the current index. Other processes keep what they opened. */
export async function persist(folder: string, prepared: Prepared): Promise<void> {
  const { refreshed, lesson, index } = prepared;
  const model = lesson && {
    ...(await writeStored(folder, 'model', encodeLearnt(lesson))),
    weight: lesson.weight,
    floor: lesson.floor,
  };
  const write = index?.write;
  const vectors = index &&
    write && {
      ...(await writeForeign(folder, 'vectors', (path) => write(path))),
      dimension: index.dimension,
      count: index.count,
    };
  await persistDocuments(folder, refreshed.held, { model: model ?? null, vectors: vectors ?? null });
}

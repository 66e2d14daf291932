import type { Catalog, Quality, TableEngine, ZhujiError } from '../workspace/index.ts';

/** Datasets that cannot be served, and why: whoever asks for one gets its error. */
export type Problems = ReadonlyMap<string, ZhujiError>;

export function guardCatalog(catalog: Catalog, problems: Problems): Catalog {
  return {
    ...catalog,
    dataset(id) {
      const problem = catalog.get(id) === undefined ? problems.get(id) : undefined;
      if (problem) throw problem;
      return catalog.dataset(id);
    },
  };
}

export function guardTables(engine: TableEngine, problems: Problems): TableEngine {
  const refuse = (dataset: string): void => {
    const problem = problems.get(dataset);
    if (problem) throw problem;
  };
  return {
    async query(query, options) {
      refuse(query.dataset);
      return engine.query(query, options);
    },
    async *scan(request, options) {
      refuse(request.dataset);
      yield* engine.scan(request, options);
    },
    async repeats(dataset, recordSet, fields, options) {
      refuse(dataset);
      return engine.repeats(dataset, recordSet, fields, options);
    },
    without(dataset, recordSet, rows) {
      refuse(dataset);
      return guardTables(engine.without(dataset, recordSet, rows), problems);
    },
    close: () => engine.close(),
  };
}

export function guardQuality(quality: Quality, problems: Problems): Quality {
  return {
    async report(dataset, options) {
      const problem = problems.get(dataset);
      if (problem) throw problem;
      return quality.report(dataset, options);
    },
  };
}

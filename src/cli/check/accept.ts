import type { DatasetDeclaration } from '../../catalog/index.ts';
import { type DatasetEntry, nearest, type Proposal, ZhujiError } from '../../workspace/index.ts';

/** Accepted where nothing else is said. */
export const surely = 0.9;

/** Proposals to accept: the named ones, or else all that are at least so sure. Errors: `not_found`. */
export function chosenProposals(
  proposals: readonly Proposal[],
  named: readonly string[],
  confidence: number,
): readonly Proposal[] {
  if (named.length === 0) return proposals.filter((one) => one.confidence >= confidence);
  const ids = proposals.map(({ id }) => id);
  const unknown = named.find((id) => !ids.includes(id));
  if (unknown === undefined) return proposals.filter(({ id }) => named.includes(id));
  const meant = nearest(unknown, ids);
  const offered = (meant.length > 0 ? meant : ids.slice(0, 10)).join(', ');
  throw new ZhujiError(
    'not_found',
    { en: `There is no proposal "${unknown}"`, zh: `没有建议“${unknown}”` },
    {
      recovery: offered
        ? { en: `Use one of: ${offered}.`, zh: `可用：${offered}。` }
        : { en: 'Nothing is proposed for this dataset.', zh: '该数据集没有任何建议。' },
      details: { did_you_mean: meant, valid_values: ids.slice(0, 50) },
    },
  );
}

type Declared = Record<string, unknown>;

/** The proposals as a declaration; rules are added to those that the dataset has. */
export function declarationOf(
  proposals: readonly Proposal[],
  { recordSets }: Pick<DatasetEntry, 'recordSets'>,
): DatasetDeclaration {
  const fields: Record<string, Declared> = {};
  const tables: Record<string, Declared & { rules?: unknown[] }> = {};
  for (const { recordSet, field, property, value } of proposals) {
    if (field !== undefined) {
      const name = `${recordSet}.${field}`;
      fields[name] = { ...fields[name], [property]: value };
    } else if (property === 'rule') {
      const declared = recordSets.find(({ id }) => id === recordSet)?.rules ?? [];
      tables[recordSet] = {
        ...tables[recordSet],
        rules: [...(tables[recordSet]?.rules ?? declared), value],
      };
    } else {
      tables[recordSet] = { ...tables[recordSet], [property]: value };
    }
  }
  // The single table of a dataset is declared at the top.
  const [only, ...more] = recordSets;
  const ofTables = only && more.length === 0 ? tables[only.id] : { recordSets: tables };
  return { fields, ...ofTables } as DatasetDeclaration;
}

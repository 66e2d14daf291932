import {
  cardItems,
  type DataCard,
  type DatasetEntry,
  type Publication,
  type RecordSet,
} from '../../workspace/index.ts';
import type { DatasetDeclaration } from '../declaration.ts';
import { unknownOfField } from '../formats/croissant/index.ts';
import { declaredText, declareField } from './declare-field.ts';
import { declareRecordSet } from './declare-record-set.ts';
import { declaredFields } from './declared-fields.ts';
import { declaredTables } from './declared-tables.ts';

function declaredRecordSets(declaration: DatasetDeclaration, recordSets: readonly RecordSet[]): RecordSet[] {
  const ofField = declaredFields(declaration, recordSets);
  const ofTable = declaredTables(declaration, recordSets);
  return recordSets.map((recordSet) => {
    const fields = recordSet.fields.map((field) => {
      const found = ofField(recordSet, field);
      return found ? declareField(field, found[1], recordSet, recordSets, `fields.${found[0]}`) : field;
    });
    return ofTable(recordSet.id).reduce<RecordSet>(
      (result, [place, declared]) => declareRecordSet(result, declared, place),
      { ...recordSet, fields },
    );
  });
}

function declaredCard(card: DatasetDeclaration['card'] = {}): DataCard {
  return Object.fromEntries(
    cardItems.flatMap((item) => {
      const text = declaredText(card[item]);
      return text ? [[item, text]] : [];
    }),
  );
}

function publicationOf(
  { creator, datePublished, provenance, card: declared }: DatasetDeclaration,
  before: Publication,
): Publication {
  const card: DataCard = { ...before.card, ...declaredCard(declared) };
  return {
    ...before,
    ...(creator !== undefined && { creator }),
    ...(datePublished !== undefined && { datePublished }),
    ...(provenance !== undefined && { provenance }),
    ...(Object.keys(card).length > 0 && { card }),
  };
}

/** What nobody has declared still. */
function unknownAfter(
  declaration: DatasetDeclaration,
  before: readonly string[],
  recordSets: readonly RecordSet[],
): string[] {
  const lacking = new Set(recordSets.flatMap(({ fields }) => fields.flatMap(unknownOfField)));
  const still = (property: string): boolean => {
    if (property === 'fields.unit') return lacking.has('unit');
    if (property === 'fields.role') return lacking.has('role');
    const said = declaration[property as keyof DatasetDeclaration];
    if (said === undefined || said === '') return true;
    return typeof said === 'object' && Object.values(said).every((part) => part === undefined);
  };
  return before.filter(still);
}

/**
 * An entry with what is declared: members that the declaration has take the place of what was there, others stay; rules are
 * taken over by their id. Errors: `invalid_argument`, with the place in the declaration and the nearest names.
 */
export function declare(entry: DatasetEntry, declaration: DatasetDeclaration): DatasetEntry {
  const recordSets = declaredRecordSets(declaration, entry.recordSets);
  const publication = publicationOf(declaration, entry.publication ?? {});
  const title = declaredText(declaration.title);
  const description = declaredText(declaration.description);
  const { keywords, version, license, maturity, resourceType, generated } = declaration;
  return {
    ...entry,
    ...(title && { title }),
    ...(description && { description }),
    ...(keywords && { keywords }),
    ...(version !== undefined && { version }),
    ...(license !== undefined && { license }),
    ...(maturity && { maturity }),
    ...(resourceType && { resourceType }),
    ...(generated !== undefined && { generated }),
    ...(Object.keys(publication).length > 0 && { publication }),
    unknown: unknownAfter(declaration, entry.unknown, recordSets),
    recordSets,
  };
}

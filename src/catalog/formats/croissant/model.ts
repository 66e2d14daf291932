import { nodesOf, textOf, valuesOf } from './access.ts';
import type { Node, Value } from './node.ts';
import type { CroissantVersion } from './vocabulary.ts';

export interface FieldModel {
  readonly node: Node;
  readonly key: string;
  readonly parent: FieldModel | undefined;
  readonly subFields: readonly FieldModel[];
}

export interface RecordSetModel {
  readonly node: Node;
  readonly key: string;
  /** The fields on top. */
  readonly fields: readonly FieldModel[];
  /** All fields, those within others too. */
  readonly allFields: readonly FieldModel[];
}

/** A reference with its place. */
export interface Reference {
  readonly target: string;
  readonly pointer: string;
}

export type Target =
  | { readonly kind: 'resource'; readonly node: Node; readonly key: string }
  | { readonly kind: 'recordSet'; readonly recordSet: RecordSetModel; readonly key: string }
  | {
      readonly kind: 'field';
      readonly field: FieldModel;
      readonly recordSet: RecordSetModel;
      readonly key: string;
    };

export interface CroissantModel {
  readonly version: CroissantVersion;
  readonly dataset: Node;
  readonly resources: readonly { readonly node: Node; readonly key: string }[];
  readonly recordSets: readonly RecordSetModel[];
  readonly targets: ReadonlyMap<string, Target>;
}

const unquoted = (target: string): string => /^#\{(.*)\}$/.exec(target)?.[1] ?? target;

function referencesIn(values: readonly Value[]): Reference[] {
  return values.flatMap((value): Reference[] => {
    if (value.kind === 'literal') return [{ target: unquoted(String(value.value)), pointer: value.pointer }];
    if (value.kind === 'node' && value.id !== undefined) {
      return [{ target: unquoted(value.id), pointer: `${value.pointer}/@id` }];
    }
    return [];
  });
}

const places = [
  'cr:fileObject',
  'cr:fileSet',
  'cr:recordSet',
  'cr:field',
  'sc:distribution',
  'sc:field',
  'sc:fileObject',
];

/** What `source`, `references`, `containedIn` or `key` of a node refer to. Version 0.8 does it by name, later ones by `@id`. */
export function referencesOf(node: Node, ...names: readonly string[]): Reference[] {
  return valuesOf(node, ...names).flatMap((value) => {
    if (value.kind !== 'node') return referencesIn([value]);
    const inner = referencesIn(valuesOf(value, ...places));
    return inner.length > 0 ? inner : referencesIn([value]);
  });
}

function fieldModel(node: Node, container: string, parent: FieldModel | undefined): FieldModel {
  const key = node.id ?? `${container}/${textOf(node, 'sc:name') ?? ''}`;
  const field: { node: Node; key: string; parent: FieldModel | undefined; subFields: FieldModel[] } = {
    node,
    key,
    parent,
    subFields: [],
  };
  field.subFields = nodesOf(node, 'cr:subField').map((sub) => fieldModel(sub, key, field));
  return field;
}

const withSubFields = (field: FieldModel): FieldModel[] => [field, ...field.subFields.flatMap(withSubFields)];

export function modelOf(dataset: Node, version: CroissantVersion): CroissantModel {
  const keyOf = (node: Node): string => node.id ?? textOf(node, 'sc:name') ?? '';
  const resources = nodesOf(dataset, 'sc:distribution').map((node) => ({ node, key: keyOf(node) }));
  const recordSets = nodesOf(dataset, 'cr:recordSet', 'sc:recordSet').map((node) => {
    const key = keyOf(node);
    const fields = nodesOf(node, 'cr:field', 'sc:field').map((field) => fieldModel(field, key, undefined));
    return { node, key, fields, allFields: fields.flatMap(withSubFields) };
  });
  const targets = new Map<string, Target>();
  for (const { node, key } of resources) if (key) targets.set(key, { kind: 'resource', node, key });
  for (const recordSet of recordSets) {
    if (recordSet.key) targets.set(recordSet.key, { kind: 'recordSet', recordSet, key: recordSet.key });
    for (const field of recordSet.allFields) {
      targets.set(field.key, { kind: 'field', field, recordSet, key: field.key });
    }
  }
  return { version, dataset, resources, recordSets, targets };
}

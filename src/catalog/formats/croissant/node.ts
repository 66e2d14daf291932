import { expandName, type Terms } from './context-terms.ts';

/** A value with its place in the file. */
export interface Literal {
  readonly kind: 'literal';
  readonly value: string | number | boolean;
  readonly language: string | undefined;
  readonly pointer: string;
}

/** JSON that is not to be interpreted. */
export interface JsonValue {
  readonly kind: 'json';
  readonly value: unknown;
  readonly pointer: string;
}

/** An object of the file under its expanded names; a bare `{"@id": …}` is a reference. */
export interface Node {
  readonly kind: 'node';
  readonly id: string | undefined;
  readonly types: readonly string[];
  readonly properties: ReadonlyMap<string, readonly Value[]>;
  readonly pointer: string;
}

export type Value = Literal | JsonValue | Node;

const deepest = 64;

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : value === undefined || value === null ? [] : [value];
}

const text = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/**
 * A JSON-LD object under its expanded names, each value with its JSON pointer. It covers what Croissant files use
 * (terms, prefixes, `@vocab`, `@json`, language maps, value objects, `@list`); it is no full JSON-LD processor: contexts
 * inside the document, `@reverse`, `@graph`, `@nest` and aliases of keywords are left out.
 */
export function expand(
  source: Readonly<Record<string, unknown>>,
  terms: Terms,
  pointer = '',
  depth = 0,
): Node {
  const properties = new Map<string, Value[]>();
  for (const [key, value] of Object.entries(source)) {
    if (key.startsWith('@')) continue;
    const name = expandName(key, terms);
    const at = `${pointer}/${escaped(key)}`;
    properties.set(name, [...(properties.get(name) ?? []), ...values(value, key, terms, at, depth + 1)]);
  }
  return {
    kind: 'node',
    id: text(source['@id']),
    types: list(source['@type']).flatMap((type) =>
      typeof type === 'string' ? [expandName(type, terms)] : [],
    ),
    properties,
    pointer,
  };
}

function values(value: unknown, key: string, terms: Terms, pointer: string, depth: number): Value[] {
  const term = terms.terms.get(key);
  if (term?.type === '@json') return [{ kind: 'json', value, pointer }];
  if (depth > deepest) return [];
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => values(one, key, terms, `${pointer}/${index}`, depth + 1));
  }
  if (typeof value === 'string' && term?.type === '@vocab') {
    return [{ kind: 'literal', value: expandName(value, terms), language: undefined, pointer }];
  }
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
    const language = typeof value === 'string' ? terms.language : undefined;
    return [{ kind: 'literal', value, language, pointer }];
  }
  if (!isObject(value)) return [];
  if (term?.container === '@language' && !Object.keys(value).some((name) => name.startsWith('@'))) {
    return Object.entries(value).flatMap(([language, one]) =>
      values(
        { '@value': one, '@language': language },
        '',
        terms,
        `${pointer}/${escaped(language)}`,
        depth + 1,
      ),
    );
  }
  if ('@list' in value) return values(value['@list'], key, terms, `${pointer}/@list`, depth + 1);
  if ('@value' in value) {
    const plain = value['@value'];
    if (typeof plain !== 'string' && typeof plain !== 'number' && typeof plain !== 'boolean') return [];
    return [{ kind: 'literal', value: plain, language: text(value['@language']), pointer }];
  }
  return [expand(value, terms, pointer, depth)];
}

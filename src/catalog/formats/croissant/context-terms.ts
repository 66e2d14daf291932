import { knownContext } from './context.ts';

export interface Term {
  /** Compact name, see {@link compact}. */
  readonly name: string;
  readonly type: string | undefined;
  readonly container: string | undefined;
}

export interface Terms {
  readonly vocabulary: string | undefined;
  readonly language: string | undefined;
  readonly terms: ReadonlyMap<string, Term>;
  /** Prefixes and their addresses. */
  readonly prefixes: ReadonlyMap<string, string>;
}

const shortened: readonly (readonly [string, string])[] = [
  ['https://schema.org/', 'sc:'],
  ['http://schema.org/', 'sc:'],
  ['http://mlcommons.org/croissant/RAI/', 'rai:'],
  ['http://mlcommons.org/croissant/', 'cr:'],
  ['http://mlcommons.org/schema/', 'cr:'],
  ['http://purl.org/dc/terms/', 'dct:'],
  ['http://rdf-vocabulary.ddialliance.org/cv/SummaryStatisticType/2.1.2/', 'ddi-stats:'],
  ['http://www.wikidata.org/entity/', 'wd:'],
  ['http://rdfs.org/ns/void#', 'void:'],
  ['http://qudt.org/schema/qudt/', 'qudt:'],
  ['http://qudt.org/vocab/unit/', 'unit:'],
  ['http://www.w3.org/ns/sosa/', 'sosa:'],
  ['http://www.w3.org/2006/time#', 'time:'],
  ['http://purl.org/linked-data/cube#', 'qb:'],
  ['http://www.w3.org/ns/prov#', 'prov:'],
  ['http://www.w3.org/ns/adms#', 'adms:'],
  ['urn:zhuji:', 'zhuji:'],
];

/** Leads a name whose prefix the context does not declare: it means nothing, however familiar it looks. */
export const undeclared = 'undeclared:';

/** One name per property, whichever prefix, scheme or version of the namespace a file uses. */
export function compact(iri: string): string {
  for (const [address, prefix] of shortened)
    if (iri.startsWith(address)) return prefix + iri.slice(address.length);
  return iri;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The definitions of one or more contexts merged, in order; addresses that are not built in go to `unknown`. */
function merged(context: unknown, unknown: string[]): Readonly<Record<string, unknown>> {
  const contexts: unknown[] = Array.isArray(context) ? context : [context];
  const known = contexts.map((one) => {
    if (typeof one !== 'string') return isObject(one) ? one : {};
    const terms = knownContext(one);
    if (!terms) unknown.push(one);
    return terms ?? {};
  });
  return Object.assign({}, ...known);
}

/** Reads a `@context`. Nothing is fetched: contexts named by an address that is not built in are returned as unknown. */
export function readContext(context: unknown): {
  readonly terms: Terms;
  readonly unknown: readonly string[];
} {
  const unknown: string[] = [];
  const definitions = Object.entries(merged(context, unknown));
  const text = (name: string): string | undefined => {
    const value = definitions.find(([key]) => key === name)?.[1];
    return typeof value === 'string' ? value : undefined;
  };
  const prefixes = new Map<string, string>();
  for (const [key, value] of definitions) {
    if (!key.startsWith('@') && typeof value === 'string' && /[/#:]$/.test(value)) prefixes.set(key, value);
  }
  const found: Terms = {
    vocabulary: text('@vocab'),
    language: text('@language'),
    terms: new Map(),
    prefixes,
  };
  const terms = new Map<string, Term>();
  for (const [key, value] of definitions) {
    if (key.startsWith('@')) continue;
    const definition = isObject(value) ? value : { '@id': value };
    const id = definition['@id'] ?? key;
    if (typeof id !== 'string') continue;
    const option = (name: string): string | undefined => {
      const chosen = definition[name];
      return typeof chosen === 'string' ? chosen : undefined;
    };
    terms.set(key, { name: expandName(id, found), type: option('@type'), container: option('@container') });
  }
  return { terms: { ...found, terms }, unknown };
}

/** The compact name that a key, a type or a vocabulary value stands for. */
export function expandName(name: string, terms: Terms): string {
  if (name.startsWith('@')) return name;
  const term = terms.terms.get(name);
  if (term) return term.name;
  const colon = name.indexOf(':');
  if (colon > 0) {
    if (name.startsWith('//', colon + 1)) return compact(name);
    const prefix = terms.prefixes.get(name.slice(0, colon));
    if (prefix !== undefined) return compact(prefix + name.slice(colon + 1));
    const familiar = shortened.some(([, short]) => name.slice(0, colon + 1) === short);
    return familiar ? undeclared + name : compact(name);
  }
  return terms.vocabulary === undefined ? name : compact(terms.vocabulary + name);
}

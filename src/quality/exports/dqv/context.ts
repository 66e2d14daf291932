import type { Text } from '../../../workspace/index.ts';

export type Json = Record<string, unknown>;

/** Prefixes of the W3C Data Quality Vocabulary (Note of 2016-12-15) and of what it leans on. */
export const qualityPrefixes = {
  dqv: 'http://www.w3.org/ns/dqv#',
  ldqd: 'http://www.w3.org/2016/05/ldqd#',
  oa: 'http://www.w3.org/ns/oa#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  dct: 'http://purl.org/dc/terms/',
  dcat: 'http://www.w3.org/ns/dcat#',
  prov: 'http://www.w3.org/ns/prov#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
  zhuji: 'urn:zhuji:',
} as const;

/** How the values of these properties are meant; a term is its own full name, so that two contexts can be joined. */
export const qualityTerms: Readonly<Record<string, unknown>> = {
  'dqv:value': { '@type': 'xsd:double' },
  'zhuji:numerator': { '@type': 'xsd:double' },
  'zhuji:denominator': { '@type': 'xsd:double' },
  'zhuji:thresholds': { '@type': '@json' },
  'prov:endedAtTime': { '@type': 'xsd:dateTime' },
};

/** A text as literals with a language each. */
export function literals(text: Text): readonly Json[] {
  return (['zh', 'en'] as const).flatMap((language) => {
    const value = text[language];
    return value === undefined ? [] : [{ '@language': language, '@value': value }];
  });
}

export const reference = (iri: string): Json => ({ '@id': iri });

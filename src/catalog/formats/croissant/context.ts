import { namespaces } from './vocabulary.ts';

const croissantTerms = [
  'annotation',
  'arrayShape',
  'citeAs',
  'column',
  'containedIn',
  'equivalentProperty',
  'excludes',
  'extract',
  'field',
  'fileProperty',
  'fileObject',
  'fileSet',
  'format',
  'includes',
  'isArray',
  'isLiveDataset',
  'jsonPath',
  'key',
  'md5',
  'parentField',
  'readLines',
  'recordSet',
  'references',
  'regex',
  'sdVersion',
  'separator',
  'source',
  'subField',
  'transform',
  'unArchive',
  'value',
] as const;

/**
 * The context of a written file: the one of the Croissant 1.1 specification (its appendix 1, with schema.org by https as
 * every published file has it), and these extensions.
 *
 * - `unitText`, `unitCode` (schema.org) and `qudt:hasUnit`: the unit of a field, as written, as `ucum:<code>`, as QUDT.
 * - `minValue`, `maxValue` (schema.org): the valid range of a field. `alternateName`: its name for people.
 * - `additionalType` (schema.org): the role of a field, see `roleTypes`.
 * - `key`, `references` (Croissant): what is unique, and whose values a field may take only. A list of allowed values is a record
 *   set of type `sc:Enumeration` that the field refers to; `zhuji:values` holds it where the field refers to another one already.
 * - `valuePattern` (schema.org): regular expression of a whole text. `zhuji:codeSystem`: what its codes are.
 * - `zhuji:interval`, `zhuji:classes`, `zhuji:qualifies`: distance of
 *   neighbouring times, records of each class, the fields that a status is about.
 * - `zhuji:declaredRows`, `zhuji:rule` with `zhuji:condition` and `zhuji:tolerance`: what every version of a record set is to be like.
 * - `prov:wasDerivedFrom`, `prov:wasGeneratedBy`: the dataset version (`zhuji:hash`) that this one was made from, and how.
 * - `rai:dataLimitations`, `rai:dataPreprocessingProtocol`, `rai:dataAnnotationProtocol`, `rai:dataUseCases`, `conditionsOfAccess` and
 *   `contactPoint` (schema.org), and where nothing public fits `zhuji:distribution`, `zhuji:labelStatistics`, `zhuji:samples`,
 *   `zhuji:evaluationMethod`, `zhuji:baselineResults`, `zhuji:typicalCases`: the data card.
 * - `zhuji:unknown`: properties that nobody declared. `zhuji:unitFrom`: where a unit was read (`name`, `metadata`).
 * - `zhuji:reading`, `zhuji:notices`: how a record set was read from its file, and what is to be known about that.
 * - `zhuji:maturity`, `zhuji:resourceType`, `zhuji:generated`, `zhuji:link`, `zhuji:position`: of the catalog entry.
 */
export const croissantContext: Readonly<Record<string, unknown>> = {
  '@language': 'en',
  '@vocab': namespaces.sc,
  ...namespaces,
  ...Object.fromEntries(croissantTerms.map((term) => [term, `cr:${term}`])),
  conformsTo: 'dct:conformsTo',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  examples: { '@id': 'cr:examples', '@type': '@json' },
  'qudt:hasUnit': { '@type': '@id' },
  'zhuji:reading': { '@type': '@json' },
  'zhuji:notices': { '@type': '@json' },
  'zhuji:values': { '@type': '@json' },
  'zhuji:classes': { '@type': '@json' },
};

/** Terms of a context that is named by address only, as far as it is one of the Croissant working group or schema.org. */
export function knownContext(address: string): Readonly<Record<string, unknown>> | undefined {
  if (/^https?:\/\/mlcommons\.org\/croissant(\/|$)/.test(address)) return croissantContext;
  if (/^https?:\/\/(www\.)?schema\.org(\/|$)/.test(address)) return { '@vocab': namespaces.sc };
  return undefined;
}

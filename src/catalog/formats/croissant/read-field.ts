import { z } from 'zod';
import {
  codeSystems,
  type Field,
  type FieldRole,
  type FieldStatistics,
  fieldRoles,
  type Unit,
} from '../../../workspace/index.ts';
import { bilingualOf, literalsOf, nodesOf, numberOf, textOf, textsOf, valuesOf } from './access.ts';
import { compact } from './context-terms.ts';
import { type CroissantModel, type FieldModel, referencesOf } from './model.ts';
import type { Node } from './node.ts';
import { idWithin, readReferences } from './read-values.ts';
import { qudtUnits, roleTypes, statisticTerms, typeOf } from './vocabulary.ts';

const classCounts = z.record(z.string(), z.int().nonnegative());

function readUnit(node: Node): Unit | null {
  const code = textOf(node, 'sc:unitCode');
  const qudt = textOf(node, 'qudt:hasUnit', 'qudt:unit')?.replace(/^.*[/:]/, '');
  const byQudt = Object.entries(qudtUnits).find(([, name]) => name === qudt)?.[0];
  const ucum = code?.startsWith('ucum:') ? code.slice('ucum:'.length) : (byQudt ?? null);
  const symbol = textOf(node, 'sc:unitText') ?? ucum ?? code ?? qudt;
  if (symbol === undefined) return null;
  return { symbol, ucum, from: textOf(node, 'zhuji:unitFrom') === 'name' ? 'name' : 'metadata' };
}

function readStatistics(node: Node): FieldStatistics | undefined {
  const found = new Map<string, number | string>();
  for (const annotation of nodesOf(node, 'cr:annotation')) {
    const types = textsOf(annotation, 'cr:dataType');
    const [value] = literalsOf(annotation, 'cr:value', 'sc:value');
    const term = Object.entries(statisticTerms).find(([, { dataType }]) => types.includes(dataType));
    if (term && value && typeof value.value !== 'boolean') found.set(term[0], value.value);
  }
  const number = (name: string): number | undefined => {
    const value = found.get(name);
    return typeof value === 'number' ? value : undefined;
  };
  const [count, missing, distinct] = [number('count'), number('missing'), number('distinct')];
  if (count === undefined || missing === undefined || distinct === undefined) return undefined;
  const [min, max, mean, sd] = [found.get('min'), found.get('max'), number('mean'), number('sd')];
  return {
    count,
    missing,
    distinct,
    ...(min !== undefined && { min }),
    ...(max !== undefined && { max }),
    ...(mean !== undefined && { mean }),
    ...(sd !== undefined && { sd }),
  };
}

function readRole(node: Node): FieldRole | null {
  const types = [...textsOf(node, 'sc:additionalType'), ...textsOf(node, 'cr:dataType')].map(compact);
  return fieldRoles.find((role) => types.includes(roleTypes[role])) ?? null;
}

/** Name of the column that a field is extracted from. */
export function columnOf(field: FieldModel): string | undefined {
  for (const source of nodesOf(field.node, 'cr:source')) {
    for (const extract of nodesOf(source, 'cr:extract')) {
      const column = textOf(extract, 'cr:column');
      if (column !== undefined) return column;
      const path = textOf(extract, 'cr:jsonPath');
      const last = path === undefined ? undefined : /(?:\["([^"]*)"\]|\.([^.[\]]+))$/.exec(path);
      if (last) return last[1] ?? last[2];
    }
  }
  return undefined;
}

/** A field of the file as a field of the catalog. */
export function readField(field: FieldModel, recordSet: string, model: CroissantModel): Field {
  const { node, key } = field;
  const id = idWithin(key, recordSet);
  const [min, max] = [numberOf(node, 'sc:minValue'), numberOf(node, 'sc:maxValue')];
  const title = bilingualOf(node, 'sc:alternateName');
  const statistics = readStatistics(node);
  const pattern = textOf(node, 'sc:valuePattern');
  const codeSystem = z.enum(codeSystems).safeParse(textOf(node, 'zhuji:codeSystem')).data;
  const interval = numberOf(node, 'zhuji:interval');
  const [counted] = valuesOf(node, 'zhuji:classes');
  const classes = counted?.kind === 'json' ? classCounts.safeParse(counted.value).data : undefined;
  const qualifies = referencesOf(node, 'zhuji:qualifies').map(({ target }) => idWithin(target, recordSet));
  return {
    id,
    name: textOf(node, 'sc:name') ?? columnOf(field) ?? id,
    ...(Object.keys(title).length > 0 && { title }),
    description: bilingualOf(node, 'sc:description'),
    type: field.subFields.length > 0 ? 'structure' : typeOf(textsOf(node, 'cr:dataType')),
    unit: readUnit(node),
    role: readRole(node),
    ...((min !== undefined || max !== undefined) && {
      range: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    }),
    ...readReferences(field, model),
    ...(pattern !== undefined && { pattern }),
    ...(codeSystem !== undefined && { codeSystem }),
    ...(interval !== undefined && { interval }),
    ...(classes && { classes }),
    ...(qualifies.length > 0 && { qualifies }),
    ...(statistics && { statistics }),
  };
}

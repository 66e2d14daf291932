import { ucumCode } from '../../tables/units.ts';
import type { Field, RecordSet, Text, Unit } from '../../workspace/index.ts';
import type { FieldDeclaration } from '../declaration.ts';
import { findField, findReference, refuseItself } from './find-field.ts';
import { patternProblem } from './pattern.ts';
import { refused } from './refusal.ts';

/** A declared text without the members that are absent. */
export function declaredText(
  text: { zh?: string | undefined; en?: string | undefined } | undefined,
): Text | undefined {
  if (!text) return undefined;
  const { zh, en } = text;
  return { ...(zh !== undefined && { zh }), ...(en !== undefined && { en }) };
}

function declaredUnit(symbol: string): Unit {
  return { symbol, ucum: ucumCode(symbol) ?? null, from: 'metadata' };
}

const isText = ({ type }: Field): boolean => type === 'string' || type === 'structure';

function checkPattern(field: Field, pattern: string, place: string): void {
  const problem = patternProblem(pattern);
  if (problem) throw refused(`${place}.pattern`, problem, { details: { value: pattern } });
  if (!isText(field)) {
    throw refused(`${place}.pattern`, {
      en: `a pattern is for text, and "${field.id}" is of type ${field.type}`,
      zh: `pattern 用于文本，而 "${field.id}" 的类型为 ${field.type}`,
    });
  }
}

function checkCodes(field: Field, place: string): void {
  if (field.type === 'string' || field.type === 'integer') return;
  throw refused(`${place}.codeSystem`, {
    en: `codes are text or whole numbers, and "${field.id}" is of type ${field.type}`,
    zh: `编码是文本或整数，而 "${field.id}" 的类型为 ${field.type}`,
  });
}

function checkRange({ min, max }: { min?: number | undefined; max?: number | undefined }, place: string) {
  if (min === undefined || max === undefined || min <= max) return;
  throw refused(`${place}.range`, { en: `min ${min} is above max ${max}`, zh: `min ${min} 大于 max ${max}` });
}

/** A field with what is declared of it; what is not declared stays. Errors: `invalid_argument` with the place. */
export function declareField(
  field: Field,
  declaration: FieldDeclaration,
  own: RecordSet,
  recordSets: readonly RecordSet[],
  place: string,
): Field {
  const { range, unit, role, values, pattern, codeSystem, interval, classes } = declaration;
  const [title, description] = [declaredText(declaration.title), declaredText(declaration.description)];
  if (range) checkRange(range, place);
  if (pattern !== undefined) checkPattern(field, pattern, place);
  if (codeSystem !== undefined) checkCodes(field, place);
  const qualifies = declaration.qualifies?.map((name) => findField(own, name, `${place}.qualifies`).id);
  const references =
    declaration.references === undefined
      ? undefined
      : findReference(recordSets, own, declaration.references, `${place}.references`);
  if (references?.recordSet === own.id && references.field === field.id)
    refuseItself(`${place}.references`, field.id);
  return {
    ...field,
    ...(title && { title }),
    ...(description && { description }),
    ...(unit !== undefined && { unit: declaredUnit(unit) }),
    ...(role !== undefined && { role }),
    ...(range && {
      range: {
        ...(range.min !== undefined && { min: range.min }),
        ...(range.max !== undefined && { max: range.max }),
      },
    }),
    ...(values && { values }),
    ...(pattern !== undefined && { pattern }),
    ...(codeSystem !== undefined && { codeSystem }),
    ...(interval !== undefined && { interval }),
    ...(classes && { classes }),
    ...(qualifies && { qualifies }),
    ...(references && { references }),
  };
}

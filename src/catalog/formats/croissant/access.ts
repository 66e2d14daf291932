import type { Text } from '../../../workspace/index.ts';
import type { Literal, Node, Value } from './node.ts';

export function valuesOf(node: Node, ...names: readonly string[]): readonly Value[] {
  return names.flatMap((name) => node.properties.get(name) ?? []);
}

export function nodesOf(node: Node, ...names: readonly string[]): Node[] {
  return valuesOf(node, ...names).filter((value): value is Node => value.kind === 'node');
}

export function literalsOf(node: Node, ...names: readonly string[]): Literal[] {
  return valuesOf(node, ...names).filter((value): value is Literal => value.kind === 'literal');
}

/** The first text; a node's name or id where the value is a node. */
export function textOf(node: Node, ...names: readonly string[]): string | undefined {
  for (const value of valuesOf(node, ...names)) {
    if (value.kind === 'literal') return String(value.value);
    if (value.kind === 'node') {
      const name = textOf(value, 'sc:name') ?? value.id;
      if (name !== undefined) return name;
    }
  }
  return undefined;
}

/** All texts, with the names or ids of nodes. */
export function textsOf(node: Node, ...names: readonly string[]): string[] {
  return valuesOf(node, ...names).flatMap((value) => {
    if (value.kind === 'json') return [];
    const text = value.kind === 'literal' ? String(value.value) : (value.id ?? textOf(value, 'sc:name'));
    return text === undefined ? [] : [text];
  });
}

export function numberOf(node: Node, ...names: readonly string[]): number | undefined {
  return literalsOf(node, ...names).find(({ value }) => typeof value === 'number')?.value as
    | number
    | undefined;
}

export function flagOf(node: Node, ...names: readonly string[]): boolean {
  return literalsOf(node, ...names).some(
    ({ value }) => value === true || value === 'true' || value === 'True',
  );
}

/** Texts by language; other languages than zh and en stand for English where there is none. */
export function bilingualOf(node: Node, ...names: readonly string[]): Text {
  const found: { zh?: string; en?: string } = {};
  let other: string | undefined;
  for (const { value, language = 'en' } of literalsOf(node, ...names)) {
    if (/^zh\b/i.test(language)) found.zh ??= String(value);
    else if (/^en\b/i.test(language)) found.en ??= String(value);
    else other ??= String(value);
  }
  if (other !== undefined && found.en === undefined && found.zh === undefined) found.en = other;
  return found;
}

/** How a message names a node. */
export function nameOf(node: Node): string {
  return node.id ?? textOf(node, 'sc:name') ?? (node.pointer || '/');
}

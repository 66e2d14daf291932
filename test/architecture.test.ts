import { readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Storeys from the ground up: a file may import its own part and parts of lower storeys. */
const storeys: readonly (readonly string[])[] = [
  ['src/workspace', 'src/methods', 'src/report'],
  ['src/tables'],
  ['src/catalog', 'src/knowledge', 'src/quality', 'src/simulation'],
  ['src/open', 'src/add'],
  ['src/repair'],
  ['src/server'],
  ['tools'],
  ['agents'],
  ['evals'],
  ['src/index', 'src/cli'],
];

/** Neighbours on one storey that may lean on each other, in one direction. */
const leanings: readonly (readonly [from: string, to: string])[] = [
  ['src/methods', 'src/workspace'],
  ['src/report', 'src/workspace'],
  ['src/add', 'src/open'],
  ['src/cli', 'src/index'],
];

/** Packages that only the named parts may use. */
const reserved: readonly (readonly [pattern: RegExp, parts: readonly RegExp[]])[] = [
  [/^@duckdb\//, [/^src\/tables\//]],
  [/^jsep$/, [/^src\/methods\/condition\//]],
  [/^hnswlib-node/, [/^src\/knowledge\//]],
  [/^@modelcontextprotocol\/(server|node)/, [/^src\/server\//]],
  [/^@modelcontextprotocol\/sdk/, [/^agents\/shared\/connection/]],
  [/^@langchain\/mcp-adapters/, [/^agents\/shared\/connection/]],
  [/^(langchain|@langchain\/)/, [/^agents\//]],
];

const files = ['src', 'tools', 'agents', 'evals']
  .flatMap((folder) => globFiles(resolve(root, folder)))
  .map((file) => relative(root, file).replaceAll('\\', '/'));

function globFiles(folder: string): string[] {
  return ts.sys.readDirectory(folder, ['.ts'], undefined, ['**/*.ts']);
}

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): Import[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(resolve(root, file), 'utf8'),
    ts.ScriptTarget.Latest,
    false,
  );
  const found: Import[] = [];
  const add = (specifier: ts.Expression | undefined, typeOnly: boolean) => {
    if (!specifier || !ts.isStringLiteral(specifier)) return;
    const { text } = specifier;
    const to = text.startsWith('.')
      ? relative(root, resolve(root, dirname(file), text)).replaceAll('\\', '/')
      : text;
    found.push({ from: file, to, typeOnly });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      const clause = node.importClause;
      const bindings = clause?.namedBindings;
      const allTypes =
        bindings !== undefined &&
        ts.isNamedImports(bindings) &&
        !clause?.name &&
        bindings.elements.every((element) => element.isTypeOnly);
      add(node.moduleSpecifier, clause?.phaseModifier === ts.SyntaxKind.TypeKeyword || allTypes);
    }
    if (ts.isExportDeclaration(node)) add(node.moduleSpecifier, node.isTypeOnly);
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], false);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const imports = files.flatMap(importsOf);
const isOurs = ({ to }: Import) => /^(src|tools|agents|evals)\//.test(to);

function partOf(file: string): string {
  const part = storeys.flat().find((name) => file === `${name}.ts` || file.startsWith(`${name}/`));
  if (!part) throw new Error(`${file} belongs to no part: name it in the storeys of this test`);
  return part;
}

const storeyOf = (part: string) => storeys.findIndex((storey) => storey.includes(part));

describe('the direction of dependence', () => {
  it('finds the files it judges', () => {
    expect(files.length).toBeGreaterThan(40);
    expect(imports.filter(isOurs).length).toBeGreaterThan(60);
  });

  it('never points upwards, nor sideways but where it is said', () => {
    const wrong = imports.filter(isOurs).filter(({ from, to }) => {
      const [a, b] = [partOf(from), partOf(to)];
      if (a === b || storeyOf(b) < storeyOf(a)) return false;
      return !leanings.some(([leaner, support]) => leaner === a && support === b);
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('lets report pages depend on nothing but types', () => {
    const wrong = imports.filter(({ from, to, typeOnly }) => {
      return (
        from.startsWith('src/report/') &&
        isOurs({ from, to, typeOnly }) &&
        !to.startsWith('src/report/') &&
        !typeOnly
      );
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('keeps the data from the agents but through an MCP client', () => {
    const wrong = imports.filter(
      ({ from, to }) =>
        from.startsWith('agents/') && /^src\/(tables|catalog|knowledge|quality|simulation|open|add)/.test(to),
    );
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('has no circles of files', () => {
    const graph = new Map(
      files.map((file) => [file, imports.filter((edge) => edge.from === file && isOurs(edge))]),
    );
    const state = new Map<string, 'open' | 'done'>();
    const circles: string[] = [];
    const visit = (file: string, path: readonly string[]): void => {
      if (state.get(file) === 'done') return;
      if (state.get(file) === 'open') {
        circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
        return;
      }
      state.set(file, 'open');
      for (const { to } of graph.get(file) ?? []) visit(to, [...path, file]);
      state.set(file, 'done');
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  it('keeps each foreign library behind the part that owns it', () => {
    const wrong = imports.filter(({ from, to }) => {
      const rule = reserved.find(([pattern]) => pattern.test(to));
      return rule && !rule[1].some((part) => part.test(from));
    });
    expect(wrong.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });
});

import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';
import { ZhujiError } from '../../src/workspace/index.ts';

const root = resolve(import.meta.dirname, '..', '..');
const han = /\p{Script=Han}/u;

interface Pair {
  readonly place: string;
  readonly en: string;
  readonly zh: string;
}

/** The written parts of a text or template; `undefined` for what is only known at run time. */
function written(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)].join('');
}

/** Every `{ en: '…', zh: '…' }` of a file. */
function pairsOf(file: string): Pair[] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, false);
  const found: Pair[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isObjectLiteralExpression(node)) {
      const texts = new Map<string, string | undefined>();
      for (const member of node.properties) {
        if (ts.isPropertyAssignment(member) && ts.isIdentifier(member.name)) {
          texts.set(member.name.text, written(member.initializer));
        }
      }
      const [en, zh] = [texts.get('en'), texts.get('zh')];
      if (en !== undefined && zh !== undefined) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        found.push({ place: `${relative(root, file)}:${line + 1}`, en, zh });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

const pairs = ['src', 'tools', 'agents', 'evals']
  .flatMap((folder) => ts.sys.readDirectory(resolve(root, folder), ['.ts'], undefined, ['**/*.ts']))
  .flatMap(pairsOf);

/** Words of a person, not only names, numbers and units. */
const prose = (text: string): boolean => /[a-z]{2,} [a-z]{2,}/.test(text);

describe('an error', () => {
  const error = new ZhujiError(
    'locked',
    { en: 'in use', zh: '正在使用' },
    { recovery: { en: 'Wait.', zh: '请等待。' } },
  );

  it('says the same in both languages', () => {
    expect(error.in('en')).toEqual({ message: 'in use', recovery: 'Wait.' });
    expect(error.in('zh')).toEqual({ message: '正在使用', recovery: '请等待。' });
    expect([error.message, error.recovery]).toEqual(['in use', 'Wait.']);
  });

  it('may have nothing to recommend', () => {
    const bare = new ZhujiError('cancelled', { en: 'stopped', zh: '已停止' });
    expect(bare.in('zh')).toEqual({ message: '已停止', recovery: '' });
  });

  it('takes no text in one language: the compiler refuses it', () => {
    // @ts-expect-error English alone
    new ZhujiError('locked', 'in use');
    // @ts-expect-error English alone
    new ZhujiError('locked', { en: 'in use', zh: '正在使用' }, { recovery: 'Wait.' });
  });
});

describe('texts in two languages', () => {
  it('are found in the program', () => {
    expect(pairs.length).toBeGreaterThan(200);
  });

  it('are Chinese where they say so', () => {
    expect(pairs.filter(({ en, zh }) => prose(en) && !han.test(zh))).toEqual([]);
  });

  it('are English where they say so', () => {
    expect(pairs.filter(({ en }) => han.test(en))).toEqual([]);
  });
});

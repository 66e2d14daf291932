import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { datasetDeclaration } from '../src/catalog/index.ts';
import { program } from '../src/cli/program.ts';

const root = resolve(import.meta.dirname, '..');

function blocks(file: string): { language: string; code: string }[] {
  const text = readFileSync(resolve(root, file), 'utf8');
  return [...text.matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)].map(([, language = '', code = '']) => ({
    language,
    code,
  }));
}

describe.each(['README.md', 'README.zh-CN.md'])('%s', (file) => {
  const of = (language: string) => blocks(file).filter((block) => block.language === language);

  it('has configurations that are JSON and start the server', () => {
    const configurations = of('json').map(({ code }) => JSON.parse(code));
    expect(configurations).toHaveLength(3);
    for (const { mcpServers, servers } of configurations) {
      expect((mcpServers ?? servers).zhuji).toMatchObject({
        command: 'zhuji',
        args: ['serve', '--workspace', expect.any(String)],
      });
    }
  });

  it('has a dataset description that zhuji add takes', () => {
    for (const { code } of of('yaml')) expect(datasetDeclaration.parse(parse(code)).fields).toBeDefined();
    expect(of('yaml')).toHaveLength(1);
  });

  it('names only commands and options that there are', async () => {
    const zhuji = await program([]);
    const lines = of('sh').flatMap(({ code }) => code.split('\n'));
    const calls = lines.flatMap((line) =>
      [...line.matchAll(/(?:^|&& |; )(?:\w+=\S+ )*zhuji (.*?)(?= &&|;|#|$)/g)].map((match) => match[1] ?? ''),
    );
    expect(calls.length).toBeGreaterThan(10);
    for (const call of calls) {
      const words = call.trim().split(/\s+/);
      const command = zhuji.commands.find((candidate) => words.includes(candidate.name()));
      expect(command?.name(), call).toBeDefined();
      const known = [...zhuji.options, ...(command?.options ?? [])].map((option) => option.long);
      for (const word of words.filter((one) => one.startsWith('--'))) expect(known).toContain(word);
    }
  });
});

it('says the same in both languages: the code blocks are of the same kinds', () => {
  expect(blocks('README.zh-CN.md').map(({ language }) => language)).toEqual(
    blocks('README.md').map(({ language }) => language),
  );
});

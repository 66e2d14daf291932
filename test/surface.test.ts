import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { program } from '../src/cli/program.ts';
import * as library from '../src/index.ts';

// What users build on. A red pin is not forbidden: it means that the change is seen from outside and must be meant.

it('pins the codes of errors', () => {
  expect(Object.keys(library.errorCodes)).toEqual([
    'invalid_argument',
    'not_found',
    'already_exists',
    'not_a_workspace',
    'unreadable_file',
    'unsupported_format',
    'invalid_metadata',
    'too_large',
    'stale',
    'locked',
    'denied',
    'configuration',
    'model_unavailable',
    'cancelled',
    'timeout',
    'internal',
  ]);
});

it('pins the entry points of the package', () => {
  const { exports, bin } = JSON.parse(readFileSync(resolve(import.meta.dirname, '../package.json'), 'utf8'));
  expect(Object.keys(exports)).toEqual(['.', './tools', './agents', './evals', './package.json']);
  expect(Object.keys(bin)).toEqual(['zhuji']);
});

it('pins commands and options of the command line', async () => {
  const zhuji = await program([]);
  const shape = zhuji.commands.map((command) =>
    [
      command.name(),
      ...command.registeredArguments.map((argument) => `<${argument.name()}>`),
      ...command.options.map((option) => option.long),
    ].join(' '),
  );
  expect([zhuji.options.map((option) => option.long).join(' '), ...shape]).toEqual([
    '--version --workspace --json --language',
    'init <folder> --demo --seed',
    'add <path> --id --metadata --replace',
    'check <dataset> --scenario --profile --accept --confidence --against --history --report',
    'repair <dataset> --finding --all --dry-run --as --profile',
    'measures --standard',
    'export <format> <dataset> --scenario --out --inspected --evaluation',
    'agreement <file> --level --plan --dataset --label --half-width --at-least --expected --per-class --seed --inspected --confidence --out',
    'index',
    'search <query> --dataset --kind --standard --limit',
    'serve --http --host --allow-host',
    'agent <name> <question> --model',
    'eval <scenarios> --arms --trials --seed --model --resume --out',
    'doctor',
    'demo <folder>',
  ]);
});

it('pins what the library exports', () => {
  expect(Object.keys(library).sort()).toMatchInlineSnapshot(`
    [
      "ZhujiError",
      "add",
      "addDataset",
      "addDocument",
      "aggregates",
      "cardItems",
      "codeSystems",
      "comparisons",
      "createServer",
      "datasetDeclaration",
      "defaultLimits",
      "documentGenres",
      "entryKinds",
      "errorCodes",
      "estimateTokens",
      "failureOf",
      "fieldRoles",
      "fieldTypes",
      "inProcessFetch",
      "initWorkspace",
      "languageOf",
      "limitsFrom",
      "named",
      "nearest",
      "openWorkspace",
      "parseToolText",
      "repairActions",
      "serveHttp",
      "serveStdio",
      "textIn",
      "tool",
      "verdicts",
    ]
  `);
});

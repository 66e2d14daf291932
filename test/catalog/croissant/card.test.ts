import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { addDataset, declareDataset } from '../../../src/add.ts';
import { readCroissant } from '../../../src/catalog/formats/croissant/read.ts';
import { declarationOf } from '../../../src/catalog/index.ts';
import { openWorkspace } from '../../../src/open.ts';
import { emptyWorkspace, file } from '../../open/workspace-folder.ts';

it('is read from the terms of others', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'zhuji-card-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const path = join(folder, 'croissant.json');
  const document = {
    '@context': {
      '@vocab': 'https://schema.org/',
      '@language': 'en',
      cr: 'http://mlcommons.org/croissant/',
      rai: 'http://mlcommons.org/croissant/RAI/',
      dct: 'http://purl.org/dc/terms/',
    },
    '@type': 'Dataset',
    'dct:conformsTo': 'http://mlcommons.org/croissant/1.1',
    name: 'presses',
    maintainer: { '@type': 'Organization', name: 'Press shop', email: 'data@example.org' },
    'rai:dataLimitations': ['One press only.', 'No night shift.'],
    'rai:dataPreprocessingProtocol': { '@language': 'zh', '@value': '去重' },
    'rai:dataUseCases': '',
  };
  await writeFile(path, JSON.stringify(document));
  const { metadata } = await readCroissant(path);
  expect(metadata?.publication.card).toEqual({
    support: { en: 'data@example.org' },
    limitations: { en: 'One press only.\nNo night shift.' },
    processing: { zh: '去重' },
  });
});

it('is declared item by item, and declared alike of another version', async () => {
  const { layout, beside } = await emptyWorkspace();
  const card = { limitations: { en: 'One press only.' }, support: { zh: '冲压车间' } };
  await addDataset(layout.root, await file(beside, 'a.csv', 'a\n1\n'), { declaration: { card } });
  await declareDataset(layout.root, 'a', { card: { baselineResults: { en: '0.8' } } });
  const workspace = await openWorkspace(layout.root);
  onTestFinished(() => workspace.close());
  const all = { ...card, baselineResults: { en: '0.8' } };
  const entry = workspace.catalog.dataset('a');
  expect(entry.publication?.card).toEqual(all);
  expect(declarationOf(entry).card).toEqual(all);
});

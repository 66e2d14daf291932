import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { expect, test } from 'vitest';
import { indexKnowledge, openKnowledge } from '../../src/knowledge/index.ts';
import { readManifest } from '../../src/knowledge/store/manifest.ts';
import { readSegments } from '../../src/knowledge/store/segments.ts';
import { integer, seeded } from '../../src/methods/random.ts';
import { folders } from './plant.ts';

const kills = 100;
const documents = 60;

/** Indexes again and again, changes documents in between, and says what each finished index holds. */
const program = `
import { appendFile } from 'node:fs/promises';
import { indexKnowledge } from '${new URL('../../src/knowledge/index.ts', import.meta.url).href}';
const [folder, indexFolder] = process.argv.slice(1);
for (let round = 0; ; round++) {
  const { hash, documents } = await indexKnowledge({ folder, indexFolder });
  process.stdout.write(JSON.stringify({ hash, documents }) + '\\n');
  for (let i = 0; i < 3; i++)
    await appendFile(folder + '/d' + Math.floor(Math.random() * ${documents}) + '.md', '\\nRound ' + round + ' of the pump.\\n');
}
`;

async function killAfter(child: ChildProcess, wait: number): Promise<string[]> {
  const said: string[] = [];
  if (!child.stdout) return said;
  const lines = createInterface({ input: child.stdout });
  lines.on('line', (line) => said.push(line));
  await once(lines, 'line');
  await new Promise((resolve) => setTimeout(resolve, wait));
  child.kill('SIGKILL');
  await once(child, 'close');
  return said;
}

test(`after each of ${kills} kills while indexing the index is whole, and holds what it said it holds`, {
  timeout: 900_000,
}, async () => {
  const rng = seeded(11);
  const files = Object.fromEntries(
    Array.from({ length: documents }, (_, i) => [
      `d${i}.md`,
      `# Pump ${i}\n\n${'The seal of the pump is checked each week. '.repeat(40)}\n`,
    ]),
  );
  const at = await folders(files);
  for (let kill = 0; kill < kills; kill++) {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', '--input-type=module', '-e', program, at.folder, at.indexFolder],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const said = await killAfter(child, integer(rng, 0, 400));
    const acknowledged = JSON.parse(said.at(-1) ?? '{}');
    // What is stored can be read as it is, and no acknowledged document is gone.
    const manifest = await readManifest(at.indexFolder);
    const stored = await readSegments(at.indexFolder, manifest);
    expect(manifest?.documents.length).toBe(acknowledged.documents);
    expect(stored.size).toBe(documents);
    const reader = await openKnowledge(at);
    expect((await reader.search({ query: 'seal of pump 7', limit: 1, offset: 0 })).hits).toHaveLength(1);
    await reader.close();
    expect(await indexKnowledge(at)).toMatchObject({ documents, problems: [] });
  }
});

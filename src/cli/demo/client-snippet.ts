import { fileURLToPath } from 'node:url';

/** The configuration that Claude Desktop and Cherry Studio take, for a server over the given workspace. */
export function clientSnippet(workspace: string): string {
  const main = fileURLToPath(new URL('../main.js', import.meta.url));
  const built = import.meta.url.includes('/dist/');
  const command = built
    ? { command: process.execPath, args: [main, 'serve', '--workspace', workspace] }
    : { command: process.execPath, args: [...sourceRunner(), 'serve', '--workspace', workspace] };
  return JSON.stringify({ mcpServers: { zhuji: command } }, null, 2);
}

/** Runs the TypeScript sources, where there is no build. */
function sourceRunner(): string[] {
  return ['--import', import.meta.resolve('tsx'), fileURLToPath(new URL('../main.ts', import.meta.url))];
}

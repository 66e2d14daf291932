#!/usr/bin/env node
import { program } from './program.ts';

// A reader that closes the pipe early, such as head, is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 4));

// npm runs scripts in the package's folder; the user means the one they are in.
const { npm_lifecycle_event: script, INIT_CWD: folder } = process.env;
if (script === 'zhuji' && folder) process.chdir(folder);

await (await program(process.argv.slice(2))).parseAsync();

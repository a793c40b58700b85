import { argv } from 'node:process';

await import('./machine/take-over.js');
const { run } = await import('./command-line.js');
process.exitCode = await run(argv.slice(2));

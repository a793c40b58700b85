import { argv } from 'node:process';
import { run } from './command-line.js';

process.exitCode = await run(argv.slice(2));

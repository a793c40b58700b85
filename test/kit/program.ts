import { resolve } from 'node:path';

/** The compiled command line. */
export const PROGRAM = resolve('dist/apps/cli/src/main.js');

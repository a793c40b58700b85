import { argv } from 'node:process';
import { run } from './command-line.js';
import { Stage } from './stage/stage.js';

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void Stage.closeAll().finally(() => process.exit(130)));
process.exitCode = await run(argv.slice(2));

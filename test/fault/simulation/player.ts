import { argv } from 'node:process';

await import('./machine/take-over.js');
const { alone } = await import('./players.js');

const [from = 1, count = 0] = argv.slice(2).map(Number);
await alone(from, count, (tally) => process.send?.(tally));
process.disconnect?.();

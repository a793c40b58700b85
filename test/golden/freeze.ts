import { freeze } from './frozen.js';

// Run by hand after a new event type or a new version of one: `npm run golden:freeze`.
for (const name of freeze()) process.stdout.write(`frozen ${name}\n`);

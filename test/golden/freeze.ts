import { freeze } from './frozen.js';
import { freezeMigrations } from './migrations.js';

// Run by hand after a new event type, a new version of one, or a new migration: `npm run golden:freeze`.
for (const name of [...freeze(), ...(await freezeMigrations())]) process.stdout.write(`frozen ${name}\n`);

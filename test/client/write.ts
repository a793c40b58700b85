import { writeFileSync } from 'node:fs';
import { generate } from './generate.js';

// Run by hand after a route, a body or an answer changed: `npm run client:generate`.
for (const [file, text] of Object.entries(await generate())) {
  writeFileSync(file, text);
  process.stdout.write(`written ${file}\n`);
}

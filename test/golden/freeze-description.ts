import { existsSync, writeFileSync } from 'node:fs';
import { description } from '../../apps/api/src/description.js';
import { VERSION } from '../../apps/api/src/edge/openapi.js';

// Run by hand at a release, once its version is set: `npm run release:freeze`. What was frozen is never overwritten.
const file = `test/golden/openapi/v${VERSION}.json`;
if (existsSync(file)) {
  process.stdout.write(`${file} is frozen already: a release has another version\n`);
  process.exitCode = 1;
} else {
  writeFileSync(file, description());
  process.stdout.write(`frozen ${file}\n`);
}

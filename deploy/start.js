// Runs what deploy/bundle.js made, in this very process: replaced by the one that starts from the blob, where there is one and the system can.
import { accessSync, constants, readFileSync } from 'node:fs';

/** Who made it may have been somebody else. */
function isReadable(file) {
  try {
    accessSync(file, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}

const { parameters, environment } = JSON.parse(readFileSync(new URL('../dist/quick/start.json', import.meta.url), 'utf8'));
if (parameters.includes('--snapshot-blob') && process.platform !== 'win32' && isReadable(parameters.at(-1))) {
  process.execve(process.execPath, [process.execPath, ...process.execArgv, ...parameters], { ...environment, ...process.env });
}
await import('../dist/quick/xinma.cjs');

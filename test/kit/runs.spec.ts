import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';

it('What a killed run left is cleared once where two begin at the same time: whoever comes second finds nothing, and goes on', () => {
  const cleared = mkdtempSync(join(tmpdir(), 'xinma-cleared-'));
  rmSync(cleared, { recursive: true });
  // Set-up is loaded by Node itself, not by Jest.
  const remove = `const { removeRun } = await import('./test/kit/runs.js'); await removeRun(${JSON.stringify(cleared)}); console.log('went on')`;
  expect(execFileSync(process.execPath, ['--input-type=module', '-e', remove], { encoding: 'utf8' })).toBe('went on\n');
});

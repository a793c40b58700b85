import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { createRequire } from 'node:module';
import { describe, expect, it } from '@jest/globals';

interface Rule {
  readonly name: string;
}
interface Violation {
  readonly rule: Rule;
  readonly from: string;
}

const { forbidden } = createRequire(import.meta.url)('../../.dependency-cruiser.cjs') as { readonly forbidden: readonly Rule[] };
const run = promisify(execFile);

/** Violations by rule; the command exits non-zero where there are any. */
async function cruise(...paths: readonly string[]): Promise<readonly Violation[]> {
  const depcruise = ['node_modules/dependency-cruiser/bin/dependency-cruiser.mjs', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  const { stdout } = await run(process.execPath, [...depcruise, ...paths], { maxBuffer: 1 << 26 }).catch((failed: { stdout: string }) => failed);
  return (JSON.parse(stdout) as { summary: { violations: readonly Violation[] } }).summary.violations;
}

describe('the layer rules', () => {
  it('each bite an example that breaks them', async () => {
    const broken = new Set((await cruise('test/config/examples')).map(({ rule }) => rule.name));
    expect([...broken].toSorted()).toEqual(forbidden.map(({ name }) => name).toSorted());
  });
});

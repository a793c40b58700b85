import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fallbackFor, serverAccount } from './account.js';
import { placeOf } from './folder.js';

// Everybody else is their own system user, and reaches what they own.
(process.getuid?.() === 0 ? describe : describe.skip)('Where the data is, as root', () => {
  let above: string;
  let asked: string;
  beforeEach(() => {
    above = mkdtempSync(join(tmpdir(), 'xinma-place-'));
    asked = join(above, 'postgres');
  });
  afterEach(() => {
    for (const folder of [above, fallbackFor(asked)]) rmSync(folder, { recursive: true, force: true });
  });

  const fill = (folder: string): void => {
    mkdirSync(join(folder, 'data'), { recursive: true });
    writeFileSync(join(folder, 'data', 'PG_VERSION'), '18');
  };

  it('is the folder asked for, or one that the system user can get to', () => {
    expect(placeOf(serverAccount(), asked)).toBe(fallbackFor(asked));
    chmodSync(above, 0o711);
    expect(placeOf(serverAccount(), asked)).toBe(asked);
  });

  it('stays where it is when the folder above is opened', () => {
    fill(fallbackFor(asked));
    chmodSync(above, 0o711);
    expect(placeOf(serverAccount(), asked)).toBe(fallbackFor(asked));
  });

  it('is not begun anew when the folder above is shut', () => {
    fill(asked);
    expect(() => placeOf(serverAccount(), asked)).toThrow(`${asked} has data that the system user postgres can't get to`);
  });
});

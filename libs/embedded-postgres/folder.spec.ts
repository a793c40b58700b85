import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { fallbackFor, serverAccount } from './account.js';
import { placeOf } from './folder.js';

/** Root can't be the database's system user; everybody else is, and reaches what they own. */
const isRoot = process.getuid?.() === 0;

describe('Where the data is', () => {
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

  it('is the folder asked for, or for root one that the system user can get to', () => {
    expect(placeOf(serverAccount(), asked)).toBe(isRoot ? fallbackFor(asked) : asked);
    chmodSync(above, 0o711);
    expect(placeOf(serverAccount(), asked)).toBe(asked);
  });

  it('stays where it is when the folder above is opened', () => {
    const place = placeOf(serverAccount(), asked);
    fill(place);
    chmodSync(above, 0o711);
    expect(placeOf(serverAccount(), asked)).toBe(place);
  });

  it('is not begun anew when the folder above is shut to the system user', () => {
    fill(asked);
    expect(placeOrComplaint()).toContain(isRoot ? `${asked} has data that the system user postgres can't get to` : asked);
  });

  function placeOrComplaint(): string {
    try {
      return placeOf(serverAccount(), asked);
    } catch (error) {
      return String(error);
    }
  }
});

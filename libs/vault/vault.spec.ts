import { expect, it } from '@jest/globals';
import { KeyDestroyed, VaultUnavailable } from './vault.js';

// What stands in the operator's log: what is the matter, never whose key it was.
it('a vault says what is the matter', () => {
  const cause = new Error('no connection');
  const unavailable = new VaultUnavailable({ cause });
  expect([String(unavailable), unavailable.cause]).toEqual(['VaultUnavailable: the vault is not available', cause]);
  expect(String(new KeyDestroyed())).toBe('KeyDestroyed: the key was destroyed');
});

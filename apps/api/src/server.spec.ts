import { isIP } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { oneAddress } from './server.js';

describe('Where a server listens', () => {
  it('is one address, also where a name has several', async () => {
    expect(isIP(await oneAddress('localhost'))).not.toBe(0);
  });

  it('is the address itself where one is given', async () => {
    expect(await oneAddress('::')).toBe('::');
    expect(await oneAddress('127.0.0.1')).toBe('127.0.0.1');
  });
});

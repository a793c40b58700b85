import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { digitsAfter, uuidAt } from './digits.js';

describe('Bytes as digits', () => {
  it('are the UUID that they were', () => {
    for (let times = 0; times < 100; times += 1) {
      const uuid = randomUUID();
      expect(uuidAt(Buffer.from(`00${uuid.replaceAll('-', '')}ff`, 'hex'), 1)).toBe(uuid);
    }
  });

  it('stand in their groups after what they begin with, and are kept when others are written', () => {
    const bytes = randomBytes(3);
    const written = digitsAfter('a-', [4, 2]);
    const first = written(Buffer.from([0x01, 0xab, 0xff]), 0);
    expect(written(bytes, 0)).toBe(`a-${bytes.toString('hex', 0, 2)}-${bytes.toString('hex', 2)}`);
    expect(first).toBe('a-01ab-ff');
  });
});

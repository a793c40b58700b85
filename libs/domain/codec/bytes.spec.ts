import { describe, expect, it } from '@jest/globals';
import { bytesOf, forAMoment } from './bytes.js';

// Short and long ones, with characters of one to four bytes.
const TEXTS = Array.from({ length: 3_000 }, (_, index) => `${index} ${'aé信🧪'.repeat(index % 40)}${index % 500 === 0 ? 'x'.repeat(9_000) : ''}`);
const utf8 = new TextDecoder('utf-8', { fatal: true });

describe('the bytes of a text', () => {
  it('are its own, however many are written after it', () => {
    const written = TEXTS.map(bytesOf);
    expect(written.map((bytes) => utf8.decode(bytes))).toEqual(TEXTS);
  });

  it('are all of them, also of a text that no sheet has room for', () => {
    const long = '信'.repeat(70_000);
    expect(utf8.decode(bytesOf(long)) === long).toBe(true);
  });

  it('are there for a moment only, where that is asked', () => {
    const kept: Uint8Array[] = [];
    const seen = TEXTS.map((text) => forAMoment(text, (bytes) => utf8.decode(kept[kept.push(bytes) - 1])));
    expect(seen).toEqual(TEXTS);
    expect(kept.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
  });

  it('are wiped also where using them fails', () => {
    let kept: Uint8Array = new Uint8Array();
    expect(() => forAMoment('secret', (bytes) => { kept = bytes; throw new Error('no key'); })).toThrow('no key');
    expect([...kept]).toEqual([0, 0, 0, 0, 0, 0]);
  });
});

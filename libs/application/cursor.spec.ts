import { describe, expect, it } from '@jest/globals';
import { AccountId } from '../kernel/index.js';
import { BlindIndex } from '../vault/index.js';
import { Cursors } from './cursor.js';

const cursors = new Cursors(new BlindIndex(Buffer.alloc(32, 7)));
const mine = AccountId('a'.repeat(32));
const other = AccountId('b'.repeat(32));

describe('a cursor', () => {
  it('gives the position back to the account it was made for', () => expect(cursors.read(mine, cursors.write(mine, 42n))).toBe(42n));
  it('is nothing to another account', () => expect(cursors.read(other, cursors.write(mine, 42n))).toBeUndefined());
  it('has one length', () => expect([0n, 1n, 2n ** 63n].map((position) => cursors.write(mine, position).length)).toEqual([48, 48, 48]));
  it('is the same for the same position, and for no other account or position', () => {
    expect(cursors.write(mine, 42n)).toBe(cursors.write(mine, 42n));
    expect(new Set([cursors.write(mine, 42n), cursors.write(mine, 43n), cursors.write(other, 42n)].map((text) => text.slice(0, 16))).size).toBe(3);
  });
  it('is nothing when bent', () => expect(cursors.read(mine, `${cursors.write(mine, 42n).slice(0, 47)}A`)).toBeUndefined());
  it('is nothing under another key', () => expect(new Cursors(new BlindIndex(Buffer.alloc(32, 8))).read(mine, cursors.write(mine, 42n))).toBeUndefined());
  it.each(['', 'x', '='.repeat(48)])('is not %j', (text) => expect(cursors.read(mine, text)).toBeUndefined());
});

import { describe, expect, it } from '@jest/globals';
import { Copy, Person } from '../entities.js';
import { tableOf } from '../table.js';
import { BinaryRows } from './binary-rows.js';
import { FRAME } from './copy-in.js';

const UUID = '0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9';

describe('Rows as the server takes them', () => {
  it('have the layout that it describes', () => {
    const rows = new BinaryRows(tableOf(Copy), () => Buffer.alloc(8));
    rows.add({ position: '4294967297', id: UUID, type: 'é', version: 2, data: Buffer.from([1, 2]) });
    const bytes = rows.take();
    expect(bytes.subarray(FRAME).toString('hex')).toBe(['0005', '00000008', '0000000100000001', '00000010', UUID.replaceAll('-', ''), '00000002', 'c3a9', '00000004', '00000002', '00000002', '0102'].join(''));
    expect(rows.isEmpty).toBe(true);
  });

  it('say what is not there, and grow', () => {
    const rows = new BinaryRows(tableOf(Person), () => Buffer.alloc(8));
    for (let n = 0; n < 100; n += 1) rows.add({ citizen: 'x', enrolled: String(n), contact: null });
    const bytes = rows.take();
    expect(bytes.length).toBe(FRAME + 100 * (2 + 5 + 12 + 4));
    expect(bytes.readInt32BE(FRAME + 2 + 5 + 12)).toBe(-1);
  });

  it.each(['a', 'é', 'a'.repeat(64), 'é'.repeat(64), 'a'.repeat(65), '𝒳', ''])('have the text %j as UTF-8', (text) => {
    const rows = new BinaryRows(tableOf(Person), () => Buffer.alloc(8));
    rows.add({ citizen: text, enrolled: '1', contact: null });
    const length = rows.take().subarray(FRAME + 2);
    expect(length.subarray(4, 4 + length.readInt32BE()).toString()).toBe(text);
  });

  it('refuse what a column does not take', () => {
    const rows = new BinaryRows(tableOf(Person), () => Buffer.alloc(8));
    expect(() => rows.add({ citizen: 'x', enrolled: String(2n ** 63n), contact: null })).toThrow(RangeError);
  });

  it.each([2n ** 53n - 1n, 2n ** 53n, 2n ** 53n + 1n, 2n ** 63n - 1n, -(2n ** 63n)])('are exact at %s', (number) => {
    const rows = new BinaryRows(tableOf(Person), () => Buffer.alloc(8));
    rows.add({ citizen: 'x', enrolled: String(number), contact: null });
    expect(rows.take().readBigInt64BE(FRAME + 2 + 5 + 4)).toBe(number);
  });
});

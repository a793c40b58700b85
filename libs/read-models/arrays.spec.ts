import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../test/kit/postgres.js';
import { arrayOf } from './arrays.js';
import type { Value } from './table.js';

describe('A column, as the server takes it', () => {
  let fresh: FreshDatabase;
  let client: Client;
  beforeAll(async () => {
    fresh = await freshDatabase();
    client = new Client(fresh.superuser);
    await client.connect();
  });
  afterAll(async () => {
    await client.end();
    await fresh.drop();
  });

  it.each<[string, Value[]]>([
    ['bigint', ['1', '-1', '9223372036854775807', null]],
    ['integer', [0, 2_147_483_647, -5, null]],
    ['text', ['', 'a', '信码 "\\{},NULL', null, 'x'.repeat(70_000)]],
    ['uuid', ['0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9', null]],
    ['bytea', [Buffer.from([0, 255, 92]), Buffer.alloc(0), null]],
    ['timestamptz', [new Date('2026-11-22T08:00:00.123Z'), new Date('1969-12-31T23:59:59.999Z'), new Date('0001-01-01T00:00:00Z'), null]],
  ])('of %s comes out as it went in', async (type, column) => {
    const { rows } = await client.query<{ value: Value }>({ text: `SELECT v AS value FROM unnest($1::${type}[]) WITH ORDINALITY AS u (v, n) ORDER BY n`, values: [arrayOf(type, column)] });
    expect(rows.map(({ value }) => value)).toEqual(column);
  });

  it('of another type is refused', () => expect(() => arrayOf('money', ['1'])).toThrow('money'));

  it('with what its type does not take is refused', () => {
    expect(() => arrayOf('bytea', ['x'])).toThrow(TypeError);
    expect(() => arrayOf('timestamptz', ['x'])).toThrow(TypeError);
    expect(() => arrayOf('bigint', ['x'])).toThrow(SyntaxError);
  });
});

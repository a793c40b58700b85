import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ClientBase } from 'pg';
import { freshDatabase, type FreshDatabase } from '../../test/kit/postgres.js';
import { withClient } from '../embedded-postgres/index.js';
import type { KeyRef } from '../kernel/index.js';
import { KeyDestroyed } from '../vault/index.js';
import { checkOfKeys, copiesOfKeys, type KeyCopy, putCheck, putKeys, standingOf } from './key-copies.js';
import { PostgresVault } from './postgres-vault.js';

const masterKey = randomBytes(32);
const place = { eventId: 'e', field: 'f' };
const person = (index: number): KeyRef => ({ owner: index.toString(16).padStart(32, '0'), class: 'person' });
/** One more than a page. */
const PEOPLE = Array.from({ length: 1_001 }, (_, index) => person(index));
const [FIRST, SECOND] = [person(0), person(1)];
const idOf = ({ class: kind, owner }: KeyRef | KeyCopy): string => `${kind}/${owner}`;

let [from, to]: (FreshDatabase | undefined)[] = [];
const [asIn, asOut] = [<T>(work: (client: ClientBase) => Promise<T>) => at(to, work), <T>(work: (client: ClientBase) => Promise<T>) => at(from, work)];

function at<T>(database: FreshDatabase | undefined, work: (client: ClientBase) => Promise<T>): Promise<T> {
  if (database === undefined) throw new Error('no database');
  return withClient(database.keysOwner, work);
}

async function pagesOf(client: ClientBase): Promise<readonly (readonly KeyCopy[])[]> {
  const pages: (readonly KeyCopy[])[] = [];
  for await (const page of copiesOfKeys(client)) pages.push(page);
  return pages;
}

async function open(database: FreshDatabase | undefined): Promise<PostgresVault> {
  if (database === undefined) throw new Error('no database');
  return PostgresVault.open(database.keys, masterKey);
}

describe('Keys that are copied', () => {
  let sealed: string;
  beforeAll(async () => {
    [from, to] = [await freshDatabase(), await freshDatabase()];
    const vault = await open(from);
    sealed = (await vault.sealer(PEOPLE)).seal(FIRST, place, Buffer.from('plain'));
    await vault.destroy(SECOND);
    await vault.close();
  });
  afterAll(async () => {
    await from?.drop();
    await to?.drop();
  });

  it('come in pages of a thousand, in one order, with the marks of destroyed ones', async () => {
    const pages = await asOut(pagesOf);
    expect(pages.map(({ length }) => length)).toEqual([1_000, 1]);
    expect(pages.flat().map(idOf)).toEqual(PEOPLE.map(idOf));
    expect(pages[0]?.slice(0, 2)).toEqual([
      { ...FIRST, wrapped: expect.stringMatching(/^[\w+/]+=*$/), destroyedAt: null },
      { ...SECOND, wrapped: null, destroyedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/) },
    ]);
  });

  it('are those of one moment, and the session is free afterwards', async () => {
    await asOut(async (client) => {
      const pages = copiesOfKeys(client);
      const first = await pages.next();
      expect((await client.query<{ level: string }>(`SELECT current_setting('transaction_isolation') AS level`)).rows).toEqual([{ level: 'repeatable read' }]);
      await pages.next();
      expect([first.done, await pages.next()]).toEqual([false, { done: true, value: undefined }]);
      expect((await client.query<{ level: string }>(`SELECT current_setting('transaction_isolation') AS level`)).rows).toEqual([{ level: 'read committed' }]);
    });
  });

  it('open elsewhere what they sealed, and those that were destroyed stay so', async () => {
    const [check, pages] = [await asOut(checkOfKeys), await asOut(pagesOf)];
    expect([check, await asIn(checkOfKeys), await asIn(pagesOf)]).toEqual([expect.stringMatching(/^[\w+/]+=*$/), '', []]);
    await asIn(async (client) => {
      await putCheck(client, check);
      for (const page of pages) await putKeys(client, page);
    });
    expect([await asIn(checkOfKeys), await asIn(pagesOf)]).toEqual([check, pages]);
    const vault = await open(to);
    expect((await vault.opener([FIRST])).open(FIRST, place, sealed)?.toString()).toBe('plain');
    await expect(vault.sealer([SECOND])).rejects.toThrow(KeyDestroyed);
    await vault.close();
  });

  it('replace no other master key', async () => {
    const before = await asIn(checkOfKeys);
    await asIn((client) => putCheck(client, randomBytes(32).toString('base64')));
    expect(await asIn(checkOfKeys)).toBe(before);
  });

  it('are told to be whole, destroyed, or not there', async () => {
    expect(await asIn((client) => standingOf(client, [FIRST, SECOND, person(5_000)]))).toEqual(new Map([[idOf(FIRST), true], [idOf(SECOND), false]]));
  });

  it.each([
    ['a key does not undo a mark', 1, { wrapped: Buffer.alloc(60).toString('base64'), destroyedAt: null }, false],
    ['another key does not replace one', 2, { wrapped: Buffer.alloc(60).toString('base64'), destroyedAt: null }, true],
    ['a mark destroys', 3, { wrapped: null, destroyedAt: '2026-01-01T00:00:00.000000Z' }, false],
  ])('put twice: %s', async (_what, index, copy, whole) => {
    const ref = person(index);
    const rowOf = async (): Promise<KeyCopy | undefined> => (await asIn(pagesOf)).flat().find((row) => idOf(row) === idOf(ref));
    const before = await rowOf();
    await asIn((client) => putKeys(client, [{ ...ref, ...copy }]));
    expect((await asIn((client) => standingOf(client, [ref]))).get(idOf(ref))).toBe(whole);
    expect(await rowOf()).toEqual(copy.wrapped === null ? { ...ref, ...copy } : before);
  });
});

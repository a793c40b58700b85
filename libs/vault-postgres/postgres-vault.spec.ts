import { randomBytes } from 'node:crypto';
import { inspect } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '../../test/kit/postgres.js';
import { withClient } from '../embedded-postgres/index.js';
import type { KeyRef } from '../kernel/index.js';
import { KeyDestroyed, VaultUnavailable } from '../vault/index.js';
import { KeyTable } from './key-table.js';
import { OtherMasterKey, PostgresVault } from './postgres-vault.js';

const somebody = (): KeyRef => ({ owner: randomBytes(16).toString('hex'), class: 'person' });
/** Whether anything that the vault holds on to names this owner. */
const remembers = (vault: PostgresVault, { owner }: KeyRef): boolean => inspect(vault, { depth: null, maxArrayLength: null }).includes(owner);

describe('The keys in Postgres', () => {
  const masterKey = randomBytes(32);
  let fresh: FreshDatabase;
  let vault: PostgresVault;

  const rows = async (sql: string, values: readonly unknown[] = []): Promise<unknown[]> => withClient(fresh.keysOwner, async (client) => (await client.query(sql, [...values])).rows);

  beforeAll(async () => {
    fresh = await freshDatabase();
    vault = await PostgresVault.open(fresh.keys, masterKey);
  });
  afterAll(async () => {
    await vault.close();
    await fresh.drop();
  });

  it('refuses a database whose keys another master key wrapped', async () => {
    const refused = await PostgresVault.open(fresh.keys, randomBytes(32)).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(OtherMasterKey);
    expect(refused).toMatchObject({ name: 'OtherMasterKey', message: 'this data was sealed under another master key' });
    await (await PostgresVault.open(fresh.keys, masterKey)).close();
  });

  it('has the key committed before it answers', async () => {
    const ref = somebody();
    await vault.sealer([ref]);
    expect(await rows('SELECT owner FROM vault.subject_key WHERE owner = $1 AND wrapped IS NOT NULL', [ref.owner])).toHaveLength(1);
  });

  it('keeps a row without bytes of a destroyed key, which nobody can fill again', async () => {
    const ref = somebody();
    await vault.sealer([ref]);
    await vault.destroy(ref);
    expect(await rows('SELECT wrapped FROM vault.subject_key WHERE owner = $1', [ref.owner])).toEqual([{ wrapped: null }]);
    await expect(rows(`UPDATE vault.subject_key SET wrapped = 'x', destroyed_at = NULL WHERE owner = $1`, [ref.owner])).rejects.toThrow('made once');
  });

  it('forgets a key that is destroyed while it is being looked up', async () => {
    const [ref, place] = [somebody(), { eventId: 'e', field: 'f' }];
    const sealed = (await vault.sealer([ref])).seal(ref, place, Buffer.from('plain'));
    const other = await PostgresVault.open(fresh.keys, masterKey);
    const lookUp = other.opener([ref]);
    await new Promise(setImmediate);
    await other.destroy(ref);
    await lookUp;
    expect((await other.opener([ref])).open(ref, place, sealed)).toBeUndefined();
    await other.close();
  });

  it('does not hold a key that was found before it was destroyed, and answered afterwards', async () => {
    const ref = somebody();
    await vault.sealer([ref]);
    const other = await PostgresVault.open(fresh.keys, masterKey);
    const table = new KeyTable(other.sessions);
    const [found, answered] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
    const find = table.find.bind(table);
    const finding = jest.spyOn(KeyTable.prototype, 'find').mockImplementationOnce(async (refs) => {
      const rows = await find(refs);
      found.resolve();
      await answered.promise;
      return rows;
    });
    const lookUp = other.opener([ref]);
    await found.promise;
    await other.destroy(ref);
    await new Promise(setImmediate);
    answered.resolve();
    expect((await lookUp).has(ref)).toBe(false);
    finding.mockRestore();
    expect((await other.opener([ref])).has(ref)).toBe(false);
    await other.close();
  });

  it('keeps nothing in memory of a key that is destroyed', async () => {
    const ref = somebody();
    await vault.sealer([ref]);
    expect(remembers(vault, ref)).toBe(true);
    const lookUp = vault.opener([somebody()]);
    await vault.destroy(ref);
    await lookUp;
    await new Promise(setImmediate);
    expect(remembers(vault, ref)).toBe(false);
  });

  it('takes a key for destroyed where nobody knows whether it is, until that was repeated', async () => {
    const [ref, other] = [somebody(), somebody()];
    await vault.sealer([ref]);
    const destroyed = jest.spyOn(KeyTable.prototype, 'destroy').mockRejectedValueOnce(new Error('cut off'));
    await expect(vault.destroy(ref)).rejects.toThrow(VaultUnavailable);
    destroyed.mockRestore();
    expect((await vault.opener([ref, other])).has(ref)).toBe(false);
    await expect(vault.sealer([ref])).rejects.toThrow(KeyDestroyed);
    await vault.destroy(ref);
    await expect(vault.sealer([ref])).rejects.toThrow(KeyDestroyed);
    expect(remembers(vault, ref)).toBe(false);
  });

  it('answers no, and makes no other key, where a row was moved to another owner', async () => {
    const [ref, other] = [somebody(), somebody()];
    await vault.sealer([ref]);
    await rows('INSERT INTO vault.subject_key SELECT $2, class, wrapped FROM vault.subject_key WHERE owner = $1', [ref.owner, other.owner]);
    await expect(vault.opener([other])).rejects.toThrow(VaultUnavailable);
    await expect(vault.sealer([other])).rejects.toThrow(VaultUnavailable);
  });

  it('asks nothing for keys that it has just had, to seal or to open', async () => {
    const refs = [somebody(), somebody()];
    await vault.sealer(refs);
    const asked = jest.spyOn(vault.sessions, 'query');
    await vault.sealer(refs);
    await vault.opener(refs);
    expect(asked.mock.calls).toEqual([]);
    await vault.opener([somebody()]);
    expect(asked.mock.calls).toHaveLength(1);
    asked.mockRestore();
  });

  it('answers no where the database can not be asked, and says inside why', async () => {
    const refused = await PostgresVault.open({ ...fresh.keys, password: 'guessed' }, masterKey).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(VaultUnavailable);
    expect(refused).toMatchObject({ cause: { code: '28P01' } });
  });

  it('can be closed twice', async () => {
    const other = await PostgresVault.open(fresh.keys, masterKey);
    await other.close();
    await expect(other.close()).resolves.toBeUndefined();
  });

  it('lets the role of the keys neither delete a row nor rename its owner', async () => {
    for (const sql of ['DELETE FROM vault.subject_key', `UPDATE vault.subject_key SET owner = 'x'`, `UPDATE vault.master_key SET check_value = ''`, 'TRUNCATE vault.subject_key']) {
      await expect(withClient(fresh.keys, (client) => client.query(sql))).rejects.toThrow('permission denied');
    }
  });
});

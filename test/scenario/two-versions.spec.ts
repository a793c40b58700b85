import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { migrate, MIGRATION_SETS, type MigrationSet, withClient } from '../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../libs/event-store-postgres/index.js';
import { EventId } from '../../libs/kernel/index.js';
import { rebuild } from '../../libs/read-models/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { Instance, type Person } from '../kit/instance.js';

/** What a newer version would bring: it adds, as migrations do, to all three schemas. */
const ADDITIONS: Readonly<Record<string, string>> = {
  ledger_migration: 'ALTER TABLE ledger.event ADD COLUMN traced boolean',
  read_model_migration: `ALTER TABLE read_model.proxy_view ADD COLUMN shown_as text DEFAULT 'plain'; CREATE TABLE read_model.later (); CREATE INDEX later_kind ON read_model.basis (kind)`,
  vault_migration: 'ALTER TABLE vault.subject_key ADD COLUMN made_by text',
};

function newer(last = ''): readonly MigrationSet[] {
  return MIGRATION_SETS.map((set) => {
    class Adds implements MigrationInterface {
      readonly name = 'OfTheNextVersion1895392000000';
      async up(runner: QueryRunner): Promise<void> {
        await runner.query(ADDITIONS[set.table] ?? '');
        if (set.at === 'keys' && last !== '') await runner.query(last);
      }
      down(): Promise<void> {
        throw new Error('never');
      }
    }
    return { ...set, migrations: [...set.migrations, Adds] };
  });
}

let instance: Instance;
let viewer: Person;
let subject: Person;
beforeAll(async () => {
  instance = await Instance.start();
  [viewer, subject] = await Promise.all([instance.as('li-na'), instance.as('wang-fang')]);
  await enrol(viewer.client, subject.client);
}, 60_000);
afterAll(() => instance?.close());

const look = async (basis: string, by = viewer): Promise<number> => (await by.post(`/v1/bases/${basis}/views`, { scope: 'status', purpose: 'FAMRQT' })).status;

async function shown(): Promise<string> {
  const consent = await granted(viewer.client, subject.client, { ask: fetch });
  await eventually(() => look(consent), (answer) => answer === 200);
  return consent;
}

describe('An old version that goes on while a new one comes', () => {
  it('serves through a migration that fails, whose additions are all gone', async () => {
    const before = await shown();
    await expect(migrate(instance.ground.databases, { sets: newer('SELECT no_such_function()') })).rejects.toThrow('the migration OfTheNextVersion1895392000000 failed (42883');
    expect(await look(before)).toBe(200);
    await shown();
    const left = await withClient(instance.ground.databases.superuser, async (client) => (await client.query(`SELECT FROM information_schema.columns WHERE column_name IN ('traced', 'shown_as')`)).rowCount);
    expect(left).toBe(0);
  }, 60_000);

  it('serves on a schema that has more than it knows: what was granted before, and what is granted now', async () => {
    const before = await shown();
    await migrate(instance.ground.databases, { sets: newer() });
    expect(await look(before)).toBe(200);
    const after = await shown();
    expect((await subject.post(`/v1/consents/${after}/revocation`)).status).toBe(200);
    expect([await look(after), await look(before)]).toEqual([404, 200]);
    const beside = await Instance.start({ beside: instance });
    expect((await fetch(`${beside.address}/ready`)).status).toBe(200);
    await beside.close();
  }, 60_000);

  it('rebuilds no read models that have more than it knows: that would be gone', async () => {
    const [before, store] = [await shown(), new PostgresEventStore({ connection: instance.ground.databases.api })];
    await expect(rebuild({ store, connection: instance.ground.databases.owner })).rejects.toThrow('the read models are those of another version');
    await store.close();
    expect(await withClient(instance.ground.databases.owner, (client) => client.query('SELECT shown_as FROM read_model.proxy_view, read_model.later'))).toBeDefined();
    expect(await look(before)).toBe(200);
  }, 60_000);

  it('says no for a stream to which a newer one added what it can’t read, and for no other', async () => {
    const [strange, other] = [await shown(), await shown()];
    const store = new PostgresEventStore({ connection: instance.ground.databases.api });
    const [last] = await store.read({ stream: `consent-${strange.slice(2)}`, direction: 'backward', limit: 1 });
    if (last === undefined) throw new Error('no such stream');
    // What this event is, only the newer version knows: it could be an end.
    const event = { ...last, id: EventId(randomUUID()), metadata: Buffer.from(JSON.stringify({ v: 99, salt: '' })) };
    expect(await store.append({ stream: last.stream, expected: { at: last.revision }, events: [event] })).toMatchObject({ kind: 'appended' });
    await store.close();
    const answers = [await look(strange), await look(strange)];
    for (const answer of answers) expect(answer).toBeGreaterThanOrEqual(400);
    expect(await look(other)).toBe(200);
  }, 60_000);
});

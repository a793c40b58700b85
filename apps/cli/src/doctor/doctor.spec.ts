import { randomBytes } from 'node:crypto';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolled } from '../../../../test/contract/read-models/facts.js';
import { Double } from '../../../../test/kit/kurrentdb-double/index.js';
import { durableDatabase, type FreshDatabase } from '../../../../test/kit/postgres.js';
import { newEvent } from '../../../../test/kit/recorded.js';
import type { OidcConfiguration } from '../../../../libs/configuration/index.js';
import { withClient } from '../../../../libs/embedded-postgres/index.js';
import { instant } from '../../../../libs/kernel/index.js';
import { LOCKS } from '../../../../libs/read-models/index.js';
import { Projector } from '../../../projector/src/projector.js';
import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import { PostgresVault } from '../../../../libs/vault-postgres/index.js';
import { space } from './data.js';
import { clocks, lookInside } from './database.js';
import { doctor, examine } from './doctor.js';
import type { Feeder } from './feeding.js';
import type { Finding } from './finding.js';
import { lookAtIssuer } from './issuer.js';
import { lookAtSettings } from './settings.js';

const MEBIBYTE = 1_048_576;
const ISSUER = 'https://id.example';
const home = mkdtempSync(join(tmpdir(), 'xinma-doctor-'));
const ours = randomBytes(32);
let database: FreshDatabase;
/** An issuer's documents in one: its keys, and what it says of itself, which lacks userinfo. */
const documentAt = (url: string | undefined): object =>
  url?.startsWith('/unfinished') === true ? { issuer: `http://127.0.0.1:${(web.address() as AddressInfo).port}/unfinished` } : { keys: url === '/none' ? [] : [{}], issuer: ISSUER };
/** Serves an issuer's documents, each as a path says; and holds a port. */
let web: Server;

beforeAll(async () => {
  database = await durableDatabase();
  await (await PostgresVault.open(database.keys, ours)).close();
  const store = new PostgresEventStore({ connection: database.api });
  await store.appendAll([1, 2, 3].map((n) => ({ stream: 'citizen-any', expected: 'any', events: [newEvent(enrolled(n))] })));
  await store.close();
  web = createServer(({ url }, answer) => answer.setHeader('date', url === '/late' ? 'Mon, 01 Jan 2024 00:00:00 GMT' : new Date().toUTCString()).end(JSON.stringify(documentAt(url))));
  await once(web.listen(0, '127.0.0.1'), 'listening');
});
afterAll(async () => {
  web.close();
  rmSync(home, { recursive: true });
  await database.drop();
});

const notOk = (findings: readonly Finding[]): readonly Finding[] => findings.filter(({ level }) => level !== 'ok');
const found = (level: Finding['level'], about: string, mend: string) => expect.objectContaining({ level, about, mend: expect.stringContaining(mend) });
const sql = (text: string, at: FreshDatabase['owner'] = database.superuser): Promise<unknown> => withClient(at, (client) => client.query(text));
const inside = (production = false, masterKey: Uint8Array = ours, feeder: Feeder = 'nobody'): Promise<readonly Finding[]> => lookInside(database, { production, own: false, masterKey, feeder, passwords: 'kept' });

describe('The doctor, of a database', () => {
  it('finds nothing wrong where nothing is', async () => expect(notOk(await inside())).toEqual([]));

  it.each<[string, { readonly plant: string; readonly undo: string }, Finding['level'], readonly [about: string, mend: string]]>([
    ['an event is gone', { plant: `CREATE TABLE public.gone AS SELECT * FROM ledger.event WHERE position = 2; DELETE FROM ledger.event WHERE position = 2`, undo: 'INSERT INTO ledger.event SELECT * FROM public.gone; DROP TABLE public.gone' }, 'wrong', ['log', 'xinma restore']],
    ['a stream has a gap', { plant: 'UPDATE ledger.event SET place = ledger.place_of(ledger.stream_of(place), 9) WHERE position = 3', undo: 'UPDATE ledger.event SET place = ledger.place_of(ledger.stream_of(place), 2) WHERE position = 3' }, 'wrong', ['log', 'xinma restore']],
    ['read models know more than the log', { plant: `INSERT INTO read_model.checkpoint (name, "position") VALUES ('read-models', 9)`, undo: 'DELETE FROM read_model.checkpoint' }, 'wrong', ['read models', 'xinma restore']],
    ['a migration is missing', { plant: `UPDATE public.read_model_migration SET name = 'was ' || name WHERE name LIKE 'Hist%'`, undo: `UPDATE public.read_model_migration SET name = substr(name, 5) WHERE name LIKE 'was %'` }, 'wrong', ['schema', 'npm start']],
    ['a newer version took something away', { plant: `INSERT INTO public.ledger_migration ("timestamp", name) VALUES (1, 'ContractAll1999999999999')`, undo: `DELETE FROM public.ledger_migration WHERE name = 'ContractAll1999999999999'` }, 'wrong', ['schema', 'start the version that fits']],
    ['a restore was cut', { plant: 'CREATE TABLE public.xinma_restore ()', undo: 'DROP TABLE public.xinma_restore' }, 'wrong', ['restore', 'xinma restore']],
    ['commits are not waited for', { plant: `DO $$ BEGIN EXECUTE format('ALTER ROLE xinma_api IN DATABASE %I SET synchronous_commit = off', current_database()); END $$`, undo: `DO $$ BEGIN EXECUTE format('ALTER ROLE xinma_api IN DATABASE %I RESET synchronous_commit', current_database()); END $$` }, 'warn', ['durability', 'synchronous_commit']],
  ])('finds that %s, and how to mend it', async (_what, { plant, undo }, level, [about, mend]) => {
    await sql(plant);
    const findings = notOk(await inside());
    const inProduction = notOk(await inside(true));
    await sql(undo);
    expect(findings).toEqual([found(level, about, mend)]);
    expect(inProduction).toEqual([found('wrong', about, mend)]);
    expect(notOk(await inside())).toEqual([]);
  });

  it('finds another master key, and clocks that differ', async () => {
    expect(notOk(await inside(false, randomBytes(32)))).toEqual([found('wrong', 'master key', 'put back the master key')]);
    expect(clocks(-6_000)).toEqual(found('wrong', 'clocks', 'NTP'));
  });

  it('finds that an instance runs and nobody feeds its read models, or somebody who stands still', async () => {
    const says = async (): Promise<readonly Finding[]> => notOk(await inside(false, ours, 'here'));
    expect(await says()).toEqual([expect.objectContaining({ level: 'wrong', says: '3 events behind the log, and no projector is at work: views are refused' })]);
    const standing = await withClient(database.projector, async (client) => {
      await client.query(`SELECT pg_advisory_lock(${LOCKS.projecting})`);
      return says();
    });
    expect(standing).toEqual([expect.objectContaining({ level: 'wrong', says: expect.stringContaining('stand still at 0') })]);
  }, 20_000);

  it('is content with an instance whose read models are fed, also while they catch up', async () => {
    const [store, ending] = [new PostgresEventStore({ connection: database.projector }), new AbortController()];
    const projector = new Projector({ store, connection: database.projector });
    projector.start(ending.signal);
    expect(notOk(await inside(false, ours, 'here'))).toEqual([]);
    ending.abort();
    await projector.stopped;
    await store.close();
    await sql('DELETE FROM read_model.checkpoint');
  }, 20_000);

  it('finds an event that was recorded in the future, before which a replay by time ends', async () => {
    const store = new PostgresEventStore({ connection: database.api });
    const late = enrolled(9);
    await store.append({ stream: 'citizen-late', expected: 'any', events: [newEvent({ ...late, data: { ...late.data, at: instant(Date.now() + 60_000) } } as typeof late)] });
    await store.close();
    const findings = notOk(await inside());
    await sql('DELETE FROM ledger.event WHERE position = 4');
    expect(findings).toEqual([expect.objectContaining({ level: 'warn', about: 'clocks', says: expect.stringContaining('position 4 was recorded in the future') })]);
  });

  it('looks at a log in KurrentDB as well: whether it answers, and whether its read models are fed', async () => {
    const double = await Double.start(1);
    const at = async (): Promise<readonly Finding[]> => notOk(await lookInside(database, { production: false, own: false, masterKey: ours, feeder: 'here', passwords: 'kept', kurrentdb: double.place }));
    const unfed = await at();
    double.state.ready = false;
    const silent = await at();
    await double.close();
    expect(unfed).toEqual([found('wrong', 'read models', 'xinma projector')]);
    expect(silent).toEqual([found('wrong', 'log', 'a majority of its nodes')]);
  }, 30_000);

  it('says of one that it can’t reach what its administrator does, and no password', async () => {
    const findings = notOk(await examine({ XINMA_HOME: home, DATABASE_URL: 'postgresql://127.0.0.1:1/xinma', DATABASE_API_PASSWORD: 'hush1', DATABASE_KEYS_PASSWORD: 'hush2' }));
    expect(findings).toContainEqual(found('wrong', 'database', 'where a server answers'));
    expect(JSON.stringify(findings)).not.toContain('hush');
  });
});

describe('The doctor, of a home', () => {
  it('finds a master key that others may read, a killed instance, a taken port, a full disk', async () => {
    writeFileSync(join(home, 'master.key'), ours.toString('hex'));
    chmodSync(join(home, 'master.key'), 0o644);
    writeFileSync(join(home, 'run.json'), JSON.stringify({ pid: 1, started: 'before' }));
    expect(await examine({ XINMA_HOME: home })).toEqual(expect.arrayContaining([found('wrong', 'secrets', 'chmod 600'), found('warn', 'instance', 'npm start'), found('wrong', 'configuration', 'chmod 600')]));
    chmodSync(join(home, 'master.key'), 0o600);
    const { port } = web.address() as AddressInfo;
    expect(await examine({ XINMA_HOME: home, PORT: String(port) })).toContainEqual(found('wrong', 'port', 'set PORT'));
    expect([space(home, 50 * MEBIBYTE), space(home, 500 * MEBIBYTE)]).toEqual([found('wrong', 'disk', 'make room'), found('warn', 'disk', 'make room')]);
  });

  it('makes nothing, also no master key, and names the one that is missing', async () => {
    const nowhere = join(home, 'nowhere');
    expect(notOk(await examine({ XINMA_HOME: nowhere }))).toEqual([found('warn', 'home', 'set XINMA_HOME')]);
    expect(lookAtSettings({ XINMA_HOME: nowhere }, true).findings).toContainEqual(found('wrong', 'master key', 'put your copy'));
  });

  it('names each variable that is wrong, never its value, and ends with 1', async () => {
    const said: string[] = [];
    const code = await doctor({ XINMA_HOME: home, PORT: 'hush', LOG_LEVEL: 'hush', XINMA_MASTER_KEY: 'hush', DATABASE_URL: 'hush' }, { say: (line) => said.push(line), progress: () => undefined });
    expect(code).toBe(1);
    for (const name of ['PORT', 'LOG_LEVEL', 'XINMA_MASTER_KEY', 'DATABASE_URL']) expect(said.join('\n')).toContain(`${name} is wrong`);
    expect(said.join('\n')).not.toContain('hush');
  });
});

describe('The doctor, of an issuer', () => {
  const at = (path: string): string => `http://127.0.0.1:${(web.address() as AddressInfo).port}${path}`;
  const userinfoUri = new URL('https://id.example/me');
  const oidc = (more: Partial<OidcConfiguration>): OidcConfiguration => ({ issuer: ISSUER, audience: 'a', jwksUri: undefined, userinfoUri: undefined, assurances: {}, highest: 'al1', ...more });
  it.each<[string, () => Partial<OidcConfiguration>, Finding['level'], string]>([
    ['nobody answers', () => ({ issuer: 'http://127.0.0.1:1' }), 'wrong', 'check OIDC_ISSUER'],
    ['another one answers', () => ({ issuer: at('') }), 'wrong', 'check OIDC_ISSUER'],
    ['its discovery document does not say where userinfo is', () => ({ issuer: at('/unfinished'), jwksUri: new URL(at('/keys')) }), 'wrong', 'OIDC_USERINFO_URI'],
    ['it has no keys', () => ({ jwksUri: new URL(at('/none')), userinfoUri }), 'wrong', 'OIDC_JWKS_URI'],
    ['its clock is wrong', () => ({ jwksUri: new URL(at('/late')), userinfoUri }), 'warn', 'NTP'],
  ])('finds that %s', async (_what, more, level, mend) => expect(notOk(await lookAtIssuer(oidc(more())))).toEqual([found(level, 'issuer', mend)]));

  it('is content with one that answers', async () => expect(notOk(await lookAtIssuer(oidc({ jwksUri: new URL(at('/keys')), userinfoUri })))).toEqual([]));
});

import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { enrolled } from '../../../../test/contract/read-models/facts.js';
import { newPasswords, OwnServer, runRolesSql } from '../../../../test/kit/own-server.js';
import { newEvent } from '../../../../test/kit/recorded.js';
import { readPlaces } from '../../../../libs/configuration/index.js';
import { type Connections, withClient } from '../../../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import { ownConnections } from '../../../../libs/own-postgres/index.js';
import { PostgresVault } from '../../../../libs/vault-postgres/index.js';
import { migrateOwn } from '../instance/database.js';
import { examine } from './doctor.js';
import type { Finding } from './finding.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-doctor-own-'));
const passwords = newPasswords();
const masterKey = randomBytes(32);
let server: OwnServer;
let environment: Readonly<Record<string, string>>;
let connections: Connections;

beforeAll(async () => {
  server = await OwnServer.start({ settings: { fsync: 'on' } });
  await runRolesSql(server.superuser(), passwords);
  environment = { XINMA_HOME: home, DATABASE_URL: server.url, XINMA_MASTER_KEY: masterKey.toString('hex'), PORT: '0', ...passwords };
  const places = readPlaces(environment);
  await migrateOwn(places);
  if (places.database === undefined) throw new Error('no database');
  connections = ownConnections(places.database, ['owner', 'api', 'projector', 'keysOwner', 'keys']);
  await (await PostgresVault.open(connections.keys, masterKey)).close();
  const store = new PostgresEventStore({ connection: connections.api });
  await store.append({ stream: 'citizen-any', expected: 'any', events: [newEvent(enrolled(1))] });
  await store.close();
}, 60_000);
afterAll(async () => {
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
});

const sql = (text: string, database = 'xinma'): Promise<unknown> => withClient(server.superuser(database), (client) => client.query(text));
const wrong = async (more: Readonly<Record<string, string>> = {}): Promise<readonly Finding[]> => (await examine({ ...environment, ...more })).filter(({ level }) => level === 'wrong');
const about = (mend: string) => expect.objectContaining({ mend: expect.stringContaining(mend) });

describe('The doctor, of a PostgreSQL of one’s own', () => {
  it('finds nothing wrong where nothing is, and looks at no disk: it is the server’s', async () => {
    const findings = await examine(environment);
    expect(findings.filter(({ level }) => level === 'wrong')).toEqual([]);
    expect(findings.map((each) => each.about)).not.toContain('disk');
    expect(findings).toContainEqual({ level: 'ok', about: 'roles', says: 'xinma_api, xinma_keys, xinma_projector, xinma_owner are let in, with the rights that they need' });
  });

  it.each(['API', 'KEYS', 'PROJECTOR', 'OWNER'])('finds that the password of %s is another’s', async (role) => {
    expect(await wrong({ [`DATABASE_${role}_PASSWORD`]: 'hush' })).toContainEqual(about('the role and password that roles.sql gave'));
  });

  it.each([
    ['SELECT ON ledger.event', 'xinma_projector', 'xinma'],
    ['INSERT ON ledger.event', 'xinma_api', 'xinma'],
    ['EXECUTE ON FUNCTION api.read_model_position()', 'xinma_api', 'xinma'],
    ['USAGE ON SCHEMA api', 'xinma_api', 'xinma'],
    ['UPDATE ON read_model.proxy_view', 'xinma_projector', 'xinma'],
    ['CREATE ON DATABASE xinma', 'xinma_owner', 'xinma'],
    ['INSERT ON vault.subject_key', 'xinma_keys', 'xinma_keys'],
    ['UPDATE (wrapped) ON vault.subject_key', 'xinma_keys', 'xinma_keys'],
  ])('finds that %s was taken from %s, and says what gives it back', async (right, role, database) => {
    await sql(`REVOKE ${right} FROM ${role}`, database);
    const findings = await wrong();
    await sql(`GRANT ${right} TO ${role}`, database);
    expect(findings).toEqual([about(`GRANT ${right} TO ${role}`)]);
    expect(await wrong()).toEqual([]);
  });

  it('finds that nothing can be written', async () => {
    await sql('ALTER DATABASE xinma SET default_transaction_read_only = on', 'postgres');
    const findings = await wrong();
    await sql('ALTER DATABASE xinma RESET default_transaction_read_only', 'postgres');
    // As the API, the projector and the owner.
    expect(findings).toEqual(Array.from({ length: 3 }, () => about('RESET default_transaction_read_only')));
  });

  it('finds that an API serves and nobody feeds the read models; and only says so where none serves', async () => {
    const { DATABASE_PROJECTOR_PASSWORD: _, ...without } = environment;
    const feeding = async (): Promise<Finding | undefined> => (await examine(without)).find((each) => each.about === 'read models');
    expect(await feeding()).toMatchObject({ level: 'warn', mend: expect.stringContaining('xinma projector') });
    expect(await withClient(connections.api, feeding)).toMatchObject({ level: 'wrong', mend: expect.stringContaining('xinma projector') });
  }, 20_000);

  it('names the home that is no folder, and a port that is none, beside what it can see', async () => {
    expect(await wrong({ XINMA_HOME: '/dev/null' })).toContainEqual(expect.objectContaining({ about: 'home', mend: expect.stringContaining('XINMA_HOME') }));
    expect(await wrong({ XINMA_HOME: '/dev/null/below' })).toContainEqual(expect.objectContaining({ about: 'home', mend: expect.stringContaining('XINMA_HOME') }));
    expect(await wrong({ DATABASE_URL: `${server.url.replace(/&port=.*/, '')}&port=99999` })).toContainEqual(expect.objectContaining({ says: 'DATABASE_URL is wrong' }));
  });
});

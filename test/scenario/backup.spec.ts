import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { onClusterAtRest } from '../../apps/cli/src/instance/at-rest.js';
import { clusterFolder, connectionsHere } from '../../apps/cli/src/instance/database.js';
import { ServerProcess } from '../../apps/cli/src/instance/server-process.js';
import { mark } from '../../apps/cli/src/restore/ground.js';
import { castOf } from '../../apps/issuer/cast.js';
import { calendarDate } from '../../libs/domain/person.js';
import { Cluster, removeCluster, withClient } from '../../libs/embedded-postgres/index.js';
import { Command } from '../kit/command.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { type Person, speaker } from '../kit/instance.js';
import { PROGRAM } from '../kit/program.js';

const folder = mkdtempSync(join(tmpdir(), 'xinma-kept-'));
const at = (...names: readonly string[]): string => join(folder, ...names);
const [home, elsewhere, copy] = [at('home'), at('elsewhere'), at('copy')];
const server = new ServerProcess(home, [PROGRAM, 'start']);
const other = new ServerProcess(elsewhere, [PROGRAM, 'start']);
const results = { scope: 'results', purpose: 'FAMRQT' };
let [kept, revoked] = ['', ''];

const run = (args: readonly string[], on = home, more: Readonly<Record<string, string>> = {}) => Command.run(args, { XINMA_HOME: on, ...more });
const person = async (on: ServerProcess, name: string): Promise<Person> => {
  const { address, token } = await on.access(name);
  return speaker(address, token);
};
const look = async (on: ServerProcess, basis: string): Promise<number> => (await (await person(on, 'li-na')).post(`/v1/bases/${basis}/views`, results)).status;
const headOf = async (on: string): Promise<number> => Number(/^log +(\d+)/m.exec((await run(['status'], on))[1])?.[1]);

/** The other is given a look, and looks. */
async function shown(): Promise<string> {
  const consent = await granted(await server.as('li-na'), await server.as('wang-fang'), { scope: 'results' });
  await eventually(() => look(server, consent), (status) => status === 200);
  return consent;
}
/** The keys of all institutions are lost, and each is named again by who appoints there. */
async function namedAgain(): Promise<void> {
  const { keysOwner } = await connectionsHere({ production: false, home, database: undefined, kurrentdb: undefined }, ['keysOwner']);
  const { rowCount } = await withClient(keysOwner, (client) => client.query(`DELETE FROM vault.subject_key WHERE class = 'institution'`));
  const places = [...new Map(castOf(calendarDate('2026-11-23')).flatMap(({ name, duty }) => (duty === null ? [] : [[duty.institution, { name, ...duty }] as const]))).values()];
  expect(rowCount).toBe(places.length);
  const appointed = await Promise.all(places.map(({ name, role, institution }) => run(['appoint', '--as', name, '--role', role, '--institution', institution])));
  expect(new Set(appointed.map(([code]) => code))).toEqual(new Set([0]));
}
/** A home with nothing but the master key in it. */
const homeWithKey = (name: string): string => {
  mkdirSync(at(name), { mode: 0o711 });
  cpSync(join(home, 'master.key'), at(name, 'master.key'));
  return at(name);
};

beforeAll(async () => {
  await server.start();
  for (const name of ['li-na', 'wang-fang']) {
    const citizen = await person(server, name);
    await enrol(citizen.client);
    await eventually(() => citizen.get('/v1/me'), ({ status }) => status === 200);
  }
  const { keys } = await connectionsHere({ production: false, home, database: undefined, kurrentdb: undefined }, ['keys']);
  await withClient(keys, (client) => client.query(`INSERT INTO vault.subject_key (owner, class, destroyed_at) VALUES ('destroyed', 'claim', '2026-11-01T00:00:00.123456Z')`));
  [kept, revoked] = [await shown(), await shown()];
  await namedAgain();
}, 60_000);
afterAll(async () => {
  await Promise.all([server.stop(), other.stop()]);
  for (const name of readdirSync(folder)) await removeCluster(clusterFolder(at(name)));
  rmSync(folder, { recursive: true });
}, 60_000);

describe('A backup of a running instance', () => {
  it('is taken while it serves, read back, and only its owner enters it; it does not hold the master key', async () => {
    expect(await run(['backup', copy])).toEqual([0, expect.stringMatching(/backed up and read back: \d+ events .*\n.*\nThe master key is NOT in it/)]);
    const modes = [copy, join(copy, 'log'), join(copy, 'keys'), join(copy, 'keys', 'keys.ndjson'), join(copy, 'log', '00000001.ndjson.gz')].map((file) => (statSync(file).mode & 0o777).toString(8));
    expect(modes).toEqual(['700', '700', '700', '600', '600']);
    const master = readFileSync(join(home, 'master.key'), 'utf8').trim();
    for (const file of ['manifest.json', 'configuration.json', 'keys/keys.ndjson']) expect(readFileSync(join(copy, file), 'utf8')).not.toContain(master);
  });

  it('goes on where the one before ended: the files of the log stay as they were', async () => {
    const before = readFileSync(join(copy, 'log', '00000001.ndjson.gz'));
    expect((await (await person(server, 'wang-fang')).post(`/v1/consents/${revoked}/revocation`)).status).toBe(200);
    expect(await run(['backup', copy])).toEqual([0, expect.stringMatching(/\([1-9] of them new\) in 2 files/)]);
    expect(readFileSync(join(copy, 'log', '00000001.ndjson.gz')).equals(before)).toBe(true);
  });

  it('is put into a folder of somebody else’s never, nor over another instance’s', async () => {
    expect(await run(['backup', home])).toEqual([1, expect.stringContaining('which is no part of a backup')]);
    writeFileSync(homeWithKey('keyless') && at('keyless', 'x'), '');
    expect(await run(['backup', at('nothing-there')], at('keyless'))).toEqual([1, expect.stringContaining('there is no instance')]);
  });
});

describe('A restore', () => {
  it('needs the master key, and the right one, and makes none', async () => {
    expect(await run(['restore', copy], elsewhere)).toEqual([1, expect.stringContaining('the master key is missing')]);
    expect(await run(['restore', copy], elsewhere, { XINMA_MASTER_KEY: 'ab'.repeat(32) })).toEqual([1, expect.stringContaining('another master key')]);
    expect(existsSync(elsewhere)).toBe(false);
  });

  it('refuses a backup that was changed, and a home that is in use, before anything is written', async () => {
    cpSync(copy, at('changed'), { recursive: true });
    writeFileSync(at('changed', 'log', '00000002.ndjson.gz'), 'x');
    const empty = homeWithKey('empty');
    expect(await run(['restore', at('changed')], empty)).toEqual([1, expect.stringMatching(/^00000002\.ndjson\.gz: has not the length/)]);
    expect(readdirSync(empty)).toEqual(['master.key']);
    expect(await run(['restore', copy])).toEqual([1, expect.stringContaining('an instance already runs')]);
  });

  it('refuses keys that are older than the log: what was destroyed since would come back', async () => {
    const apart = at('apart');
    expect((await run(['backup', at('two'), '--keys', apart]))[0]).toBe(0);
    cpSync(apart, at('old-keys'), { recursive: true });
    expect((await run(['backup', at('two'), '--keys', apart]))[0]).toBe(0);
    expect(existsSync(at('two', 'keys'))).toBe(false);
    expect(await run(['restore', at('two'), '--keys', at('old-keys')], at('empty'))).toEqual([1, expect.stringContaining('keys.ndjson: is older than the log')]);
    expect(await run(['restore', copy, '--keys', apart], at('empty'))).toEqual([1, expect.stringContaining('belongs to another backup')]);
  });

  it('that was cut, wherever, starts over; then its log is the same, byte for byte, and never goes over data', async () => {
    homeWithKey('elsewhere');
    const cut = new Command(['restore', copy], { XINMA_HOME: elsewhere });
    await eventually(() => Cluster.running({ folder: clusterFolder(elsewhere) }) !== undefined || cut.child.exitCode !== null, (up) => up);
    await cut.end('SIGKILL');
    await onClusterAtRest(elsewhere, async (cluster) => mark(await cluster.prepare()));
    expect(await run(['start'], elsewhere)).toEqual([1, expect.stringContaining('run xinma restore')]);
    const [code, said] = await run(['restore', copy], elsewhere);
    expect([code, said]).toEqual([0, expect.stringMatching(/restored: \d+ events/)]);
    const { content } = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as { content: { chain: string } };
    expect(said).toContain(content.chain);
    expect(said).toContain('0 missing');
    expect(await run(['restore', copy], elsewhere)).toEqual([1, expect.stringContaining('there is data already')]);
  }, 60_000);

  it('goes on where the other was: who may look looks, who may not does not, and the log grows from its head', async () => {
    const { content } = JSON.parse(readFileSync(join(copy, 'manifest.json'), 'utf8')) as { content: { head: string } };
    await other.start();
    expect(await headOf(elsewhere)).toBe(Number(content.head));
    expect(await look(other, kept)).toBe(200);
    expect(await headOf(elsewhere)).toBe(Number(content.head) + 1);
    expect(await look(other, revoked)).toBe(404);
    expect((await (await person(other, 'wang-fang')).get('/v1/me')).status).toBe(200);
  }, 60_000);

  it('leaves a key that was destroyed as it was: at the same instant, and without bytes', async () => {
    const { keys } = await connectionsHere({ production: false, home: elsewhere, database: undefined, kurrentdb: undefined }, ['keys']);
    const { rows } = await withClient(keys, (client) => client.query(`SELECT wrapped, destroyed_at::text AS at FROM vault.subject_key WHERE destroyed_at IS NOT NULL`));
    expect(rows).toEqual([{ wrapped: null, at: expect.stringMatching(/\.123456\+00$/) }]);
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningInstance } from '../../apps/cli/src/instance/run-file.js';
import { tokenAs } from '../../apps/issuer/development.js';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { Command } from '../kit/command.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { type Person, speaker } from '../kit/instance.js';
import { newPasswords, OwnServer, runRolesSql } from '../kit/own-server.js';

const FEED = 'test/data/lab-feed/dcc-tests.ndjson';
const home = mkdtempSync(join(tmpdir(), 'xinma-own-'));
const { DATABASE_OWNER_PASSWORD: owner = '', ...serving } = newPasswords();
let server: OwnServer;
let where: Readonly<Record<string, string>>;
const running: Command[] = [];

const run = (args: readonly string[], more: Readonly<Record<string, string>> = {}): Command => {
  const command = new Command(args, { XINMA_HOME: home, ...where, ...serving, ...more });
  running.push(command);
  return command;
};
const ended = async (args: readonly string[], more: Readonly<Record<string, string>> = {}): Promise<readonly [number | null, string]> => {
  const command = run(args, more);
  return [await command.end(), command.output];
};

beforeAll(async () => {
  server = await OwnServer.start();
  await runRolesSql(server.superuser(), { ...serving, DATABASE_OWNER_PASSWORD: owner });
  where = { DATABASE_URL: server.url, PORT: '0' };
}, 60_000);
afterAll(async () => {
  for (const command of running) if (command.child.exitCode === null && command.child.signalCode === null) await command.end('SIGTERM');
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
}, 60_000);

const issuer = (): string => runningInstance(home)?.issuer ?? '';
const as = async (address: string, name: string): Promise<Person> => speaker(address, await tokenAs(issuer(), name));
const results = { scope: 'results', purpose: 'FAMRQT' };

/** Somebody enrols, grants the other a look at their results, and the other looks; answers with the consent. */
async function shown(viewer: Person, subject: Person): Promise<string> {
  await enrol(viewer.client, subject.client);
  await eventually(() => subject.get('/v1/me'), ({ status }) => status === 200);
  const consent = await granted(viewer.client, subject.client, { scope: 'results' });
  await eventually(() => viewer.post(`/v1/bases/${consent}/views`, results), ({ status }) => status === 200);
  return consent;
}

describe('An instance on a PostgreSQL 15 of one’s own', () => {
  it('does not serve before its schema is there, and says who makes it', async () => {
    expect(await ended(['start'])).toEqual([1, expect.stringContaining('the schema of the log is older than this version: run xinma migrate')]);
    expect(await ended(['migrate'])).toEqual([1, expect.stringContaining('DATABASE_OWNER_PASSWORD must be the password of xinma_owner, which this command needs')]);
  }, 30_000);

  it('is migrated by its owner, whose password may stand in a file: of two at once, both are content', async () => {
    const file = join(home, 'owner');
    writeFileSync(file, `${owner}\n`, { mode: 0o600 });
    const both = await Promise.all([1, 2].map(() => ended(['migrate'], { DATABASE_OWNER_PASSWORD_FILE: file })));
    for (const one of both) expect(one).toEqual([0, 'the databases are at the schema of this version\n']);
  }, 30_000);

  it('serves without being the owner: a look, its record, a revocation, an import', async () => {
    const start = run(['start']);
    const address = await start.said(/running on (\S+)/);
    const [viewer, subject] = [await as(address, 'li-na'), await as(address, 'wang-fang')];
    const consent = await shown(viewer, subject);
    expect((await subject.post(`/v1/consents/${consent}/revocation`)).status).toBe(200);
    expect((await viewer.post(`/v1/bases/${consent}/views`, results)).status).toBe(404);
    const { body } = await eventually(() => subject.get('/v1/me/disclosures'), ({ text }) => text.includes('refus'));
    expect(JSON.stringify(body)).toContain('FAMRQT');
    const asOf = ['--as-of', new Date().toISOString().slice(0, 10)];
    expect((await ended(['seed', FEED, ...asOf]))[0]).toBe(0);
    expect((await ended(['import', FEED, ...asOf, '--rejected', join(home, 'rejected.ndjson')]))[0]).toBe(0);
  }, 120_000);

  it('is asked and rebuilt by the same commands; a rebuild needs the owner', async () => {
    const [code, said] = await eventually(() => ended(['status']), ([, text]) => text.includes('lag               0 events'));
    expect([code, Number(/^log +(\d+)/m.exec(said)?.[1])]).toEqual([0, expect.any(Number)]);
    expect(await ended(['rebuild'])).toEqual([1, expect.stringContaining('DATABASE_OWNER_PASSWORD must be')]);
    expect(await ended(['rebuild'], { DATABASE_OWNER_PASSWORD: owner })).toEqual([0, expect.stringContaining('equal')]);
    expect(await ended(['replay', '--at', '1'])).toEqual([0, expect.stringContaining('the log up to position 1')]);
    expect(await ended(['appoint', '--as', 'li-na', '--role', 'auditor', '--institution', 'haidian-registry'])).toEqual([0, expect.stringContaining('auditor at haidian-registry')]);
  }, 60_000);

  it('has its API and its projector in processes of their own, which find each other through the database alone', async () => {
    expect(await running.find(({ child }) => child.spawnargs.includes('start') && child.exitCode === null)?.end('SIGTERM')).toBe(0);
    const { DATABASE_PROJECTOR_PASSWORD: projecting = '', ...answering } = serving;
    const alone = (args: readonly string[], more: Readonly<Record<string, string>>): Command => new Command(args, { XINMA_HOME: home, ...where, ...more });
    // Each holds its own passwords, and no run file says where the other is.
    const api = alone(['api'], answering);
    const projector = alone(['projector'], { DATABASE_PROJECTOR_PASSWORD: projecting });
    running.push(api, projector);
    const address = await api.said(/running on (\S+)/);
    await projector.said(/feeding the read models/);
    expect((await fetch(`${address}/ready`)).status).toBe(200);
    expect(runningInstance(home)).toBeUndefined();
    const asked = async (what: readonly string[], more: Readonly<Record<string, string>>): Promise<number | null> => alone(['health', ...what], more).end();
    const health = (): Promise<readonly (number | null)[]> => Promise.all([asked([], { PORT: new URL(address).port }), asked(['--projector'], { DATABASE_PROJECTOR_PASSWORD: projecting })]);
    expect(await health()).toEqual([0, 0]);
    for (const each of [projector, api]) expect(await each.end('SIGTERM')).toBe(0);
    expect(await health()).toEqual([1, 1]);
  }, 60_000);

  it('in production refuses a server that may lose what was acknowledged', async () => {
    const production = { NODE_ENV: 'production', XINMA_MASTER_KEY: 'a1'.repeat(32), OIDC_ISSUER: 'https://id.example', OIDC_JWKS_URI: 'https://id.example/jwks', OIDC_USERINFO_URI: 'https://id.example/me', OIDC_AUDIENCE: 'xinma', OIDC_ACR_MAX: 'al2' };
    expect(await ended(['start'], production)).toEqual([1, expect.stringContaining('fsync (PostgreSQL) must be on')]);
  }, 30_000);

  it('never says an address or a password', async () => {
    await withClient(server.superuser(), (client) => client.query('ALTER ROLE xinma_api CONNECTION LIMIT 0'));
    const [code, said] = await ended(['status']);
    expect([code, said]).toEqual([1, expect.stringContaining('DATABASE_URL (as xinma_api) must be where a server answers (53300)')]);
    for (const secret of [server.socket, ...Object.values(serving)]) expect(said).not.toContain(secret);
  }, 30_000);
});

import { execFileSync, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { description } from '../../apps/api/src/description.js';
import { runningInstance } from '../../apps/cli/src/instance/run-file.js';
import { ServerProcess } from '../../apps/cli/src/instance/server-process.js';
import { tokenAs } from '../../apps/issuer/development.js';
import { Cluster, type Connections, demandSchema, removeCluster, withClient } from '../../libs/embedded-postgres/index.js';
import { durabilitySettings } from '../../libs/event-store-postgres/index.js';
import { type Person, speaker } from '../kit/instance.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-quick-'));
const parameters: string[] = [];
/** As `npm start` runs it: that becomes the process which starts from the blob. */
const START = ['deploy/start.js'];
const server = new ServerProcess(home, START);
const plain = new ServerProcess(home, ['dist/quick/xinma.cjs']);
const PLANTED = randomUUID();

const database = (): Pick<Connections, 'api' | 'keys'> => {
  const running = Cluster.running({ folder: join(home, 'postgres') });
  if (running === undefined) throw new Error('the database does not run');
  return running.connections();
};
const liNa = async (): Promise<Person> => {
  const { address = '', issuer = '' } = runningInstance(home) ?? {};
  return speaker(address, await tokenAs(issuer, 'li-na'));
};

beforeAll(async () => {
  execFileSync(process.execPath, ['deploy/bundle.js'], { stdio: 'inherit', env: { ...process.env, XINMA_MASTER_KEY: PLANTED } });
  parameters.push(...(JSON.parse(readFileSync('dist/quick/start.json', 'utf8')) as { readonly parameters: readonly string[] }).parameters);
  await server.start();
}, 60_000);
afterAll(async () => {
  await plain.stop();
  await server.stop();
  await removeCluster(join(home, 'postgres'));
  rmSync(home, { recursive: true, force: true });
});

describe('what npm start runs, all in one file', () => {
  it('judges, decides and records as the program in many files does', async () => {
    const li = await liNa();
    expect(await li.post('/v1/enrolments')).toMatchObject({ status: 202 });
    expect(await li.get('/v1/me')).toMatchObject({ status: 200, body: { surname: expect.any(String) } });
    expect(await li.post('/v1/enrolments', { name: 'x' })).toMatchObject({ status: 400, body: { code: 'unknown-field' } });
  });

  it('loads what is seldom asked for when it is: a feed in CSV, with a record that is none', async () => {
    const { address = '', issuer = '' } = runningInstance(home) ?? {};
    const authorization = `Bearer ${await tokenAs(issuer, 'nurse-zhou')}`;
    const answer = await fetch(new URL('/v1/results/imports', address), {
      method: 'POST',
      headers: { authorization, 'content-type': 'text/csv', 'idempotency-key': randomUUID() },
      body: 'ci,tt,tg,tr,sc\nNO-TUBE,LP6464-4,840539006,260415000,2026-01-01T00:00:00Z\nx\n',
    });
    expect([answer.status, (await answer.text()).match(/"verdict":"[a-z]+"/g)]).toEqual([200, ['"verdict":"barcode"', '"verdict":"format"']]);
  });

  it('calls its classes as the program in many files does: bodies in the description, migrations in the database', async () => {
    expect(await (await liNa()).get('/openapi.json')).toMatchObject({ status: 200, body: JSON.parse(description()) as object });
    const { api: log, keys } = database();
    await expect(demandSchema({ log, keys })).resolves.toBeUndefined();
  });

  it('has what it acknowledged on the disk: so its database is set up', async () => {
    expect(await withClient(database().api, durabilitySettings)).toEqual({ fsync: 'on', synchronousCommit: 'on', fullPageWrites: 'on' });
  });

  it('starts from a blob, in which no variable of its maker is', () => {
    expect(parameters.at(-2)).toBe('--snapshot-blob');
    const blob = parameters.at(-1) ?? '';
    expect(readFileSync(blob).includes(PLANTED)).toBe(false);
    // The seed of what is hashed is in it.
    expect(statSync(blob).mode & 0o077).toBe(0);
  });

  it('has random numbers of its own at every start, whatever was drawn while the blob was made', async () => {
    const other = new ServerProcess(mkdtempSync(join(tmpdir(), 'xinma-quick-')), START);
    try {
      await other.start();
      for (const file of ['master.key', 'postgres.secrets.json']) expect(readFileSync(join(other.home, file), 'utf8')).not.toBe(readFileSync(join(home, file), 'utf8'));
    } finally {
      await other.stop();
      await removeCluster(join(other.home, 'postgres'));
      rmSync(other.home, { recursive: true, force: true });
    }
  }, 30_000);

  it('refuses another master key at once, and leaves nothing running', async () => {
    await server.stop();
    const refused = spawnSync(process.execPath, START, { env: { ...process.env, XINMA_HOME: home, XINMA_MASTER_KEY: '7'.repeat(64), PORT: '' }, encoding: 'utf8', timeout: 30_000 });
    expect([refused.status, refused.stderr]).toEqual([1, 'this data was sealed under another master key\n']);
    expect(runningInstance(home)).toBeUndefined();
    expect(Cluster.running({ folder: join(home, 'postgres') })).toBeUndefined();
    await server.start();
  }, 15_000);

  it('starts again on what it left, also without the blob', async () => {
    await server.stop();
    expect(runningInstance(home)).toBeUndefined();
    await plain.start();
    expect(await (await liNa()).get('/v1/me')).toMatchObject({ status: 200 });
    await plain.stop();
    await server.start();
    expect(await (await liNa()).get('/v1/me')).toMatchObject({ status: 200 });
  }, 60_000);
});

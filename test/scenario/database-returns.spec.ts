import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningInstance } from '../../apps/cli/src/instance/run-file.js';
import { tokenAs } from '../../apps/issuer/development.js';
import { Command } from '../kit/command.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { type Person, speaker } from '../kit/instance.js';
import { newPasswords, OwnServer, runRolesSql } from '../kit/own-server.js';

/** As it is promised, from the moment at which it takes connections again. It takes a tenth of that; what hangs would take far longer. */
const SOON = 5_000;

const home = mkdtempSync(join(tmpdir(), 'xinma-returns-'));
const passwords = newPasswords();
let server: OwnServer;
let instance: Command;
let viewer: Person;
let subject: Person;
let consent = '';

const terms = { scope: 'status', purpose: 'FAMRQT', until: new Date(Date.now() + 86_400_000).toISOString() };
const look = () => viewer.post(`/v1/bases/${consent}/views`, { scope: 'status', purpose: 'FAMRQT' });
const request = () => viewer.post('/v1/consent-requests', { ...terms, label: 'Mum' });

beforeAll(async () => {
  server = await OwnServer.start();
  await runRolesSql(server.superuser(), passwords);
  instance = new Command(['start'], { XINMA_HOME: home, DATABASE_URL: server.url, PORT: '0', ...passwords });
  const { address = '', issuer = '' } = (await eventually(() => runningInstance(home), (found) => found?.address !== undefined)) ?? {};
  const as = async (name: string): Promise<Person> => speaker(address, await tokenAs(issuer, name));
  [subject, viewer] = [await as('wang-fang'), await as('li-na')];
  await enrol(viewer.client, subject.client);
  consent = await granted(viewer.client, subject.client);
  await eventually(look, ({ status }) => status === 200);
}, 60_000);
afterAll(async () => {
  await instance?.end('SIGTERM');
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
}, 60_000);

/** Some look and read, for as long as there is no database; the statuses that were answered. */
async function goOnAsking(milliseconds: number): Promise<ReadonlySet<number>> {
  const statuses = new Set<number>();
  const one = async (): Promise<void> => {
    for (const until = performance.now() + milliseconds; performance.now() < until; await sleep(20)) for (const { status } of [await look(), await viewer.get('/v1/me/code')]) statuses.add(status);
  };
  await Promise.all(Array.from({ length: 8 }, one));
  return statuses;
}

describe('A PostgreSQL that is gone, and comes back', () => {
  it.each([[100], [3_000], [8_000]])('after %i ms: meanwhile it is said so, and soon everything is decided again without anybody’s help', async (milliseconds) => {
    await server.crash();
    // One that had begun may still be answered.
    expect([200, 503]).toEqual(expect.arrayContaining([...(await goOnAsking(milliseconds))]));
    await server.comeBack();
    const back = performance.now();
    await eventually(look, ({ status }) => status === 200);
    const { body } = await eventually(request, ({ status }) => status === 201);
    // What is granted now can be looked at, so what follows the log follows it again.
    await subject.post('/v1/consent-codes/openings', { code: body['code'] });
    await eventually(() => subject.post(`/v1/consents/${String(body['consent'])}/grant`, terms), ({ status }) => status === 200);
    await eventually(() => viewer.post(`/v1/bases/${String(body['consent'])}/views`, { scope: 'status', purpose: 'FAMRQT' }), ({ status }) => status === 200);
    expect(performance.now() - back).toBeLessThan(SOON);
  }, 60_000);
});

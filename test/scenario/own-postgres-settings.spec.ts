import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { connectionsHere } from '../../apps/cli/src/instance/database.js';
import { runningInstance } from '../../apps/cli/src/instance/run-file.js';
import { tokenAs } from '../../apps/issuer/development.js';
import { readPlaces } from '../../libs/configuration/index.js';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { DAY, formatInstant, instant } from '../../libs/kernel/index.js';
import { Command } from '../kit/command.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { type Person, speaker } from '../kit/instance.js';
import { newPasswords, OwnServer, runRolesSql } from '../kit/own-server.js';

/** All legal, and each another than the server comes with. */
const ODD = {
  DateStyle: 'SQL, DMY',
  TimeZone: 'UTC',
  IntervalStyle: 'sql_standard',
  default_transaction_isolation: 'serializable',
  standard_conforming_strings: 'off',
  array_nulls: 'off',
  bytea_output: 'escape',
  search_path: 'nowhere',
  idle_session_timeout: '500ms',
};

const home = mkdtempSync(join(tmpdir(), 'xinma-odd-'));
let server: OwnServer;
let environment: Readonly<Record<string, string>>;
let start: Command;

beforeAll(async () => {
  server = await OwnServer.start({ settings: ODD });
  const passwords = newPasswords();
  await runRolesSql(server.superuser(), passwords);
  environment = { XINMA_HOME: home, DATABASE_URL: server.url, PORT: '0', ...passwords };
  start = new Command(['start'], environment);
  await start.said(/running on (\S+)/);
}, 60_000);
afterAll(async () => {
  await start?.end('SIGTERM');
  await server?.stop();
  rmSync(home, { recursive: true, force: true });
}, 60_000);

const run = (...args: readonly string[]): Promise<readonly [number | null, string]> => Command.run(args, environment);

async function person(name: string): Promise<Person> {
  const { address = '', issuer = '' } = runningInstance(home) ?? {};
  const speaking = speaker(address, await tokenAs(issuer, name));
  await enrol(speaking.client);
  await eventually(() => speaking.get('/v1/me'), ({ status }) => status === 200);
  return speaking;
}

const basesOf = async (whose: Person, direction: 'onMe' | 'mine'): Promise<readonly unknown[]> => (await whose.get('/v1/me/bases')).body[direction] as readonly unknown[];

describe('An instance on a PostgreSQL that writes times, backslashes and NULL otherwise, isolates its transactions and ends sessions that wait', () => {
  it('knows when a grant ends, also after an event that changed something else of it', async () => {
    const [viewer, subject] = [await person('li-na'), await person('wang-fang')];
    const until = instant(Date.now() + 3 * DAY);
    const consent = await granted(viewer.client, subject.client, { until });
    const theirs = { basis: consent, until: formatInstant(until) };
    await eventually(() => basesOf(subject, 'onMe'), (bases) => bases.length === 1);
    expect(await basesOf(subject, 'onMe')).toEqual([expect.objectContaining({ ...theirs, state: 'live' })]);
    expect((await subject.post(`/v1/consents/${consent}/revocation`)).status).toBe(200);
    await eventually(() => basesOf(subject, 'onMe'), (bases) => JSON.stringify(bases).includes('ended'));
    expect(await basesOf(subject, 'onMe')).toEqual([expect.objectContaining(theirs)]);
    expect(start.output).not.toContain('interrupted');
  }, 30_000);

  it('feeds the read models without a pause, also where nothing happened for a while', async () => {
    await sleep(1_500);
    expect(start.output).not.toContain('interrupted');
  });

  it('is asked for as long as it takes, whatever an administrator gave the database so that nobody’s mistake lasts', async () => {
    const hasty = (to: string) => withClient(server.superuser(), (client) => client.query(`ALTER DATABASE xinma ${to}`));
    await hasty(`SET statement_timeout = '1ms'`);
    try {
      const { owner } = await connectionsHere(readPlaces(environment), ['owner']);
      await withClient(owner, (client) => client.query('SELECT pg_sleep(0.2)'));
      expect(await run('rebuild')).toEqual([0, expect.stringMatching(/rebuilt from/)]);
    } finally {
      await hasty('RESET statement_timeout');
    }
  }, 30_000);

  it('is looked at, rebuilt, replayed and backed up as any other', async () => {
    expect(await run('doctor')).toEqual([0, expect.stringContaining(' 0 wrong')]);
    expect(await run('rebuild')).toEqual([0, expect.stringMatching(/rebuilt from/)]);
    expect(await run('replay', '--at', formatInstant(instant(Date.now())), '--read-models', '--verify')).toEqual([0, expect.stringContaining('gives the same')]);
    expect(await run('backup', join(home, 'backup'))).toEqual([0, expect.stringContaining('backed up and read back')]);
  }, 60_000);
});

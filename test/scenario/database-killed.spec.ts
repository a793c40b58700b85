import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { runningInstance } from '../../apps/cli/src/instance/run-file.js';
import { ServerProcess } from '../../apps/cli/src/instance/server-process.js';
import { tokenAs } from '../../apps/issuer/development.js';
import { Cluster, removeCluster } from '../../libs/embedded-postgres/index.js';
import { enrol } from '../kit/enrol.js';
import { eventually } from '../kit/eventually.js';
import { granted } from '../kit/granted.js';
import { type Person, speaker } from '../kit/instance.js';
import { PROGRAM } from '../kit/program.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-killed-'));
const folder = join(home, 'postgres');
const server = new ServerProcess(home, [PROGRAM, 'start']);
const as = async (name: string): Promise<Person> => {
  const { address = '', issuer = '' } = runningInstance(home) ?? {};
  return speaker(address, await tokenAs(issuer, name));
};
/** The process of the database. */
const postmaster = (): number => {
  const data = Cluster.running({ folder })?.folder;
  return data === undefined ? 0 : Number(readFileSync(join(data, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
};

beforeAll(() => server.start(), 60_000);
afterAll(async () => {
  await server.stop();
  await removeCluster(folder);
  rmSync(home, { recursive: true, force: true });
});

describe('a database that is killed under a running instance', () => {
  it('comes back, with all that was acknowledged, and views work again', async () => {
    const [mother, daughter] = [await as('wang-fang'), await as('li-na')];
    await enrol(mother.client, daughter.client);
    const consent = await granted(daughter.client, mother.client);
    const shown: unknown[] = [];
    const look = async (): Promise<number> => {
      const { status, body } = await daughter.post(`/v1/bases/${consent}/views`, { scope: 'status', purpose: 'FAMRQT' });
      if (status === 200) shown.push(body['disclosure']);
      return status;
    };
    expect(await look()).toBe(200);
    for (let times = 0; times < 2; times += 1) {
      const killed = postmaster();
      // While ten look: each is answered with the view or with "not now", never with anything else.
      const meanwhile = Array.from({ length: 10 }, look);
      process.kill(killed, 'SIGKILL');
      for (const status of await Promise.all(meanwhile)) expect([200, 503]).toContain(status);
      await eventually(look, (status) => status === 200);
      expect(postmaster()).not.toBe(killed);
    }
    const seen = await eventually(() => mother.get('/v1/me/disclosures?limit=100'), ({ status, text }) => status === 200 && text.includes(String(shown.at(-1))));
    expect(shown.filter((disclosure) => !seen.text.includes(String(disclosure)))).toEqual([]);
    expect(shown.length).toBeGreaterThan(2);
  });

  it('is not started again after the instance was told to end', async () => {
    await server.stop();
    expect(Cluster.running({ folder })).toBeUndefined();
  });
});

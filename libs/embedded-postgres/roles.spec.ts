import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnServer } from '../../test/kit/own-server.js';
import { hasRolesAndDatabases, makeRolesAndDatabases, withClient } from './roles.js';
import type { Secrets } from './secrets.js';

const SECRETS: Secrets = { postgres: 'p', xinma_owner: 'o', xinma_api: 'a', xinma_projector: 'r', xinma_keys: 'k' };

describe('Roles and databases', () => {
  let server: OwnServer;
  beforeAll(async () => {
    server = await OwnServer.start();
  }, 60_000);
  afterAll(() => server?.stop());

  it('are made by several at once, each with databases of its own', async () => {
    const pairs = [1, 2, 3, 4, 5, 6].map((each) => ({ log: `log_${each}`, keys: `keys_${each}` }));
    await expect(Promise.all(pairs.map((names) => makeRolesAndDatabases(server.superuser(), SECRETS, names)))).resolves.toHaveLength(6);
  }, 60_000);

  it('are seen as they are by who serves, who can’t mend them: missing, open to everybody, shut to their own', async () => {
    const names = { log: 'log_seen', keys: 'keys_seen' };
    const make = (): Promise<void> => makeRolesAndDatabases(server.superuser(), SECRETS, names);
    const alter = (text: string): Promise<unknown> => withClient(server.superuser(), (client) => client.query(text));
    await make();
    const api = { ...server.superuser(), user: 'xinma_api', password: SECRETS.xinma_api, database: names.log };
    const asMade = (looked = names): Promise<boolean> => withClient(api, (client) => hasRolesAndDatabases(client, looked));
    expect(await asMade()).toBe(true);
    expect(await asMade({ ...names, keys: 'nowhere' })).toBe(false);
    for (const wrong of ['GRANT CONNECT ON DATABASE keys_seen TO PUBLIC', 'REVOKE CONNECT ON DATABASE log_seen FROM xinma_projector']) {
      await alter(wrong);
      expect(await asMade()).toBe(false);
      await make();
      expect(await asMade()).toBe(true);
    }
  }, 60_000);
});

describe('A connection of its own', () => {
  it('that is cut before it stands is none, and no word of the system’s alone', async () => {
    const cutting = createServer((socket) => socket.resetAndDestroy());
    await once(cutting.listen(0, '127.0.0.1'), 'listening');
    const { port } = cutting.address() as AddressInfo;
    await expect(withClient({ host: '127.0.0.1', port, user: 'u', password: 'p', database: 'd' }, async () => undefined)).rejects.toThrow(/^the database can’t be reached(?: \(E[A-Z]+\))?$/);
    cutting.close();
  });

  it('that is lost between two statements fails the next one, says why, and fails nothing else', async () => {
    const server = await OwnServer.start();
    const working = withClient(server.superuser(), async (client) => {
      const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
      const ended = new Promise((resolve) => client.once('end', resolve));
      await withClient(server.superuser(), (other) => other.query('SELECT pg_terminate_backend($1)', [rows[0]?.pid]));
      await ended;
      return client.query('SELECT 1');
    });
    await expect(working).rejects.toThrow('the connection to the database was lost');
    await server.stop();
  }, 60_000);
});

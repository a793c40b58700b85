import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { OwnServer } from '../../test/kit/own-server.js';
import { makeRolesAndDatabases } from './roles.js';
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
});

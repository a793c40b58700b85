import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { pino } from 'pino';
import { startServer } from '../../apps/api/src/server.js';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { OtherMasterKey } from '../../libs/vault-postgres/index.js';
import { freshDatabase, type FreshDatabase } from '../kit/postgres.js';

describe('An API that is made while its database opens', () => {
  const home = mkdtempSync(join(tmpdir(), 'xinma-order-'));
  let connections: FreshDatabase;

  /** Starts it and ends it again, also where it should not have started. */
  const start = async (bytes: Uint8Array, open: () => Promise<unknown>): Promise<void> => {
    const configuration = { home, host: '127.0.0.1', logLevel: 'info', oidc: undefined, masterKey: { bytes, from: 'variable' } } as const;
    const server = await startServer({ configuration, connections, open, port: 0, log: pino({ enabled: false }) });
    await server.close();
  };
  const checkValues = (): Promise<number | null> => withClient(connections.keysOwner, async (client) => (await client.query('SELECT FROM vault.master_key')).rowCount);

  beforeAll(async () => {
    connections = await freshDatabase();
  });
  afterAll(async () => {
    await connections.drop();
    rmSync(home, { recursive: true, force: true });
  });

  it('neither asks it nor serves where it does not open', async () => {
    await expect(start(randomBytes(32), () => Promise.reject(new Error('a migration failed')))).rejects.toThrow('a migration failed');
    expect(await checkValues()).toBe(0);
  });

  it('asks it once it is open, and does not serve data that was sealed under another master key', async () => {
    await start(randomBytes(32), () => Promise.resolve());
    expect(await checkValues()).toBe(1);
    await expect(start(randomBytes(32), () => Promise.resolve())).rejects.toThrow(OtherMasterKey);
  });
});

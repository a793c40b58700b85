import { afterEach, expect, it } from '@jest/globals';
import { testCluster } from '../../test/kit/postgres.js';
import { withClient } from './roles.js';

const before = process.env['PGSSLMODE'];
afterEach(() => {
  if (before === undefined) delete process.env['PGSSLMODE'];
  else process.env['PGSSLMODE'] = before;
});

it('A connection to the embedded server asks for no TLS, whatever the environment says of other servers', async () => {
  const cluster = await testCluster();
  process.env['PGSSLMODE'] = 'require';
  const { rows } = await withClient(cluster.superuser(), (client) => client.query<{ ssl: boolean }>('SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()'));
  expect(rows).toEqual([{ ssl: false }]);
});

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { type Connection, withClient } from '../../libs/embedded-postgres/index.js';
import { READ_MODEL_ENTITIES } from '../../libs/read-models/index.js';
import { TABLES } from '../../libs/read-models/table-hash.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';

describe('The rights on the read models', () => {
  let database: FreshDatabase;
  const as = (role: Connection, text: string): Promise<readonly unknown[]> => withClient(role, async (client) => (await client.query<Record<string, unknown>>(text)).rows);

  beforeAll(async () => {
    database = await freshDatabase();
  });
  afterAll(() => database.drop());

  it.each(TABLES.map(({ name }) => name))('keep the API from read_model.%s, whatever it tries', async (name) => {
    await expect(as(database.api, `SELECT 1 FROM read_model.${name}`)).rejects.toThrow('permission denied');
    for (const privilege of ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) {
      expect(await as(database.superuser, `SELECT has_table_privilege('xinma_api', 'read_model.${name}', '${privilege}') AS may`)).toEqual([{ may: false }]);
    }
  });

  it('let the projector write rows, and make or change no table', async () => {
    expect(await as(database.projector, 'SELECT count(*)::integer AS rows FROM read_model.proxy_view')).toEqual([{ rows: 0 }]);
    await expect(as(database.projector, 'CREATE TABLE read_model.other ()')).rejects.toThrow('permission denied');
    await expect(as(database.projector, 'TRUNCATE read_model.proxy_view')).rejects.toThrow('permission denied');
  });

  it('let nobody but the API call its functions, all of which run as the owner on fixed names', async () => {
    const functions = await as(
      database.superuser,
      `SELECT p.proname, p.prosecdef AS definer, p.proowner::regrole::text AS owner, p.proconfig AS config, p.prosqlbody IS NULL AS looked_up, p.proacl::text[] AS acl
       FROM pg_proc p WHERE p.pronamespace = 'api'::regnamespace AND p.prorettype <> 'trigger'::regtype`,
    );
    expect(functions.length).toBeGreaterThan(10);
    for (const one of functions) {
      const acl = ['xinma_owner=X/xinma_owner', 'xinma_api=X/xinma_owner'];
      expect(one).toMatchObject({ definer: true, owner: 'xinma_owner', config: ['search_path=pg_catalog'], looked_up: true, acl });
    }
    await expect(as(database.projector, 'SELECT api.read_model_position()')).rejects.toThrow('permission denied');
  });

  it('are on the very tables that the entities declare', async () => {
    const { user, ...rest } = database.owner;
    const source = await new DataSource({ ...rest, type: 'postgres', username: user, entities: [...READ_MODEL_ENTITIES] }).initialize();
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    await source.destroy();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });
});

import { DataSource, type QueryRunner } from 'typeorm';
import type { Connection, Connections } from './connections.js';
import { MIGRATING } from '../read-models/locks.js';
import { type MigrationSet, nameOf } from './migration-sets.js';
import { appliedOf, pendingOf, SchemaMismatch } from './schema-state.js';

/** How long a migration may wait for a table that others use: whoever wants the table meanwhile waits behind it. */
const TABLE_PATIENCE = 5_000;

/** A migration, or the wait for its turn, failed; nothing was changed. */
export class MigrationFailed extends Error {
  constructor(what: string, cause: unknown) {
    super(`${what}${saidBy(cause)}; nothing was changed, and a version that runs goes on`, { cause });
    this.name = 'MigrationFailed';
  }
}

/** Asking again finds out: what was applied is not applied twice. */
class MigrationUnsettled extends Error {
  constructor(cause: unknown) {
    super('the connection was lost while the new schema was being committed: run it again', { cause });
    this.name = 'MigrationUnsettled';
  }
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');
const saidBy = (error: unknown): string => (error instanceof Error ? ` (${[codeOf(error), error.message].filter((each) => each !== '').join(' ')})` : '');

/**
 * Applies what is missing, in one transaction for each database, both committed when all of it went well. The log's takes the lock before anything else, and
 * loses it only with the transaction: a migration whose connection breaks can't go on beside the next one.
 */
export async function runPending(at: Pick<Connections, 'owner' | 'keysOwner'>, sets: readonly MigrationSet[], patience: number): Promise<void> {
  await within(at.owner, async (log) => {
    await takeTurn(log, patience);
    await within(at.keysOwner, async (keys) => {
      await keys.query(`SET LOCAL lock_timeout = ${TABLE_PATIENCE}`);
      for (const set of sets) await apply(set.at === 'log' ? log : keys, set);
    });
  });
}

async function takeTurn(log: QueryRunner, patience: number): Promise<void> {
  try {
    await log.query(`SET LOCAL lock_timeout = ${patience}`);
    await log.query(`SELECT pg_advisory_xact_lock(${MIGRATING})`);
    await log.query(`SET LOCAL lock_timeout = ${TABLE_PATIENCE}`);
  } catch (error) {
    throw new MigrationFailed(codeOf(error) === '55P03' ? `another migration has been under way for ${patience} ms: try again when it is done` : 'the turn to migrate was not got', error);
  }
}

async function apply(runner: QueryRunner, set: MigrationSet): Promise<void> {
  await runner.query(`CREATE TABLE IF NOT EXISTS public.${set.table} (id serial PRIMARY KEY, "timestamp" bigint NOT NULL, name character varying NOT NULL)`);
  await runner.query(`GRANT SELECT ON public.${set.table} TO ${set.readers.join(', ')}`);
  // Looked at again: whoever had the turn before may have done it.
  const applied = await appliedOf({ query: async (text) => ({ rows: (await runner.query(text)) as readonly unknown[] }) }, set);
  for (const migration of pendingOf(set, applied)) {
    const name = nameOf(migration);
    try {
      await new migration().up(runner);
      await runner.query(`INSERT INTO public.${set.table} ("timestamp", name) VALUES ($1, $2)`, [name.slice(-13), name]);
    } catch (error) {
      throw new MigrationFailed(`the migration ${name} failed`, error);
    }
  }
}

/** One transaction as the owner of a database. */
async function within(at: Connection, work: (runner: QueryRunner) => Promise<void>): Promise<void> {
  const { user, options, ...rest } = at;
  const source = await new DataSource({ ...rest, type: 'postgres', username: user, poolSize: 1, applicationName: 'xinma migrate', extra: { options } }).initialize();
  const runner = source.createQueryRunner();
  try {
    await runner.startTransaction('READ COMMITTED');
    await work(runner);
    await runner.commitTransaction().catch((error: unknown) => {
      throw new MigrationUnsettled(error);
    });
  } catch (error) {
    await runner.rollbackTransaction().catch(() => undefined);
    throw [SchemaMismatch, MigrationFailed, MigrationUnsettled].some((known) => error instanceof known) ? error : new MigrationFailed('migrating failed', error);
  } finally {
    await runner.release().catch(() => undefined);
    await source.destroy();
  }
}

import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { MIGRATION_SETS } from '../../libs/embedded-postgres/index.js';
import { nameOf } from '../../libs/embedded-postgres/migration-sets.js';

const FILE = resolve('test/golden/migrations.json');

/** SHA-256 over the statements of each migration, by table and name, as they are today. Comments and files don't count: what the database is told does. */
export async function migrationsToday(): Promise<Readonly<Record<string, string>>> {
  const hashes: Record<string, string> = {};
  for (const { table, migrations } of MIGRATION_SETS) {
    for (const migration of migrations) {
      const told: unknown[] = [];
      const made = new migration();
      await Reflect.apply(made.up.bind(made), made, [{ query: (...statement: readonly unknown[]) => Promise.resolve(told.push(statement)) }]);
      hashes[`${table} ${nameOf(migration)}`] = createHash('sha256').update(JSON.stringify(told)).digest('hex');
    }
  }
  return hashes;
}

/** The hash of each migration that was ever published. */
export const frozenMigrations = (): Readonly<Record<string, string>> => (existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as Readonly<Record<string, string>>) : {});

/** Freezes the migrations that are not frozen yet. */
export async function freezeMigrations(): Promise<readonly string[]> {
  const known = frozenMigrations();
  const fresh = Object.entries(await migrationsToday()).filter(([name]) => known[name] === undefined);
  if (fresh.length > 0) writeFileSync(FILE, `${JSON.stringify({ ...known, ...Object.fromEntries(fresh) }, null, 2)}\n`);
  return fresh.map(([name]) => name);
}

import { DataSource } from 'typeorm';
import type { Connection } from '../../../libs/embedded-postgres/index.js';
import { type Basis, basis, type Inhabitant, inhabitant } from '../city/people.js';
import type { CitySize } from '../city/seed.js';
import type { Instant } from '../../../libs/kernel/index.js';
import { ENTITIES } from './entities.js';

/** As many connections as gave most on two cores. */
const POOL = 8;
const PAGE = 5_000;

/** The twin's database. */
export const textbookDatabase = ({ host, port, user, password, database }: Connection, synchronize: boolean): DataSource =>
  new DataSource({ type: 'postgres', host, port, username: user, password, database, entities: ENTITIES, synchronize, cache: false, logging: false, poolSize: POOL });

/** Makes the twin's tables with the same city in them, in clear. */
export async function fillTextbook(connection: Connection, size: CitySize, now: Instant): Promise<void> {
  const database = await textbookDatabase(connection, true).initialize();
  const insert = (table: string, rows: readonly object[]): Promise<unknown> => database.query(`INSERT INTO ${table} SELECT * FROM jsonb_populate_recordset(NULL::${table}, $1)`, [JSON.stringify(rows)]);
  for (let from = 0; from < size.citizens; from += PAGE) {
    const people = Array.from({ length: Math.min(PAGE, size.citizens - from) }, (_, index) => inhabitant(from + index, now));
    await insert('citizen', people.map(citizenRow));
    await insert('result', people.map(resultRow));
  }
  for (let from = 0; from < size.bases; from += PAGE) {
    const bases = Array.from({ length: Math.min(PAGE, size.bases - from) }, (_, index) => basis(from + index, size, now));
    await insert('consent', bases.filter(({ kind }) => kind !== 'unknown').map((each) => consentRow(each, now)));
  }
  await database.query('VACUUM ANALYZE');
  await database.destroy();
}

const time = (at: Instant): string => new Date(at).toISOString();

const citizenRow = ({ citizen, sub, surname }: Inhabitant): object => ({ id: citizen, account: sub, surname });

const resultRow = ({ sample, citizen, result, collectedAt, reportedAt }: Inhabitant): object => ({
  id: sample,
  citizen_id: citizen,
  test: 'LP6464-4',
  result,
  collected_at: time(collectedAt),
  reported_at: time(reportedAt),
  institution: 'clinic-east',
});

const consentRow = ({ consent, viewer, subject, scope, label, from, until, kind }: Basis, now: Instant): object => ({
  id: consent,
  viewer_id: inhabitant(viewer, now).citizen,
  subject_id: inhabitant(subject, now).citizen,
  scope,
  purpose: 'FAMRQT',
  label,
  valid_from: time(from),
  valid_until: time(until),
  revoked_at: kind === 'revoked' ? time(now) : null,
});

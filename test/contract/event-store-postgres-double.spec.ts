import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { QueryConfig } from 'pg';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { loadEvents } from '../../libs/event-store-postgres/index.js';
import { Line } from '../../libs/event-store-postgres/line.js';
import { LOG } from '../../libs/event-store-postgres/log.fixture.js';
import { beginOf, endOf } from '../../libs/event-store-postgres/places.js';
import { PostgresDouble, SessionDouble } from '../../libs/event-store-postgres/session.fixture.js';
import * as sql from '../../libs/event-store-postgres/sql.js';
import { type FreshDatabase, freshDatabase } from '../kit/postgres.js';
import { fact, freshStream } from './event-store/facts.js';

const [CITIZEN, OTHER, MISSING] = ['citizen-0123456789abcdef0123456789abcdef', 'test-1', freshStream()] as const;

/** Both ends of all of these streams. */
const all = (...streams: readonly (typeof MISSING)[]): sql.Bounds => ({ lows: streams.map(beginOf), highs: streams.map(endOf) });
const from = (revision: bigint): sql.Bounds => ({ lows: [{ stream: CITIZEN, revision }], highs: [endOf(CITIZEN)] });

const fresh = { ...fact(), stream: freshStream(), revision: 0n, position: 0n };
const [taken] = LOG as readonly [(typeof LOG)[number]];
const missing = [[MISSING, 0n]] as const;

/** What a session is asked one after another, by what it shows. */
const CASES: readonly (readonly [string, ...(QueryConfig | string)[]])[] = [
  ['the end of the log', sql.HEAD],
  ['pages', sql.page(0n, 10), sql.page(1n, 2), sql.page(4n, 10), sql.page(0n, 0)],
  ['places', sql.at([3n, 1n, 1n, 99n]), sql.at([]), sql.at([2n ** 63n - 1n]), sql.at([2n ** 63n])],
  ['streams, row by row', sql.open(all(OTHER, MISSING, CITIZEN)), sql.open(from(1n)), sql.open(from(3n))],
  ['streams in one row', sql.whole(all(MISSING, CITIZEN)), sql.whole(from(1n)), sql.whole(all(MISSING))],
  ['a stream that is no text', sql.whole(all(CITIZEN, OTHER))],
  ['parts', sql.limited({ ...all(CITIZEN, CITIZEN, OTHER, CITIZEN), backward: [true, false, true, false], counts: [2n, 2n, 2n ** 63n - 1n, 0n] })],
  ['heads', sql.heads(all(CITIZEN, MISSING, OTHER))],
  ['what stands', sql.standing({ lows: [{ stream: CITIZEN, revision: 1n }], highs: [{ stream: CITIZEN, revision: 2n }] }), sql.standing(all(MISSING))],
  ['an append', sql.append([fresh], [[CITIZEN, 2n]]), sql.HEAD, sql.open(all(fresh.stream)), sql.append([{ ...fresh, revision: 1n }, { ...fresh, revision: 2n }], []), sql.HEAD],
  ['an append that needs what is not there', sql.append([{ ...fresh, revision: 3n }], missing), sql.HEAD],
  ['an append of a place that is taken', sql.append([taken], []), sql.HEAD],
  ['a transaction', sql.BEGIN, sql.LOCK, sql.append([{ ...fresh, revision: 3n }], []), sql.appendOrFail([{ ...fresh, revision: 4n }], []), sql.COMMIT, sql.HEAD],
  ['a transaction that fails', sql.BEGIN, sql.append([{ ...fresh, revision: 5n }], []), sql.appendOrFail([{ ...fresh, revision: 6n }], missing), sql.append([{ ...fresh, revision: 7n }], []), sql.COMMIT, sql.HEAD],
  ['an end without a beginning', sql.COMMIT],
];

let database: FreshDatabase;
beforeAll(async () => {
  database = await freshDatabase();
  await withClient(database.owner, (client) => loadEvents(client, LOG));
});
afterAll(() => database.drop());

const double = new SessionDouble(new PostgresDouble(LOG));

type Answer = Promise<{ readonly rows: readonly object[]; readonly command: string }>;
const heard = (answer: Answer): Promise<unknown> => answer.then(({ rows, command }) => ({ rows: rows.map((row) => ({ ...row })), command }), (error: { readonly code?: string }) => error.code);

it.each(CASES)('The double of Postgres answers what Postgres does: %s', async (_, ...asked) => {
  const line = new Line(database.api, { name: 'double', statementTimeout: 5_000 });
  // An error is an answer here: in one session, as its owner would see it.
  const answers = await line.within(5_000, (client) => Promise.all(asked.map((statement) => heard(client.query<object>(statement as QueryConfig)))));
  await line.close();
  expect(await Promise.all(asked.map((statement) => heard(double.query(statement))))).toEqual(answers);
});

it('Postgres makes each statement ready once in a session, under its name', async () => {
  const line = new Line(database.api, { name: 'statements', statementTimeout: 5_000 });
  const statements = [...CASES, ...CASES].flatMap(([, ...asked]) => asked).filter((statement) => typeof statement !== 'string');
  const prepared = await line.within(5_000, async (client) => {
    await Promise.all(statements.map((statement) => heard(client.query<object>(statement))));
    return (await client.query<{ name: string }>('select name from pg_prepared_statements order by name')).rows.map(({ name }) => name);
  });
  await line.close();
  expect(prepared).toEqual(['append', 'append-or-fail', 'at', 'head', 'heads', 'limited', 'lock', 'open', 'page', 'standing', 'whole']);
});

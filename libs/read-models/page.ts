import type { ClientBase } from 'pg';
import type { RecordedEvent } from '../event-store/index.js';
import { SCHEMA } from './entities.js';
import { type ClearEvent, ProjectionStopped, readClear } from './events.js';
import { LOCKS } from './locks.js';
import type { Derived, Projection, Touch } from './projection.js';
import { isNotShown, PROJECTIONS } from './projections/index.js';
import { add, checkpointOf, load, type Place, rewrite, saveCheckpoint, type Write } from './rows.js';
import { together } from './together.js';
import type { Row } from './table.js';

/** The most events that one transaction projects. */
export const PAGE = 1_000;

/** Rows and checkpoint are lost together or not at all, and the log can give them again: nobody waits for the disk. */
// What follows a lock must see what was committed before it was got, whatever the server's default is.
const BEGIN = 'BEGIN ISOLATION LEVEL READ COMMITTED; SET LOCAL synchronous_commit = off';

/** Waits for the writers' lock as well; the transaction holds it to its end. */
const BEGIN_WRITING = `${BEGIN}; SELECT pg_advisory_xact_lock(${LOCKS.writing})`;

/** Runs `work` in a transaction of `client`. Its beginning is waited for, also where the session is pipelined: what is sent behind one that failed would be a transaction of its own. */
export async function transaction<T>(client: ClientBase, work: () => Promise<T>, begin = BEGIN): Promise<T> {
  try {
    await client.query(begin);
    const result = await work();
    await client.query('COMMIT');
    return result;
  } catch (error) {
    await client.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

/**
 * Projects a page and moves the checkpoint, in one transaction; what was projected before is left out. Answers where the read models are now. A log whose positions
 * are not `gapless` is trusted to have left nothing out.
 */
export const applyPage = (client: ClientBase, page: readonly RecordedEvent[], gapless = true): Promise<bigint> =>
  transaction(client, () => applyWithin(client, page, { schema: SCHEMA, gapless }), BEGIN_WRITING);

/** Where a page goes, and whether positions count without gaps. */
export interface Into {
  readonly schema: string;
  readonly gapless: boolean;
}

/** The same inside the caller's transaction. Throws `ProjectionStopped` for a gap and for what cannot be read. */
export async function applyWithin(client: ClientBase, page: readonly RecordedEvent[], { schema, gapless }: Into): Promise<bigint> {
  const before = await checkpointOf(client, schema);
  const fresh = page.filter(({ position }) => position > before);
  const last = fresh.at(-1);
  if (last === undefined) return before;
  mustFollow(before, fresh, gapless);
  const events = fresh.filter(({ type }) => !isNotShown(type)).map(readClear);
  // All that is read is asked for together, then all that changes: a page is a few round trips of a pipelined session, whatever it touches.
  const writes = await together(client, ...PROJECTIONS.map((projection) => () => project(client, schema, projection, events)));
  await together(client, ...writes.flat(), () => saveCheckpoint(client, schema, last.position));
  return last.position;
}

/** Throws `ProjectionStopped` where one is missing, or out of its place: a gap would be a revocation that was never seen. */
export function mustFollow(before: bigint, events: readonly RecordedEvent[], gapless: boolean): void {
  let previous = before;
  for (const { position, type } of events) {
    if (gapless ? position !== previous + 1n : position <= previous) throw new ProjectionStopped(position, type, { cause: new Error(`${previous + 1n} is missing`) });
    previous = position;
  }
}

/** Reads what the events look at; writes nothing yet. */
async function project(client: ClientBase, schema: string, projection: Projection, events: readonly ClearEvent[]): Promise<readonly Write[]> {
  const touches = touchesOf(projection, events);
  if (touches.length === 0) return [];
  const place: Place = { client, schema, table: projection.table };
  if (projection.writeOnce) {
    const rows = touches.map((touch) => touch.evolve(undefined)).filter((row) => row !== undefined);
    return [() => add(place, rows)];
  }
  const keys = [...new Set(touches.map(({ key }) => key))];
  const seeing = seeingKeys(touches);
  const before = seeing.length === 0 ? new Map<string, Row>() : await load(place, seeing);
  const after = foldRows(before, touches);
  const seen = new Set(seeing);
  const changed = keys.filter((key) => !seen.has(key) || after.get(key) !== before.get(key));
  const { derived } = projection;
  const following = derived === undefined ? [] : rewrite({ client, schema, table: derived.table }, changed, follow(derived, after));
  return [...rewrite(place, changed, after), ...following];
}

/** The keys whose first touch looks at what stands there. */
function seeingKeys(touches: readonly Touch<Row>[]): readonly string[] {
  if (touches.every(({ blind }) => blind === true)) return [];
  const first = new Map<string, Touch<Row>>();
  for (const touch of touches) if (!first.has(touch.key)) first.set(touch.key, touch);
  return [...first.values()].filter(({ blind }) => blind !== true).map(({ key }) => key);
}

/** The rows that follow from these. */
function follow({ from }: Derived, rows: ReadonlyMap<string, Row>): ReadonlyMap<string, Row> {
  const following = new Map<string, Row>();
  for (const [key, row] of rows) {
    const derived = from(row);
    if (derived !== undefined) following.set(key, derived);
  }
  return following;
}

/** What the events do to the rows of one table, in the log's order. */
export const touchesOf = (projection: Projection, events: readonly ClearEvent[]): readonly Touch<Row>[] =>
  events.flatMap(({ event, copy }) => projection.touch(event.type, event.data, copy) ?? []);

/** The rows after the touches. Pure. */
export function foldRows(before: ReadonlyMap<string, Row>, touches: readonly Touch<Row>[]): ReadonlyMap<string, Row> {
  const rows = new Map(before);
  for (const touch of touches) {
    const row = touch.evolve(rows.get(touch.key));
    if (row === undefined) rows.delete(touch.key);
    else rows.set(touch.key, row);
  }
  return rows;
}

import type { RecordedEvent } from '../../../libs/event-store/index.js';
import { PostgresEventStore } from '../../../libs/event-store-postgres/index.js';
import { check } from '../checker/check.js';
import { entryOf } from '../checker/from-log.js';
import type { Finding, History, LogEntry, Operation, Rows } from '../checker/history.js';
import type { Seen } from './clients/seen.js';
import { placeIn } from './rows.js';
import type { Database } from './stage/database.js';
import type { Filled, FilledRows } from './stage/fill.js';

/** Something wrong: what the checker names, or what only real processes show. */
export interface Wrong {
  readonly name: Finding['name'] | 'broken' | 'not-serving' | 'follower-differs' | 'rebuild-differs' | 'did-not-bite';
  readonly what: string;
}

const PAGE = 5_000;

/** Everything that is stored: of the town what its events say, as if nothing stood between them, and the ids of all. */
export interface Stored {
  readonly entries: readonly LogEntry[];
  readonly ids: readonly string[];
}

function entryIn(event: RecordedEvent, filled: Filled | undefined): readonly LogEntry[] {
  const position = placeIn(Number(event.position), filled);
  return position === undefined ? [] : [{ ...entryOf(event), position }];
}

/** Reads all of the log. */
export async function readLog({ connections }: Database, filled?: Filled): Promise<Stored> {
  const store = new PostgresEventStore({ connection: connections.api });
  try {
    const [entries, ids]: [LogEntry[], string[]] = [[], []];
    for (let page = await store.readAll(0n, PAGE); page.length > 0; page = await store.readAll(BigInt(ids.length), PAGE)) {
      ids.push(...page.map(({ id }) => id));
      entries.push(...page.flatMap((event) => entryIn(event, filled)));
    }
    return { entries, ids };
  } finally {
    await store.close();
  }
}

/** What is judged, beside the clients' history. */
export interface Evidence {
  readonly seen: Seen;
  readonly log: readonly LogEntry[];
  readonly rows: Rows;
  readonly surnames: ReadonlyMap<string, string>;
  readonly clockError: number;
  readonly filled?: Filled | undefined;
}

/** Share of what people set out to do that has to be decided. */
const DECIDED = 0.99;

/** All that is wrong with a run. */
export function judge({ seen, log, rows, surnames, clockError, filled }: Evidence): readonly Wrong[] {
  const { epoch, intents } = seen;
  const operations = filled === undefined ? seen.operations : seen.operations.map((operation) => placed(operation, filled));
  // Whoever hears nothing asks again: what counts is what came of it.
  const history: History = { operations, log, rows, surnames, epoch, clockError, decided: 0 };
  const isDecided = intents.decided >= DECIDED * intents.all;
  return [
    ...check(history),
    ...seen.broken.map((what) => ({ name: 'broken', what }) as const),
    ...(isDecided ? [] : [{ name: 'undecided', what: `${intents.all - intents.decided} of ${intents.all} undertakings` } as const]),
  ];
}

/** The same, as if nothing but the town's events stood in the log. */
function placed(operation: Operation, filled: Filled): Operation {
  const position = operation.position === undefined ? undefined : placeIn(operation.position, filled);
  return position === undefined ? operation : { ...operation, position };
}

/** What a follower was given and what is stored are the same. */
export function compareFollower(who: string, { ids, wrong }: { readonly ids: readonly string[]; readonly wrong: readonly string[] }, stored: readonly string[]): readonly Wrong[] {
  const differs = stored.findIndex((id, index) => ids[index] !== id);
  return [...wrong, ...(differs === -1 && ids.length === stored.length ? [] : [`${ids.length} of ${stored.length} events, the first difference at ${differs + 1}`])].map((what) => ({ name: 'follower-differs', what: `${who}: ${what}` }) as const);
}

/** What the log was filled with stands where it was put, and the read models have of it what they should. */
export function compareFilled(filled: Filled | undefined, { ids, rows }: { readonly ids: readonly string[]; readonly rows: FilledRows }): readonly Wrong[] {
  if (filled === undefined) return [];
  const moved = filled.ids.findIndex((id, index) => ids[filled.after + index] !== id);
  const tables = (['proxyView', 'accessLog', 'standing'] as const).filter((table) => rows[table] !== filled.rows[table]);
  return [
    ...(moved === -1 ? [] : [{ name: 'log-broken', what: `another event at ${filled.after + moved + 1} than was put there` } as const]),
    ...tables.map((table) => ({ name: 'rows-differ', what: `${table} has ${rows[table]} rows of what the log was filled with, and should have ${filled.rows[table]}` }) as const),
  ];
}

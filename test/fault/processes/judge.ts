import { setTimeout as sleep } from 'node:timers/promises';
import { PostgresEventStore } from '../../../libs/event-store-postgres/index.js';
import { check } from '../checker/check.js';
import { entryOf } from '../checker/from-log.js';
import type { Finding, History, LogEntry, Rows } from '../checker/history.js';
import type { Seen } from './clients/seen.js';
import type { Database } from './stage/database.js';

/** Something wrong: what the checker names, or what only real processes show. */
export interface Wrong {
  readonly name: Finding['name'] | 'broken' | 'not-serving' | 'follower-differs' | 'rebuild-differs' | 'did-not-bite';
  readonly what: string;
}

/** How long the read models may take to get where the log ends, in milliseconds. */
const SETTLES_WITHIN = 60_000;
const PAGE = 5_000;

/** Everything that is stored. */
export async function readLog({ connections }: Database): Promise<readonly LogEntry[]> {
  const store = new PostgresEventStore({ connection: connections.api });
  try {
    const entries: LogEntry[] = [];
    for (let page = await store.readAll(0n, PAGE); page.length > 0; page = await store.readAll(BigInt(entries.length), PAGE)) for (const event of page) entries.push(entryOf(event));
    return entries;
  } finally {
    await store.close();
  }
}

/** The rows, once the read models are where the log ends, or as they are when that takes too long. */
export async function readRows(database: Database, head: number): Promise<Rows> {
  for (const until = performance.now() + SETTLES_WITHIN; ; await sleep(100)) {
    const rows = await rowsOf(database);
    if (rows.position >= head || performance.now() > until) return rows;
  }
}

interface Raw {
  readonly position: string;
  readonly views: readonly { readonly basis: string; readonly viewer: string; readonly subject: string; readonly scope: string; readonly purposes: string; readonly from: number; readonly until: number }[];
  readonly entries: Rows['accessLog'];
  readonly standing: Rows['standing'];
}

const ROWS = `
  SELECT
    (SELECT position FROM read_model.checkpoint) AS position,
    (SELECT coalesce(json_agg(json_build_object('basis', basis, 'viewer', viewer, 'subject', subject, 'scope', scope, 'purposes', purposes,
      'from', round(extract(epoch FROM valid_from) * 1000), 'until', round(extract(epoch FROM valid_until) * 1000))), '[]') FROM read_model.proxy_view) AS views,
    (SELECT coalesce(json_agg(json_build_object('position', position, 'subject', subject)), '[]') FROM read_model.access_entry) AS entries,
    (SELECT coalesce(json_agg(json_build_object('sample', sample, 'position', position)), '[]') FROM read_model.standing_result) AS standing`;

async function rowsOf(database: Database): Promise<Rows> {
  const { rows: [raw] } = await database.with((client) => client.query<Raw>(ROWS));
  if (raw === undefined) throw new Error('no rows');
  return { position: Number(raw.position), proxyView: raw.views, accessLog: raw.entries, standing: raw.standing };
}

/** What is judged, beside the clients' history. */
export interface Evidence {
  readonly seen: Seen;
  readonly log: readonly LogEntry[];
  readonly rows: Rows;
  readonly surnames: ReadonlyMap<string, string>;
  readonly clockError: number;
}

/** Share of what people set out to do that has to be decided. */
const DECIDED = 0.99;

/** All that is wrong with a run. */
export function judge({ seen, log, rows, surnames, clockError }: Evidence): readonly Wrong[] {
  const { operations, epoch, intents } = seen;
  // Whoever hears nothing asks again: what counts is what came of it.
  const history: History = { operations, log, rows, surnames, epoch, clockError, decided: 0 };
  const isDecided = intents.decided >= DECIDED * intents.all;
  return [
    ...check(history),
    ...seen.broken.map((what) => ({ name: 'broken', what }) as const),
    ...(isDecided ? [] : [{ name: 'undecided', what: `${intents.all - intents.decided} of ${intents.all} undertakings` } as const]),
  ];
}

/** What a follower was given and what is stored are the same. */
export function compareFollower(who: string, { ids, wrong }: { readonly ids: readonly string[]; readonly wrong: readonly string[] }, log: readonly LogEntry[]): readonly Wrong[] {
  const differs = log.findIndex(({ id }, index) => ids[index] !== id);
  return [...wrong, ...(differs === -1 && ids.length === log.length ? [] : [`${ids.length} of ${log.length} events, the first difference at ${differs + 1}`])].map((what) => ({ name: 'follower-differs', what: `${who}: ${what}` }) as const);
}

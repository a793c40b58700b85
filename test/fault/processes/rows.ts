import { setTimeout as sleep } from 'node:timers/promises';
import type { Rows } from '../checker/history.js';
import type { Database } from './stage/database.js';
import { type Filled, type FilledRows, NOBODY } from './stage/fill.js';

/** How long the read models may take to get where the log ends, in milliseconds. */
const SETTLES_WITHIN = 60_000;

/** Where something would stand if the log had not been filled; undefined where it is of what filled it. */
export function placeIn(position: number, filled: Filled | undefined): number | undefined {
  if (filled === undefined || position <= filled.after) return position;
  return position > filled.after + filled.ids.length ? position - filled.ids.length : undefined;
}

/** Rows of the town, and how many there are of what the log was filled with. */
export interface Read {
  readonly rows: Rows;
  readonly others: FilledRows;
}

/** The rows, once the read models are where the log ends, or as they are when that takes too long. */
export async function readRows(database: Database, head: number, filled?: Filled): Promise<Read> {
  for (const until = performance.now() + SETTLES_WITHIN; ; await sleep(100)) {
    const at = await database.with((client) => client.query<{ position: string }>('SELECT position FROM read_model.checkpoint'));
    if (Number(at.rows[0]?.position) >= head || performance.now() > until) return rowsOf(database, filled);
  }
}

interface Raw {
  readonly position: string;
  readonly views: readonly { readonly basis: string; readonly viewer: string; readonly subject: string; readonly scope: string; readonly purposes: string; readonly from: number; readonly until: number }[];
  readonly entries: Rows['accessLog'];
  readonly standing: Rows['standing'];
  readonly filled_views: string;
  readonly filled_entries: string;
  readonly filled_standing: string;
}

/** $1, $2: the first and last position of what the log was filled with. $3: how the ids of its people begin. */
const ROWS = `
  SELECT
    (SELECT position FROM read_model.checkpoint) AS position,
    (SELECT coalesce(json_agg(json_build_object('basis', basis, 'viewer', viewer, 'subject', subject, 'scope', scope, 'purposes', purposes,
      'from', round(extract(epoch FROM valid_from) * 1000), 'until', round(extract(epoch FROM valid_until) * 1000))), '[]') FROM read_model.proxy_view WHERE NOT starts_with(subject, $3)) AS views,
    (SELECT coalesce(json_agg(json_build_object('position', position, 'subject', subject)), '[]') FROM read_model.access_entry WHERE position NOT BETWEEN $1 AND $2) AS entries,
    (SELECT coalesce(json_agg(json_build_object('sample', sample, 'position', position)), '[]') FROM read_model.standing_result WHERE position NOT BETWEEN $1 AND $2) AS standing,
    (SELECT count(*) FROM read_model.proxy_view WHERE starts_with(subject, $3)) AS filled_views,
    (SELECT count(*) FROM read_model.access_entry WHERE position BETWEEN $1 AND $2 AND kind <> 'staff') AS filled_entries,
    (SELECT count(*) FROM read_model.standing_result WHERE position BETWEEN $1 AND $2) AS filled_standing`;

async function rowsOf(database: Database, filled: Filled | undefined): Promise<Read> {
  const stretch = filled === undefined ? [0, -1] : [filled.after + 1, filled.after + filled.ids.length];
  const { rows: [raw] } = await database.with((client) => client.query<Raw>(ROWS, [...stretch, NOBODY]));
  if (raw === undefined) throw new Error('no rows');
  const move = <T extends { readonly position: number }>(row: T): T => ({ ...row, position: placeIn(row.position, filled) ?? row.position });
  return {
    rows: { ...move({ position: Number(raw.position) }), proxyView: raw.views, accessLog: raw.entries.map(move), standing: raw.standing.map(move) },
    others: { proxyView: Number(raw.filled_views), accessLog: Number(raw.filled_entries), standing: Number(raw.filled_standing) },
  };
}

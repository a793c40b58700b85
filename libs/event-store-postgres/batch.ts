import type { Client } from 'pg';
import type { Append, RecordedEvent, StreamName, Verdict } from '../event-store/index.js';
import type { Line } from './line.js';
import * as sql from './sql.js';
import { judge, type Judgement, type LogState, overlaps, type Stood } from './verdicts.js';

interface HeadRow {
  readonly position: bigint | null;
  readonly stream: StreamName;
  readonly revision: bigint | null;
}

interface StoodRow extends Stood {
  readonly stream: StreamName;
  readonly revision: bigint;
}

/**
 * Commits a batch in one transaction and says what became of each append, and which events are in the log for certain now. Two round trips: lock and look, then write and commit; three where an append
 * expects a place that its stream has passed. Never rejects.
 */
export async function commitBatch(line: Line, milliseconds: number, appends: readonly Append[]): Promise<Judgement> {
  let sent = false;
  const every = (kind: 'unknown' | 'unavailable'): Judgement => ({ verdicts: appends.map((): Verdict => ({ kind })), placed: [] });
  try {
    return await line.within(milliseconds, async (client) => {
      const judgement = await lockAndJudge(client, appends);
      sent = judgement.placed.length > 0;
      return (await write(client, judgement.placed)) ? judgement : every('unavailable');
    });
  } catch {
    // Once the COMMIT was on its way nobody here knows whether it arrived. Before that, the server rolls back: nothing was written.
    return every(sent ? 'unknown' : 'unavailable');
  }
}

async function lockAndJudge(client: Client, appends: readonly Append[]): Promise<Judgement> {
  const streams = [...new Set(appends.map(({ stream }) => stream))];
  const [, , heads] = await Promise.all([client.query(sql.BEGIN), client.query(sql.LOCK), client.query<HeadRow>(sql.heads(streams))]);
  const known = new Map<StreamName, bigint>();
  for (const { stream, revision } of heads.rows) if (revision !== null) known.set(stream, revision);
  const stood = await standingAt(client, appends, known);
  return judge(appends, { position: heads.rows[0]?.position ?? 0n, heads: known, stood });
}

async function standingAt(client: Client, appends: readonly Append[], heads: ReadonlyMap<StreamName, bigint>): Promise<LogState['stood']> {
  const parts = overlaps(appends, heads);
  if (parts.length === 0) return () => undefined;
  const query = sql.standing(parts.map(({ stream }) => stream), parts.map(({ low }) => low), parts.map(({ high }) => high));
  const { rows } = await client.query<StoodRow>(query);
  const found = new Map(rows.map((row) => [`${row.stream} ${row.revision}`, row]));
  return (stream, revision) => found.get(`${stream} ${revision}`);
}

/** False where the server refused a row and so rolled back all of them. Rejects where its answer did not come. */
async function write(client: Client, placed: readonly RecordedEvent[]): Promise<boolean> {
  const inserted = placed.length === 0 ? undefined : client.query(sql.insert(toInsertion(placed))).catch(() => undefined);
  // Sent without waiting for the insertion: after a refusal Postgres answers COMMIT with ROLLBACK.
  const [{ command }] = await Promise.all([client.query(sql.COMMIT), inserted]);
  return command === 'COMMIT';
}

function toInsertion(placed: readonly RecordedEvent[]): sql.Insertion {
  const starts: number[] = [];
  let length = 0;
  for (const { data, metadata } of placed) {
    starts.push(length);
    length += data.byteLength + metadata.byteLength;
  }
  return {
    head: (placed[0]?.position ?? 1n) - 1n,
    bytes: Buffer.concat(placed.flatMap(({ data, metadata }) => [data, metadata]), length),
    streams: placed.map(({ stream }) => stream),
    revisions: placed.map(({ revision }) => revision),
    ids: placed.map(({ id }) => id),
    types: placed.map(({ type }) => type),
    starts,
    data: placed.map(({ data }) => data.byteLength),
    metadata: placed.map(({ metadata }) => metadata.byteLength),
  };
}

import { AppendConditionError, Query, SequencePosition, Tags } from '@dcb-es/event-store';
import { PostgresEventStore } from '@dcb-es/event-store-postgres';
import type { Pool } from 'pg';
import { makeDatabase, poolOf, versionOf } from './database.js';
import { EVENT_TYPE, type Payload } from './payload.js';
import { folded, type LedgerPeer, type PeerAnswer, type PeerAppend, type PeerFold, type PeerKind } from './peer.js';

/** dcb-es on Postgres, with commits as durable as everybody's. Its streams are tags; what a writer believes is a position in the log, so they are remembered here. */
export const dcbEs: PeerKind = {
  name: 'dcb-es',
  version: versionOf('@dcb-es/event-store-postgres'),
  pools: [4, 10, 20],
  events: 'select tags[1] as stream, row_number() over (partition by tags[1] order by sequence_position) - 1 as version from events',
  tables: `select 'events'::regclass as name`,
  async make(cluster, database) {
    const pool = poolOf(await makeDatabase(cluster, database), 1);
    try {
      // Left alone, Postgres keeps a plan for the condition that goes through the whole log for each new tag.
      await pool.query(`alter database ${database} set plan_cache_mode = force_custom_plan`);
      await new PostgresEventStore({ pool }).ensureInstalled();
    } finally {
      await pool.end();
    }
  },
  async open(cluster, database, size) {
    return new DcbPeer(poolOf(cluster.superuser(database), size));
  },
};

class DcbPeer implements LedgerPeer {
  private readonly store: PostgresEventStore;
  /** Where each stream's last event is, after how many. */
  private readonly ends = new Map<string, { readonly held: number; readonly at: SequencePosition }>();

  constructor(private readonly pool: Pool) {
    this.store = new PostgresEventStore({ pool });
  }

  async append(append: PeerAppend): Promise<PeerAnswer> {
    const [answer = 'conflict'] = await this.appendAll([append]);
    return answer;
  }

  async appendAll(appends: readonly PeerAppend[]): Promise<readonly PeerAnswer[]> {
    const commands = appends.map((append) => this.command(append));
    try {
      const at = await this.store.append(commands);
      for (const { stream, expected, payloads } of appends) this.ends.set(stream, { held: expected + payloads.length, at });
      return appends.map(() => 'appended');
    } catch (error) {
      if (error instanceof AppendConditionError) return appends.map(() => 'conflict');
      throw error;
    }
  }

  async aggregate<State>(stream: string, fold: PeerFold<State>): Promise<State> {
    const events: Payload[] = [];
    for await (const { event } of this.store.read(Query.fromItems([{ types: [EVENT_TYPE], tags: Tags.from([stream]) }]))) events.push(event.data as Payload);
    return folded(events, fold);
  }

  async length(stream: string, known: number): Promise<number> {
    const end = this.ends.get(stream) ?? { held: 0, at: SequencePosition.initial() };
    let { held, at } = end;
    for await (const { position } of this.store.read(Query.fromItems([{ types: [EVENT_TYPE], tags: Tags.from([stream]) }]), { after: at })) [held, at] = [held + 1, position];
    this.ends.set(stream, { held, at });
    return Math.max(held, known);
  }

  close(): Promise<void> {
    return this.pool.end();
  }

  private command({ stream, expected, payloads }: PeerAppend) {
    const tags = Tags.from([stream]);
    const end = this.ends.get(stream);
    // Another number than what was last seen there: as if nothing had been seen.
    const after = end?.held === expected ? end.at : SequencePosition.initial();
    const condition = { failIfEventsMatch: Query.fromItems([{ types: [EVENT_TYPE], tags }]), after };
    return { events: payloads.map((data) => ({ type: EVENT_TYPE, tags, data, metadata: {} })), condition };
  }
}

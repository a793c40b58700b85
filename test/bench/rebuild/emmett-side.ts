import { randomUUID } from 'node:crypto';
import { type PostgreSQLProjectionHandlerContext, postgreSQLProjection, rebuildPostgreSQLProjections } from '@event-driven-io/emmett-postgresql';
import { Pool } from 'pg';
import type { AnyEvent } from '../../../libs/domain/catalogue.js';
import { newEvent } from '../../kit/recorded.js';
import { urlOf } from '../peers/database.js';
import { type EmmettPeer, openEmmett } from '../peers/emmett.js';
import { emmett, emmettHelped, type Ground, HELPED_CONSUMER } from '../peers/index.js';
import { A_HOUSEHOLD, household } from '../replay/log.js';

interface Fact {
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** As ours is stored: what is clear in clear, the rest sealed. */
const asStored = (event: AnyEvent): Fact => ({ type: event.type, data: JSON.parse(Buffer.from(newEvent(event).data).toString()) as Fact['data'] });

const TABLES = [
  'create table if not exists access_entry (subject text collate "C" not null, position bigint primary key, kind text not null)',
  'create index if not exists access_entry_subject on access_entry (subject, position)',
  `create table if not exists basis (basis text collate "C" primary key, viewer text not null, subject text, state text not null, scope text not null, purposes text not null, valid_until text not null)`,
  'create index if not exists basis_viewer on basis (viewer)',
  'create index if not exists basis_subject on basis (subject)',
];

const ENTRY = { name: 'entry', text: 'insert into access_entry (subject, position, kind) values ($1, $2, $3) on conflict (position) do update set subject = excluded.subject, kind = excluded.kind' };
const BASIS = {
  name: 'basis',
  text: `insert into basis (basis, viewer, subject, state, scope, purposes, valid_until) values ($1, $2, $3, $4, $5, $6, $7)
    on conflict (basis) do update set subject = excluded.subject, state = excluded.state, scope = excluded.scope, purposes = excluded.purposes, valid_until = excluded.valid_until`,
};
const STATE = { name: 'state', text: 'update basis set subject = $2, state = $3 where basis = $1' };

const KINDS: Readonly<Record<string, readonly [kind: string, subject: string]>> = {
  ViewDisclosed: ['view', 'subject'],
  ViewRefused: ['refusal', 'subject'],
  SampleRegistered: ['staff', 'citizen'],
  ResultCorrected: ['staff', 'citizen'],
};
const STATES: Readonly<Record<string, string>> = { ConsentRequested: 'requested', ConsentCodeOpened: 'opened', ConsentGranted: 'live', ConsentRevoked: 'ended' };

interface Handled {
  entries: number;
  bases: number;
}

type Seen = Fact & { readonly metadata: { readonly globalPosition: bigint } };

/** Two of our projections, by prepared statements on the connection that emmett hands out: the lists of bases, and everybody's access log. */
const projections = (handled: Handled) => [
  postgreSQLProjection<Fact>({
    name: 'access_entry',
    canHandle: Object.keys(KINDS),
    truncate: async (context) => void (await clientOf(context).query('truncate access_entry')),
    async handle(events, context) {
      for (const { type, data, metadata } of events as readonly Seen[]) {
        const [kind, subject] = KINDS[type] ?? ['', ''];
        if (typeof data[subject] === 'string') await clientOf(context).query({ ...ENTRY, values: [data[subject], String(metadata.globalPosition), kind] });
        handled.entries = Math.max(handled.entries, Number(metadata.globalPosition));
      }
    },
  }),
  postgreSQLProjection<Fact>({
    name: 'basis',
    canHandle: Object.keys(STATES),
    truncate: async (context) => void (await clientOf(context).query('truncate basis')),
    async handle(events, context) {
      for (const { type, data, metadata } of events as readonly Seen[]) {
        const { consent, viewer, subject = null, scope, purpose, until } = data;
        const state = STATES[type];
        if ('until' in data) await clientOf(context).query({ ...BASIS, values: [consent, viewer, subject, state, scope, purpose, until] });
        else await clientOf(context).query({ ...STATE, values: [consent, subject, state] });
        handled.bases = Math.max(handled.bases, Number(metadata.globalPosition));
      }
    },
  }),
];

const clientOf = ({ connection }: PostgreSQLProjectionHandlerContext) => connection.client;

/** What a turn did: events that both projections had passed, and whether those were all. */
export interface EmmettRebuilt {
  readonly events: number;
  readonly seconds: number;
  readonly whole: boolean;
}

/** The same history in emmett, in a database of its own. */
export class EmmettSide {
  private written = 0;

  private constructor(
    private readonly url: string,
    private readonly peer: EmmettPeer,
    private readonly helped: boolean,
    readonly pool: Pool,
  ) {}

  static async make(at: Ground, database: string, helped: boolean): Promise<EmmettSide> {
    await (helped ? emmettHelped : emmett).make(at.cluster, database);
    const pool = new Pool(at.cluster.superuser(database)).on('error', () => undefined);
    for (const table of TABLES) await pool.query(table);
    return new EmmettSide(urlOf(at.cluster.superuser(database)), await openEmmett(at.cluster, database, 10), helped, pool);
  }

  /** Appends about so many events, a stream a household, one after the other: of appends that overlap its reader skips some. */
  async fill(events: number): Promise<void> {
    for (let n = 1; n * A_HOUSEHOLD <= events; n += 1) await this.append(household(n));
    await this.pool.query('vacuum analyze');
  }

  async append(events: readonly AnyEvent[]): Promise<void> {
    await this.peer.store.appendToStream(`household-${randomUUID()}`, events.map(asStored));
    this.written += events.length;
  }

  /** Rebuilds from the first event, for so many seconds at most. */
  async rebuild(seconds: number): Promise<EmmettRebuilt> {
    // One that was stopped before would be gone on with.
    await this.pool.query('truncate emt_processors, access_entry, basis');
    const handled: Handled = { entries: 0, bases: 0 };
    const consumer = rebuildPostgreSQLProjections({ connectionString: this.url, projections: projections(handled), ...(this.helped ? HELPED_CONSUMER : {}) });
    const begun = performance.now();
    const running = consumer.start().then(() => true);
    const whole = await Promise.race([running, new Promise<false>((resolve) => setTimeout(resolve, seconds * 1_000, false))]);
    const took = (performance.now() - begun) / 1_000;
    const events = whole ? this.written : Math.min(handled.entries, handled.bases);
    await consumer.close();
    return { events, seconds: took, whole };
  }

  async close(): Promise<void> {
    await this.peer.close();
    await this.pool.end();
  }
}

import { randomUUID } from 'node:crypto';
import { migrate } from '../../../libs/embedded-postgres/index.js';
import type { Append, RecordedEvent, StreamName, Verdict } from '../../../libs/event-store/index.js';
import { PostgresEventStore } from '../../../libs/event-store-postgres/index.js';
import { EventId } from '../../../libs/kernel/index.js';
import { EVENT_TYPE, type Payload } from './payload.js';
import { folded, type LedgerPeer, type PeerAnswer, type PeerAppend, type PeerFold, type PeerKind } from './peer.js';

const NO_METADATA = new Uint8Array(0);

const names = (database: string) => ({ log: database, keys: `${database}_keys` });

/** This project's own store through its port, opened as the product opens it: its schema, its role, its socket. It decides itself how many sessions it has. */
export const ours: PeerKind & { open(...at: Parameters<PeerKind['open']>): Promise<OurPeer> } = {
  name: 'xinma',
  version: 'this tree',
  pools: [1],
  events: 'select stream, revision as version from ledger.readable',
  tables: `select 'ledger.event'::regclass as name`,
  async make(cluster, database) {
    await migrate(await cluster.prepare(names(database)));
  },
  async open(cluster, database) {
    return new OurPeer(new PostgresEventStore({ connection: cluster.connections(names(database)).api }));
  },
};

/** Our own store, open; `store` for what only it has. */
class OurPeer implements LedgerPeer {
  /** Where the streams stand that had a conflict: its verdict says so. */
  private readonly told = new Map<string, number>();

  constructor(readonly store: PostgresEventStore) {}

  async append(append: PeerAppend): Promise<PeerAnswer> {
    const verdict = await this.store.append(toAppend(append));
    if (verdict.kind === 'conflict') this.told.set(append.stream, verdict.actual === 'no-stream' ? 0 : Number(verdict.actual.at) + 1);
    return answerOf(verdict);
  }

  async length(stream: string, known: number): Promise<number> {
    return this.told.get(stream) ?? known;
  }

  async appendAll(appends: readonly PeerAppend[]): Promise<readonly PeerAnswer[]> {
    return (await this.store.appendAll(appends.map(toAppend))).map(answerOf);
  }

  async aggregate<State>(stream: string, fold: PeerFold<State>): Promise<State> {
    return folded(decoded(await this.store.read({ stream: stream as StreamName })), fold);
  }

  close(): Promise<void> {
    return this.store.close();
  }
}

// As the product's own codecs do it.
const utf8 = new TextDecoder('utf-8', { fatal: true });

/** One by one: what is not asked for is not decoded. */
function* decoded(events: readonly RecordedEvent[]): Iterable<Payload> {
  for (const { data } of events) yield JSON.parse(utf8.decode(data)) as Payload;
}

/** As the port takes it. */
export const toAppend = ({ stream, expected, payloads }: PeerAppend): Append => ({
  stream: stream as StreamName,
  expected: expected === 0 ? 'no-stream' : { at: BigInt(expected - 1) },
  events: payloads.map((payload) => ({ id: EventId(randomUUID()), type: EVENT_TYPE, data: Buffer.from(JSON.stringify(payload)), metadata: NO_METADATA })),
});

function answerOf(verdict: Verdict): PeerAnswer {
  if (verdict.kind === 'appended' && !verdict.repeated) return 'appended';
  if (verdict.kind === 'conflict') return 'conflict';
  throw new Error(`an append was answered ${verdict.kind}`);
}

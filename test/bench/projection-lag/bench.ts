import { type PostgreSQLProjectionHandlerContext, postgreSQLEventStoreConsumer, postgreSQLProjection } from '@event-driven-io/emmett-postgresql';
import { type Connection, migrate, withClient } from '../../../libs/embedded-postgres/index.js';
import { consent, viewed } from '../../contract/read-models/facts.js';
import { newEvent } from '../../kit/recorded.js';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { drawnPairs, measuredAs, median } from '../pairs.js';
import { emmett, type Ground, groundFacts, onGround, ours, settle } from '../peers/index.js';
import { urlOf } from '../peers/database.js';
import { openEmmett } from '../peers/emmett.js';
import { type Acknowledged, steadily } from '../rebuild/steadily.js';
import { Helper } from '../rebuild/helper.js';

/** Appends a second with the peer, and by ourselves. */
const [RATE, RATE_ALONE] = [200, 5_000];

/** P10: from an append's acknowledgement until a third connection sees the row that came of it. */
export const bench: Bench = {
  names: ['P10'],
  what: 'append acknowledged until its projected row is seen by a third connection',
  run: (run) =>
    onGround(async (ground) => {
      for (const line of await groundFacts(ground, [ours, emmett])) run.say(line);
      return measure(run, ground, run.quick ? { rounds: 3, seconds: 4 } : { rounds: 5, seconds: 15 });
    }),
};

interface Turns {
  readonly rounds: number;
  readonly seconds: number;
}

async function measure(run: BenchRun, ground: Ground, { rounds, seconds }: Turns): Promise<readonly Measured[]> {
  const [mine, theirs] = [await OurSide.make(ground), await EmmettSide.make(ground)];
  await settle(ground);
  const [slow, fast]: [number[][], number[][]] = [[], []];
  const pairs: (readonly [number, number])[] = [];
  run.progress('P10: warming up');
  await mine.lags(RATE_ALONE, 1);
  for (let round = 1; round <= rounds; round += 1) {
    run.progress(`P10: round ${round} of ${rounds}`);
    const own = await mine.lags(RATE, seconds);
    const other = await theirs.lags(RATE, seconds);
    slow.push(own);
    fast.push(await mine.lags(RATE_ALONE, seconds));
    pairs.push([median(own), median(other)]);
  }
  await mine.close();
  const drawn = drawnPairs(run, { name: 'P10 vs emmett', sides: ['xinma', 'emmett'], unit: 'ms, median', rounds: pairs, faster: true });
  const alone = (lags: readonly number[][], rate: number): Measured => {
    const p99s = lags.map((each) => percentile(each, 0.99));
    const p50s = lags.map((each) => percentile(each, 0.5));
    return { name: `P10 p99 in ms at ${rate}/s`, ratio: median(p99s), goal: { atMost: 10 }, note: `${said(p99s)}; half of them within ${said(p50s)} ms; seen by asking again a millisecond after each answer` };
  };
  return [measuredAs(drawn, { atLeast: 20 }, `; at ${RATE} events a second, as shipped`), alone(slow, RATE), alone(fast, RATE_ALONE)];
}

const said = (values: readonly number[]): string => `${Math.min(...values).toFixed(1)} to ${Math.max(...values).toFixed(1)}`;

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** When a third connection first saw rows up to so far: each time it saw more. */
class Watcher {
  readonly seen: (readonly [upTo: number, at: number])[] = [];
  #ended = false;
  readonly #watching: Promise<void>;

  constructor(connection: Connection, text: string) {
    this.#watching = withClient(connection, async (client) => {
      for (let last = 0; !this.#ended; ) {
        const { rows } = await client.query<{ upTo: string | null }>({ name: 'watch', text });
        const [upTo, at] = [Number(rows[0]?.upTo ?? 0), steadily()];
        if (upTo > last) this.seen.push([upTo, at]);
        last = upTo;
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    });
  }

  async end(): Promise<void> {
    this.#ended = true;
    await this.#watching;
  }

  /** From each acknowledgement until it was seen; 0 where it was seen before. Rejects where one never was. */
  lags(acknowledged: readonly Acknowledged[]): number[] {
    let next = 0;
    return acknowledged.toSorted(([a], [b]) => a - b).map(([position, at]) => {
      while ((this.seen[next]?.[0] ?? Infinity) < position) next += 1;
      const seen = this.seen[next];
      if (seen === undefined) throw new Error(`the row of position ${position} was not seen`);
      return Math.max(0, seen[1] - at);
    });
  }
}

const LAST_ROW = 'select max(position)::text as "upTo" from SCHEMAaccess_entry';

/** Our own server: it appends and projects in one process, as it does by default. */
class OurSide {
  private constructor(
    private readonly server: Helper,
    private readonly owner: Connection,
  ) {}

  static async make({ cluster }: Ground): Promise<OurSide> {
    const connections = await cluster.prepare({ log: 'bench_lag', keys: 'bench_lag_keys' });
    await migrate(connections);
    return new OurSide(new Helper(connections), connections.owner);
  }

  async lags(rate: number, seconds: number): Promise<number[]> {
    const watcher = new Watcher(this.owner, LAST_ROW.replace('SCHEMA', 'read_model.'));
    await this.server.ask({ ask: 'serve', rate });
    await new Promise((resolve) => setTimeout(resolve, seconds * 1_000));
    const acknowledged = await this.server.ask({ ask: 'settle' });
    await watcher.end();
    return watcher.lags(acknowledged);
  }

  close(): Promise<void> {
    return this.server.end();
  }
}

const INSERT = { name: 'entry', text: 'insert into access_entry (subject, position, kind) values ($1, $2, $3) on conflict (position) do nothing' };

/** emmett as shipped, with the one projection that is looked at: its consumer and its writer in this process. */
class EmmettSide {
  private constructor(
    private readonly ground: Ground,
    private readonly database: string,
  ) {}

  static async make(ground: Ground): Promise<EmmettSide> {
    const database = 'bench_lag_emmett';
    await emmett.make(ground.cluster, database);
    await withClient(ground.cluster.superuser(database), (client) => client.query('create table access_entry (subject text not null, position bigint primary key, kind text not null)'));
    return new EmmettSide(ground, database);
  }

  async lags(rate: number, seconds: number): Promise<number[]> {
    const connection = this.ground.cluster.superuser(this.database);
    const consumer = postgreSQLEventStoreConsumer({ connectionString: urlOf(connection) });
    consumer.projector({ projection: accessEntries(), processorId: 'lag' });
    const [running, watcher] = [consumer.start(), new Watcher(connection, LAST_ROW.replace('SCHEMA', ''))];
    const acknowledged = await this.#append(rate, seconds);
    const last = Math.max(...acknowledged.map(([position]) => position));
    for (const until = performance.now() + 30_000; (watcher.seen.at(-1)?.[0] ?? 0) < last && performance.now() < until; ) await new Promise((resolve) => setTimeout(resolve, 20));
    await watcher.end();
    await consumer.close();
    await running.catch(() => undefined);
    return watcher.lags(acknowledged);
  }

  async #append(rate: number, seconds: number): Promise<readonly Acknowledged[]> {
    const peer = await openEmmett(this.ground.cluster, this.database, 10);
    const [acknowledged, under]: [Acknowledged[], Set<Promise<void>>] = [[], new Set()];
    const { type, data } = { type: 'ViewDisclosed', data: JSON.parse(Buffer.from(newEvent(viewed(consent(1), { by: 2, of: 1 })).data).toString()) as Record<string, unknown> };
    let n = 0;
    const one = async (): Promise<void> => {
      const { lastEventGlobalPosition } = await peer.store.appendToStream(`lag-${Date.now()}-${(n += 1)}`, [{ type, data }]);
      acknowledged.push([Number(lastEventGlobalPosition), steadily()]);
    };
    const begun = performance.now();
    for (let sent = 0; performance.now() - begun < seconds * 1_000; ) {
      for (const due = ((performance.now() - begun) / 1_000) * rate; sent < due; sent += 1) {
        const sending: Promise<void> = one().finally(() => under.delete(sending));
        under.add(sending);
      }
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await Promise.all(under);
    await peer.close();
    return acknowledged;
  }
}

const accessEntries = () =>
  postgreSQLProjection<{ type: string; data: Record<string, unknown> }>({
    name: 'access_entry',
    canHandle: ['ViewDisclosed'],
    async handle(events, context: PostgreSQLProjectionHandlerContext) {
      for (const { data, metadata } of events) await context.connection.client.query({ ...INSERT, values: [data['subject'], String(metadata.globalPosition), 'view'] });
    },
  });

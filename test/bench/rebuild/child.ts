import { Client } from 'pg';
import { to } from 'pg-copy-streams';
import { Projector } from '../../../apps/projector/src/projector.js';
import type { Connections } from '../../../libs/embedded-postgres/index.js';
import { PostgresEventStore } from '../../../libs/event-store-postgres/index.js';
import { applyPage, PositionHint, rebuild } from '../../../libs/read-models/index.js';
import { consent, viewed } from '../../contract/read-models/facts.js';
import { newEvent } from '../../kit/recorded.js';
import { writeLog } from '../replay/log.js';
import { type Acknowledged, steadily } from './steadily.js';

/** What a process of the bench is asked; answers are numbers, by the name of the question. */
export type Asked =
  | { readonly ask: 'fill'; readonly events: number }
  /** Appends at a rate and projects, as a server does, until told to settle. */
  | { readonly ask: 'serve'; readonly rate: number }
  /** Stops appending, and answers once all is projected. */
  | { readonly ask: 'settle' }
  | { readonly ask: 'rebuild' }
  | { readonly ask: 'drain'; readonly format: 'text' | 'binary' };

/** Answers of each kind. */
export interface Answers {
  readonly fill: number;
  readonly serve: number;
  readonly settle: readonly Acknowledged[];
  /** Seconds until the new tables served, until they were compared as well, and how many events they were made from. */
  readonly rebuild: { readonly seconds: number; readonly compared: number; readonly events: number; readonly equal: boolean };
  /** Seconds, and events that came. */
  readonly drain: { readonly seconds: number; readonly events: number };
}

const connections = JSON.parse(process.env['BENCH_CONNECTIONS'] ?? '') as Connections;
const store = new PostgresEventStore({ connection: connections.api });
let serving: { readonly ending: AbortController; readonly acknowledged: Promise<readonly Acknowledged[]> } | undefined;
let projector: Projector | undefined;
const hint = new PositionHint();

const WORK: { readonly [A in Asked['ask']]: (asked: Extract<Asked, { ask: A }>) => Promise<Answers[A]> } = {
  async fill({ events }) {
    await writeLog(store, events, () => undefined);
    const [client, head] = [new Client(connections.projector), await store.head()];
    await client.connect();
    for (let position = 0n; position < head; ) position = await applyPage(client, await store.readAll(position, 1_000));
    await client.end();
    return Number(head);
  },
  async serve({ rate }) {
    if (projector === undefined) {
      projector = new Projector({ store, connection: connections.projector, hint });
      projector.start(new AbortController().signal);
    }
    const ending = new AbortController();
    serving = { ending, acknowledged: append(rate, ending.signal) };
    return rate;
  },
  async settle() {
    serving?.ending.abort();
    const acknowledged = (await serving?.acknowledged) ?? [];
    for (const head = await store.head(); hint.position < head; ) await hint.moved(100);
    // Whoever looks from outside gets the time to see it.
    await new Promise((resolve) => setTimeout(resolve, 50));
    return acknowledged;
  },
  async rebuild() {
    const begun = performance.now();
    let [served, events] = [0, 0];
    const { equal } = await rebuild({
      store,
      connection: connections.owner,
      progress({ step, position }) {
        if (step === 'comparing') [served, events] = [performance.now(), Number(position)];
      },
    });
    return { seconds: (served - begun) / 1_000, compared: (performance.now() - begun) / 1_000, events, equal };
  },
  async drain({ format }) {
    const client = new Client(connections.owner);
    await client.connect();
    const begun = performance.now();
    const copying = client.query(to(`COPY ledger.event TO STDOUT (FORMAT ${format})`));
    for await (const chunk of copying) void chunk;
    const seconds = (performance.now() - begun) / 1_000;
    await client.end();
    return { seconds, events: Number(await store.head()) };
  },
};

/** Views, so many a second, a few at a time where timers are too coarse; each is acknowledged by itself. */
async function append(rate: number, signal: AbortSignal): Promise<readonly Acknowledged[]> {
  const [acknowledged, under]: [Acknowledged[], Set<Promise<void>>] = [[], new Set()];
  const one = async (): Promise<void> => {
    const verdict = await store.append({ stream: 'consent-any', expected: 'any', events: [newEvent(viewed(consent(1), { by: 2, of: 1 }))] });
    if (verdict.kind !== 'appended') throw new Error(`an append was ${verdict.kind}`);
    acknowledged.push([Number(verdict.position), steadily()]);
  };
  const begun = performance.now();
  for (let sent = 0; !signal.aborted; ) {
    for (const due = ((performance.now() - begun) / 1_000) * rate; sent < due; sent += 1) {
      const sending: Promise<void> = one().finally(() => under.delete(sending));
      under.add(sending);
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(under);
  return acknowledged;
}

process.on('message', (message) => {
  if (message === 'end') process.exit(0);
  const asked = message as Asked;
  const work = WORK[asked.ask] as (asked: Asked) => Promise<unknown>;
  work(asked).then(
    (answer) => process.send?.({ answer }),
    (error: unknown) => process.send?.({ error: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
  );
});

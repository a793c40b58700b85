import { randomUUID } from 'node:crypto';
import { withClient } from '../../../libs/embedded-postgres/index.js';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { drawnPairs, measuredAs } from '../pairs.js';
import { emmett, Entrant, type Ground, groundFacts, messageDb, onGround, ours, payload, type PeerKind } from '../peers/index.js';

/** Events of a release's figure; `--quick` has fewer: what an event takes hardly changes after the first pages. */
const EVENTS = 1_000_000;
const QUICK = 50_000;

/** Events that one append brings, and how often each stream is come back to: rows of different streams lie mixed, as people live. */
const [AN_APPEND, VISITS] = [5, 2];
const AT_ONCE = 40;
const GOALS = [[emmett, 0.65], [messageDb, 0.7]] as const;

/** P16: what an event takes on disk, its indexes included. Counted, so one pair says it all. */
export const bench: Bench = {
  names: ['P16'],
  what: 'bytes that an event takes on disk, with its indexes, for 300 bytes of payload',
  run: (run) => onGround((ground) => measure(run, ground)),
};

async function measure(run: BenchRun, ground: Ground): Promise<readonly Measured[]> {
  const kinds = [ours, ...GOALS.map(([kind]) => kind)];
  for (const line of await groundFacts(ground, kinds)) run.say(line);
  const streams = Array.from({ length: (run.quick ? QUICK : EVENTS) / (AN_APPEND * VISITS) }, () => `citizen-${randomUUID()}`);
  const bytes: number[] = [];
  for (const kind of kinds) {
    const filled = await fill(run, ground, kind, streams);
    bytes.push(await bytesPerEvent(ground, filled, streams.length * AN_APPEND * VISITS));
  }
  return GOALS.map(([kind, atMost], index) => {
    const pairs = drawnPairs(run, { name: `P16 vs ${kind.name}`, sides: ['xinma', kind.name], unit: 'bytes an event', rounds: [[bytes[0] ?? Number.NaN, bytes[index + 1] ?? Number.NaN]] });
    return measuredAs(pairs, { atMost }, ', counted once');
  });
}

async function fill(run: BenchRun, ground: Ground, kind: PeerKind, streams: readonly string[]): Promise<Entrant> {
  const entrant = await Entrant.enter(ground, { ...kind, pools: [Math.max(...kind.pools)] });
  let next = 0;
  const writer = async (): Promise<void> => {
    for (let append = next++; append < streams.length * VISITS; append = next++) {
      const [stream = '', expected] = [streams[append % streams.length], Math.floor(append / streams.length) * AN_APPEND];
      run.progress(`P16: ${kind.name}, append ${append} of ${streams.length * VISITS}`);
      const answer = await entrant.peer.append({ stream, expected, payloads: Array.from({ length: AN_APPEND }, (_, n) => payload(append * AN_APPEND + n)) });
      if (answer !== 'appended') throw new Error(`${kind.name}: ${answer} where nobody else writes`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, writer));
  await entrant.peer.close();
  await entrant.mustHold(ground, streams.length * AN_APPEND * VISITS);
  return entrant;
}

/** Tables and indexes of what the store needs to keep events, freed of what is dead. */
const bytesPerEvent = ({ cluster }: Ground, { kind, database }: Entrant, events: number): Promise<number> =>
  withClient(cluster.superuser(database), async (client) => {
    await client.query('vacuum analyze');
    const { rows } = await client.query<{ bytes: string }>(`select sum(pg_total_relation_size(name))::text as bytes from (${kind.tables}) t`);
    return Number(rows[0]?.bytes) / events;
  });

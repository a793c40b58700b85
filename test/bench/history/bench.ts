import { randomUUID } from 'node:crypto';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { chance } from '../city/chance.js';
import { drawnPairs, measuredAs, type Side, turns } from '../pairs.js';
import { castore, emmett, Entrant, type Ground, groundFacts, type LedgerPeer, onGround, ours, type Payload, payload, type PeerKind, settle } from '../peers/index.js';

const A_STREAM = 100;
const IN_FLIGHT = 50;
const GOALS = [[emmett, 4], [castore, 3]] as const;

/** P15: what somebody's history was at an instant. */
export const bench: Bench = {
  names: ['P15'],
  what: 'history: the state at an instant of streams of 100 events, 50 at once',
  run: (run) => onGround((ground) => measure(run, ground)),
};

async function measure(run: BenchRun, ground: Ground): Promise<readonly Measured[]> {
  const kinds = [ours, ...GOALS.map(([kind]) => kind)];
  for (const line of await groundFacts(ground, kinds)) run.say(line);
  const streams = Array.from({ length: run.quick ? 300 : 3_000 }, () => `citizen-${randomUUID()}`);
  const milliseconds = run.quick ? 1_000 : 5_000;
  const sides: (Side & { readonly entrant: Entrant })[] = [];
  for (const kind of kinds) sides.push(await side(run, ground, kind, { streams, milliseconds }));
  await settle(ground);
  for (const { entrant } of sides) await load(entrant.peer, streams, milliseconds);
  const measured = await turns(run, 'P15', sides, run.quick ? 5 : 9);
  for (const { entrant } of sides) await entrant.peer.close();
  return GOALS.map(([kind, atLeast], index) => {
    const rounds = measured.map((figures) => [figures[0] ?? Number.NaN, figures[index + 1] ?? Number.NaN] as const);
    return measuredAs(drawnPairs(run, { name: `P15 vs ${kind.name}`, sides: ['xinma', kind.name], unit: 'histories/s', rounds }), { atLeast });
  });
}

interface Asked {
  readonly streams: readonly string[];
  readonly milliseconds: number;
}

/** Written, then opened with the number of connections that reads fastest. */
async function side(run: BenchRun, ground: Ground, kind: PeerKind, { streams, milliseconds }: Asked): Promise<Side & { readonly entrant: Entrant }> {
  let written = false;
  const entrant = await Entrant.enterAtBest(ground, kind, async (peer) => {
    if (!written) await write(run, kind, peer, streams);
    written = true;
    return load(peer, streams, milliseconds / 3);
  });
  run.say(`P15: ${entrant.setting}`);
  await entrant.mustHold(ground, streams.length * A_STREAM);
  return { name: kind.name, entrant, turn: () => load(entrant.peer, streams, milliseconds) };
}

/** Event n of each stream happened at second n. */
async function write(run: BenchRun, { name }: PeerKind, peer: LedgerPeer, streams: readonly string[]): Promise<void> {
  const payloads = Array.from({ length: A_STREAM }, (_, n) => payload(n));
  let next = 0;
  const writer = async (): Promise<void> => {
    for (let stream = streams[next++]; stream !== undefined; stream = streams[next++]) {
      run.progress(`P15: ${name}, stream ${next} of ${streams.length}`);
      if ((await peer.append({ stream, expected: 0, payloads })) !== 'appended') throw new Error(`${name}: a new stream was not new`);
    }
  };
  await Promise.all(Array.from({ length: 10 }, writer));
}

/** What a history comes to: how many events it has until then, and which. */
interface State {
  readonly events: number;
  readonly sum: number;
}

const BEGIN: State = { events: 0, sum: 0 };
const evolve = (state: State, { n }: Payload): State => ({ events: state.events + 1, sum: state.sum + n });

/** Histories a second. Each is compared with what it must be. */
async function load(peer: LedgerPeer, streams: readonly string[], milliseconds: number): Promise<number> {
  const random = chance(15);
  const begun = performance.now();
  let loaded = 0;
  const reader = async (): Promise<void> => {
    while (performance.now() < begun + milliseconds) {
      const [stream = '', last] = [streams[Math.floor(random() * streams.length)], Math.floor(random() * A_STREAM)];
      const { at: until } = payload(last);
      const { events, sum } = await peer.aggregate(stream, { begin: BEGIN, evolve, until });
      if (events !== last + 1 || sum !== (last * (last + 1)) / 2) throw new Error(`a history has ${events} events until event ${last}`);
      loaded += 1;
    }
  };
  await Promise.all(Array.from({ length: IN_FLIGHT }, reader));
  return loaded / ((performance.now() - begun) / 1_000);
}

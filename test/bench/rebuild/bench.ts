import { type Connections, migrate, withClient } from '../../../libs/embedded-postgres/index.js';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { drawnPairs, measuredAs } from '../pairs.js';
import { emmett, type Ground, groundFacts, onGround, ours, settle } from '../peers/index.js';
import { viewed, consent } from '../../contract/read-models/facts.js';
import { type EmmettRebuilt, EmmettSide } from './emmett-side.js';
import { Helper } from './helper.js';

/** How much there is to rebuild from, and how long emmett is given a turn. */
interface Size {
  /** With peers. */
  readonly events: number;
  /** Ours alone, beside the server's own COPY. */
  readonly alone: number;
  readonly seconds: number;
  readonly rounds: number;
  readonly roundsAlone: number;
  readonly goals: readonly [shipped: number, tuned: number];
}

const QUICK: Size = { events: 20_000, alone: 100_000, seconds: 5, rounds: 2, roundsAlone: 3, goals: [60, 40] };
const FULL: Size = { events: 200_000, alone: 1_000_000, seconds: 60, rounds: 3, roundsAlone: 5, goals: [100, 40] };

/** What is appended while somebody rebuilds, a second. */
const RATE = 200;

/** Milliseconds. */
const WARM_UP = 3_000;

/** P11: the read models made anew from the log, while writers write and the projector runs. */
export const bench: Bench = {
  names: ['P11'],
  what: 'a rebuild until the new tables serve, with writers on; against the server’s own COPY of the log, and emmett',
  run: (run) =>
    onGround(async (ground) => {
      for (const line of await groundFacts(ground, [ours, emmett])) run.say(line);
      const size = run.quick ? QUICK : FULL;
      return [...(await againstCopy(run, ground, size)), ...(await againstEmmett(run, ground, size))];
    }),
};

interface Ours {
  readonly server: Helper;
  readonly rebuilder: Helper;
  /** Events a second until the new tables served, and until they were compared as well. */
  readonly turn: () => Promise<{ readonly rate: number; readonly compared: number }>;
}

async function withOurs<T>(run: BenchRun, ground: Ground, { name, events }: { readonly name: string; readonly events: number }, work: (ours: Ours) => Promise<T>): Promise<T> {
  const connections: Connections = await ground.cluster.prepare({ log: name, keys: `${name}_keys` });
  await migrate(connections);
  const [server, rebuilder] = [new Helper(connections), new Helper(connections)];
  try {
    run.progress(`P11: writing and projecting ${events} events`);
    await server.ask({ ask: 'fill', events });
    await settle(ground);
    await server.ask({ ask: 'serve', rate: RATE });
    const turn = async () => {
      const { seconds, compared, events, equal } = await rebuilder.ask({ ask: 'rebuild' });
      if (!equal) throw new Error('the rebuilt tables are not the live ones');
      return { rate: events / seconds, compared: events / compared };
    };
    run.progress('P11: warming up');
    for (const until = performance.now() + WARM_UP; performance.now() < until; ) await turn();
    const result = await work({ server, rebuilder, turn });
    await server.ask({ ask: 'settle' });
    return result;
  } finally {
    await Promise.all([server.end(), rebuilder.end()]);
  }
}

function againstCopy(run: BenchRun, ground: Ground, { alone, roundsAlone }: Size): Promise<readonly Measured[]> {
  return withOurs(run, ground, { name: 'bench_alone', events: alone }, async ({ rebuilder, turn }) => {
    const rounds: (readonly [number, number])[] = [];
    const [binary, compared]: [number[], number[]] = [[], []];
    for (let round = 1; round <= roundsAlone; round += 1) {
      run.progress(`P11: ours and COPY, round ${round} of ${roundsAlone}`);
      const mine = await turn();
      const text = await rebuilder.ask({ ask: 'drain', format: 'text' });
      const bytes = await rebuilder.ask({ ask: 'drain', format: 'binary' });
      rounds.push([mine.rate, text.events / text.seconds]);
      binary.push((mine.rate * bytes.seconds) / bytes.events);
      compared.push(mine.compared / mine.rate);
    }
    const pairs = drawnPairs(run, { name: 'P11 vs drained COPY TO', sides: ['xinma', 'COPY TO'], unit: 'events/s', rounds });
    const more = `; of ${alone} events, all tables. Of COPY in binary ${range(binary)}. Hashing both sets takes as long again: the whole command runs at ${range(compared)} of this rate`;
    return [measuredAs(pairs, { atLeast: 0.4 }, more)];
  });
}

const range = (values: readonly number[]): string => `${Math.min(...values).toPrecision(2)} to ${Math.max(...values).toPrecision(2)}`;

function againstEmmett(run: BenchRun, ground: Ground, size: Size): Promise<readonly Measured[]> {
  return withOurs(run, ground, { name: 'bench_ours', events: size.events }, async ({ turn }) => {
    await mustAgree(run, ground);
    const sides = [await fill(run, ground, size, false), await fill(run, ground, size, true)] as const;
    const rounds: (readonly [mine: number, shipped: number, tuned: number])[] = [];
    const notes: string[][] = [[], []];
    for (let round = 1; round <= size.rounds; round += 1) {
      run.progress(`P11: ours and emmett, round ${round} of ${size.rounds}`);
      const mine = await turn();
      const [shipped, tuned] = [await underWriters(sides[0], size.seconds), await underWriters(sides[1], size.seconds)];
      [shipped, tuned].forEach((each, index) => notes[index]?.push(said(each)));
      rounds.push([mine.rate, shipped.events / shipped.seconds, tuned.events / tuned.seconds]);
    }
    for (const side of sides) await side.close();
    return ['emmett', 'emmett tuned'].map((name, index) => {
      const pairs = rounds.map(([mine, ...others]) => [mine, others[index] ?? Number.NaN] as const);
      const drawn = drawnPairs(run, { name: `P11 vs ${name}`, sides: ['xinma', name], unit: 'events/s', rounds: pairs });
      return measuredAs(drawn, { atLeast: size.goals[index] ?? Number.NaN }, `; of ${size.events} events, two projections against all of ours; emmett: ${notes[index]?.join(', ')}`);
    });
  });
}

const said = ({ whole, events, seconds }: EmmettRebuilt): string => (whole ? `all in ${seconds.toFixed(1)} s` : `stopped after ${seconds.toFixed(0)} s at ${events}`);

async function fill(run: BenchRun, ground: Ground, { events }: Size, helped: boolean): Promise<EmmettSide> {
  run.progress(`P11: filling emmett${helped ? ', tuned' : ''}`);
  const side = await EmmettSide.make(ground, helped ? 'bench_emmett_tuned' : 'bench_emmett', helped);
  await side.fill(events);
  return side;
}

async function underWriters(side: EmmettSide, seconds: number): Promise<EmmettRebuilt> {
  const writing = setInterval(() => void side.append([viewed(consent(1), { by: 2, of: 1 })]), 1_000 / RATE);
  try {
    return await side.rebuild(seconds);
  } finally {
    clearInterval(writing);
  }
}

/** Few enough events to wait for: what emmett's projections say must be what ours say. */
async function mustAgree(run: BenchRun, ground: Ground): Promise<void> {
  run.progress('P11: comparing what both make of the same events');
  const connections = await ground.cluster.prepare({ log: 'bench_few', keys: 'bench_few_keys' });
  await migrate(connections);
  const [helper, side] = [new Helper(connections), await EmmettSide.make(ground, 'bench_emmett_few', true)];
  const events = await helper.ask({ ask: 'fill', events: 4_000 });
  await side.fill(events);
  const { whole } = await side.rebuild(60);
  const of = { entries: 'select subject, kind, count(*)::text as n from SCHEMAaccess_entry group by 1, 2 order by 1, 2', bases: 'select basis, viewer, subject, state, scope, purposes from SCHEMAbasis order by 1' };
  for (const text of Object.values(of)) {
    const theirs = (await side.pool.query(text.replaceAll('SCHEMA', ''))).rows;
    const mine = await withClient(connections.owner, async (client) => (await client.query(text.replaceAll('SCHEMA', 'read_model.'))).rows as unknown[]);
    if (!whole || mine.length === 0 || JSON.stringify(theirs) !== JSON.stringify(mine)) throw new Error('emmett’s projections say something else than ours');
  }
  await helper.end();
  await side.close();
}

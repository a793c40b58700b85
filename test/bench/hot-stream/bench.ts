import { randomUUID } from 'node:crypto';
import type { Bench, BenchRun, Measured } from '../bench.js';
import { drawnPairs, measuredAs, turns } from '../pairs.js';
import { castore, emmett, Entrant, type Ground, groundFacts, type LedgerPeer, onGround, ours, payload, type PeerKind, settle } from '../peers/index.js';

const WRITERS = 64;
const GOAL = 6;
/** Losers of a race come back at once: few connections may be better than many. */
const POOLS = [1, 4, 10, 20] as const;

/** P7: everybody writes to one stream. */
export const bench: Bench = {
  names: ['P7'],
  what: 'one hot stream: 64 writers that expect a revision, and try again where somebody was faster',
  run: (run) => onGround((ground) => measure(run, ground)),
};

async function measure(run: BenchRun, ground: Ground): Promise<readonly Measured[]> {
  const kinds = [ours, emmett, castore];
  for (const line of await groundFacts(ground, kinds)) run.say(line);
  const milliseconds = run.quick ? 1_500 : 5_000;
  const sides: HotSide[] = [];
  for (const kind of kinds) sides.push(await HotSide.enter(run, ground, kind, milliseconds));
  await settle(ground);
  const measured = await turns(run, 'P7', sides, run.quick ? 5 : 9);
  for (const side of sides) await side.end(ground);
  return sides.slice(1).map((other, index) => {
    const rounds = measured.map((figures) => [figures[0] ?? Number.NaN, figures[index + 1] ?? Number.NaN] as const);
    return measuredAs(drawnPairs(run, { name: `P7 vs ${other.name}`, sides: ['xinma', other.name], unit: 'events/s', rounds }), { atLeast: GOAL });
  });
}

class HotSide {
  private acknowledged = 0;
  private lost = 0;

  private constructor(
    private readonly entrant: Entrant,
    private readonly milliseconds: number,
  ) {}

  static async enter(run: BenchRun, ground: Ground, kind: PeerKind, milliseconds: number): Promise<HotSide> {
    run.progress(`P7: ${kind.name}, setting up`);
    const tried = kind.pools.length === 1 ? kind : { ...kind, pools: POOLS };
    let before = 0;
    const entrant = await Entrant.enterAtBest(ground, tried, async (peer) => {
      const { written } = await race(peer, milliseconds / 4);
      before += written;
      return written;
    });
    run.say(`P7: ${entrant.setting}`);
    const side = new HotSide(entrant, milliseconds);
    side.acknowledged = before;
    return side;
  }

  get name(): string {
    return this.entrant.kind.name;
  }

  /** Each turn has a stream of its own: no store pays for how long it was before. */
  async turn(): Promise<number> {
    const { written, lost, seconds } = await race(this.entrant.peer, this.milliseconds);
    this.acknowledged += written;
    this.lost += lost;
    return written / seconds;
  }

  async end(ground: Ground): Promise<void> {
    await this.entrant.peer.close();
    await this.entrant.mustHold(ground, this.acknowledged);
    if (this.lost === 0) throw new Error(`${this.name}: no writer ever lost, so nobody raced`);
  }
}

/** All writers on a fresh stream, each with one event after the other. Lost ones are tried again where the stream stands now. */
async function race(peer: LedgerPeer, milliseconds: number): Promise<{ readonly written: number; readonly lost: number; readonly seconds: number }> {
  const stream = `hot-${randomUUID()}`;
  let [written, lost] = [0, 0];
  const begun = performance.now();
  const until = begun + milliseconds;
  const writer = async (n: number): Promise<void> => {
    let held = 0;
    for (let event = 0; performance.now() < until; ) {
      const answer = await peer.append({ stream, expected: held, payloads: [payload(n * 1_000_000 + event)] });
      if (answer === 'appended') {
        [held, event, written] = [held + 1, event + 1, written + 1];
      } else {
        lost += 1;
        held = await peer.length(stream, held);
      }
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, n) => writer(n)));
  return { written, lost, seconds: (performance.now() - begun) / 1_000 };
}

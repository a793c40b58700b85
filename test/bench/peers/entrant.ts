import { countEvents, type Ground } from './ground.js';
import type { LedgerPeer, PeerKind } from './peer.js';

/** A store that takes part in a bench: set up in a database of its own, and open. */
export class Entrant {
  private constructor(
    readonly kind: PeerKind,
    readonly database: string,
    readonly peer: LedgerPeer,
    readonly pool: number,
  ) {}

  /** Sets it up and opens it with the first of its pools. */
  static async enter({ cluster }: Ground, kind: PeerKind): Promise<Entrant> {
    const [database, [pool]] = [databaseOf(kind), kind.pools];
    await kind.make(cluster, database);
    return new Entrant(kind, database, await kind.open(cluster, database, pool), pool);
  }

  /** Sets it up and opens it with that of its pools which was fastest: `rate` answers how many a second, after a warm-up. */
  static async enterAtBest(ground: Ground, kind: PeerKind, rate: (peer: LedgerPeer) => Promise<number>): Promise<Entrant> {
    const first = await Entrant.enter(ground, kind);
    if (kind.pools.length === 1) {
      await rate(first.peer);
      return first;
    }
    await first.peer.close();
    const rates: { readonly pool: number; readonly rate: number }[] = [];
    for (const pool of kind.pools) {
      const peer = await kind.open(ground.cluster, first.database, pool);
      rates.push({ pool, rate: await rate(peer) });
      await peer.close();
    }
    const [best = { pool: first.pool }] = rates.toSorted((a, b) => b.rate - a.rate);
    return new Entrant(kind, first.database, await kind.open(ground.cluster, first.database, best.pool), best.pool);
  }

  /** Which of its pools it has, as a line of the output says it. */
  get setting(): string {
    return this.kind.pools.length === 1 ? `${this.kind.name} as it is` : `${this.kind.name} ${this.pool} of ${this.kind.pools.join('/')}`;
  }

  /** Rejects unless it holds just so many events, in streams without a hole. */
  async mustHold(ground: Ground, events: number): Promise<void> {
    const held = await countEvents(ground, this.kind, this.database);
    if (held !== events) throw new Error(`${this.kind.name} acknowledged ${events} events and holds ${held}`);
  }
}

const databaseOf = ({ name }: PeerKind): string => `bench_${name.replaceAll(/\W+/g, '_')}`;

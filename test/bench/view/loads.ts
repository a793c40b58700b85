import type { City } from '../city/city.js';
import { CONNECTIONS, type Load } from '../load/generator.js';

const WARM_TURNS = 4;

/** Turns of load, and how many views each side showed in them. */
export class Loads {
  private readonly shown = new Map<string, { views: number; turns: number }>();

  constructor(private readonly city: City) {}

  /** Answers a second. */
  async rate(name: string, { address, plan, seconds }: { readonly address: string; readonly plan: string; readonly seconds: number }): Promise<number> {
    await this.city.settled();
    const load = await this.city.generator.run(address, plan, seconds);
    refuseOdd(name, load);
    const { views, turns } = this.shown.get(name) ?? { views: 0, turns: 0 };
    this.shown.set(name, { views: views + load.requests - load.refused, turns: turns + 1 });
    return load.requests / load.seconds;
  }

  /** Asks for every basis at least once, and for as long as a server that has just started compiles. */
  async all(name: string, address: string, plan: string): Promise<void> {
    for (let sent = 0, turn = 0; turn < WARM_TURNS || sent < this.city.size.bases; turn++) sent += (await this.rate(name, { address, plan, seconds: 2 })) * 2;
  }

  /** Throws where a view was shown and not recorded; recorded and not counted is at most what was under way when a turn ended. */
  agrees(name: string, recorded: number): void {
    const { views, turns } = this.shown.get(name) ?? { views: 0, turns: 0 };
    if (recorded < views || recorded > views + turns * CONNECTIONS) throw new Error(`${name}: ${views} views were shown, ${recorded} recorded`);
  }
}

/** Of views, three in ten are refused, by the plan. */
function refuseOdd(name: string, { requests, refused, broken }: Load): void {
  const share = refused / requests;
  if (broken > 0 || (share > 0 && (share < 0.25 || share > 0.35))) throw new Error(`${name}: ${refused} refused, ${broken} broken of ${requests}`);
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../stage/database.js';
import { Follower } from '../stage/follower.js';
import type { Fault, Scene } from './fault.js';
import { head } from './open-transactions.js';
import { becomes } from './upon.js';

/** Somebody begins to follow the log from its first event, a whole log behind, while it grows. */
export const farBehind: Fault = {
  name: 'a follower begins a whole log behind',
  at: 'ground',
  weight: 1,
  async strike({ stage: { database }, sender }) {
    const behind = await head(database);
    const follower = new Follower(database).start();
    try {
      const began = performance.now();
      if (!(await becomes(() => follower.position > behind, 60_000))) throw new Error(`a follower that began ${behind} events behind got ${follower.position}`);
      for (const what of follower.wrong) sender.seen.broken.push(`a follower from the first event: ${what}`);
      return { bit: behind > 0, seen: `${behind} events in ${(performance.now() - began).toFixed(0)} ms` };
    } finally {
      await follower.end();
    }
  },
};

/** How long they may take in all, and how often is said how far they are, in milliseconds. */
const [WITHIN, EVERY] = [600_000, 10_000];

const projected = (database: Database): Promise<number> =>
  database.with((client) => client.query<{ position: string }>('SELECT position FROM read_model.checkpoint').then(({ rows }) => Number(rows[0]?.position)));

/** Two who are behind, and when each got to where the log was, in milliseconds since they began. */
class Race {
  private readonly began = performance.now();
  private at = 0;
  private readonly there: { follower?: number; projector?: number } = {};

  constructor(
    private readonly scene: Scene,
    private readonly target: number,
  ) {}

  async run(): Promise<string> {
    for (let said = this.began; performance.now() < this.began + WITHIN; await sleep(200)) {
      this.see('follower', this.scene.follower.position);
      this.see('projector', await this.projected());
      const { follower, projector } = this.there;
      if (follower !== undefined && projector !== undefined) return `the follower was there after ${(follower / 1_000).toFixed(0)} s, the projector after ${(projector / 1_000).toFixed(0)} s`;
      if (performance.now() < said + EVERY) continue;
      said = performance.now();
      this.scene.progress(`of ${this.target} events the follower has ${this.scene.follower.position}, the projector ${this.at}`);
    }
    throw new Error(`a follower and the projector that began ${this.target} events behind did not catch up`);
  }

  /** Where the projector is, or was when the database was last there to be asked: it is killed and stopped meanwhile. */
  private async projected(): Promise<number> {
    this.at = await projected(this.scene.stage.database).catch(() => this.at);
    return this.at;
  }

  private see(who: 'follower' | 'projector', position: number): void {
    if (position >= this.target) this.there[who] ??= performance.now() - this.began;
  }
}

/** The log has been filled while the projector was away: that and another follower begin so far behind, and everybody goes on. */
export const filledBehind: Fault = {
  name: 'a follower and the projector begin behind a log that was filled',
  at: 'beside',
  weight: 1,
  async strike(scene) {
    const { stage: { database }, follower } = scene;
    const [target, at] = [await head(database), await projected(database)];
    const behind = [target - follower.position, target - at];
    const took = await new Race(scene, target).run();
    return { bit: behind.every((events) => events > target / 2), seen: `${behind.join(' and ')} events behind; ${took}` };
  },
};

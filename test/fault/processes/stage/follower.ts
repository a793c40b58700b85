import { PostgresEventStore } from '../../../../libs/event-store-postgres/index.js';
import type { Database } from './database.js';

/** One more that follows the log, as any consumer would, and writes down what it was given. */
export class Follower {
  readonly ids: string[] = [];
  /** Positions that were not the next one. */
  readonly wrong: string[] = [];
  private readonly ending = new AbortController();
  private readonly store: PostgresEventStore;
  private over: Promise<void> = Promise.resolve();

  constructor(database: Database) {
    this.store = new PostgresEventStore({ connection: database.connections.api });
  }

  /** From the very first event on. */
  start(): this {
    this.over = this.follow().catch((error: unknown) => void this.wrong.push(error instanceof Error ? error.message : 'it failed'));
    return this;
  }

  get position(): number {
    return this.ids.length;
  }

  async end(): Promise<void> {
    this.ending.abort();
    await this.over;
    await this.store.close();
  }

  private async follow(): Promise<void> {
    for await (const page of this.store.follow(0n, this.ending.signal)) {
      for (const { id, position } of page) {
        this.ids.push(id);
        if (position !== BigInt(this.ids.length)) this.wrong.push(`position ${position} came as number ${this.ids.length}`);
      }
    }
  }
}

import { setTimeout as sleep } from 'node:timers/promises';
import type { ClientConfig } from 'pg';
import type { EventStore } from '../../../libs/event-store/index.js';
import { Session } from './session.js';
import { applyPage, checkpointOf, LOCKS, PAGE, PositionHint, ProjectionStopped, SCHEMA } from '../../../libs/read-models/index.js';

const TURN = `SELECT pg_try_advisory_lock(${LOCKS.projecting}) AS mine`;

/** What a projector says about itself; never what an event says. */
export type ProjectorNotice =
  | { readonly kind: 'active'; readonly position: bigint }
  | { readonly kind: 'standby' }
  | { readonly kind: 'interrupted' | 'stopped'; readonly error: unknown };

/** A projector's settings. */
export interface ProjectorSettings {
  readonly store: EventStore;
  /** As the projector's role. */
  readonly connection: ClientConfig;
  /** Shared with the readers of this process. */
  readonly hint?: PositionHint;
  readonly notify?: (notice: ProjectorNotice) => void;
  /** How often a standby asks for its turn, and an interrupted one tries again, at first, in milliseconds. */
  readonly retryAfter?: number;
  /** How long an answer of the server is waited for, in milliseconds. */
  readonly patience?: number;
}

/** How long an answer is waited for where nothing else is said, and how much of that at most, in milliseconds: a page that takes longer than the one is tried again with twice as much. */
const PATIENCE = 5_000;
const MOST_PATIENCE = 80_000;

/** How often it tries again without a pause that grows, and how long that becomes at most, in milliseconds. */
const AT_ONCE = 10;
const MOST_PAUSE = 5_000;

/**
 * Follows the log and feeds the read models, alone in its database: others stand by. Outlives the server. Stops for good at an event that it cannot
 * project: readers then see the lag, and views that wait for newer rows are refused.
 */
export class Projector {
  readonly #stopped = Promise.withResolvers<void>();
  #started = false;
  #patience: number;

  constructor(private readonly settings: ProjectorSettings) {
    // Whoever awaits `stopped` hears of it; whoever does not has `notify`.
    this.#stopped.promise.catch(() => undefined);
    this.#patience = settings.patience ?? PATIENCE;
  }

  /** Resolves after `signal` aborted and the page at hand is done; rejects with `ProjectionStopped`. */
  get stopped(): Promise<void> {
    return this.#stopped.promise;
  }

  /** Runs until `signal` aborts. Once. */
  start(signal: AbortSignal): void {
    if (this.#started) throw new Error('a projector starts once');
    this.#started = true;
    this.#run(signal).then(this.#stopped.resolve, this.#stopped.reject);
  }

  async #run(signal: AbortSignal): Promise<void> {
    for (let failed = 1; !signal.aborted; failed += 1) {
      const began = performance.now();
      try {
        await this.#session(signal);
      } catch (error) {
        const final = error instanceof ProjectionStopped;
        this.settings.notify?.({ kind: final ? 'stopped' : 'interrupted', error });
        if (final) throw error;
        // What held for so long and fails now has another cause than what failed before.
        if (performance.now() - began > MOST_PAUSE) failed = 1;
        await this.#pause(signal, failed);
      }
    }
  }

  /** One connection's life. */
  async #session(signal: AbortSignal): Promise<void> {
    const session = new Session(this.settings.connection, this.#patience);
    const until = AbortSignal.any([signal, session.lost]);
    try {
      await session.client.connect();
      if (await this.#turn(session, until)) await this.#follow(session, until);
    } finally {
      this.settings.hint?.forget();
      if (session.gaveUp) this.#patience = Math.min(MOST_PATIENCE, 2 * this.#patience);
      await session.end();
    }
    if (!signal.aborted) throw new Error('the connection was lost');
  }

  /** Waits for the turn. False where there was no waiting any longer. */
  async #turn(session: Session, until: AbortSignal): Promise<boolean> {
    for (let asked = 0; !until.aborted; asked += 1) {
      const { rows } = await session.within((client) => client.query<{ mine: boolean }>(TURN));
      if (rows[0]?.mine === true) return true;
      if (asked === 0) this.settings.notify?.({ kind: 'standby' });
      await this.#pause(until);
    }
    return false;
  }

  async #follow(session: Session, until: AbortSignal): Promise<void> {
    const position = await session.within((client) => checkpointOf(client, SCHEMA));
    if (position > 0n && (await this.settings.store.readAt([position])).length === 0) throw new Error(`the log has nothing at position ${position}, where the read models end: they are of another log, or of more of this one`);
    this.settings.hint?.advance(position);
    this.settings.notify?.({ kind: 'active', position });
    await this.#apply(session, position, until);
  }

  async #apply(session: Session, position: bigint, until: AbortSignal): Promise<void> {
    for await (const page of this.settings.store.follow(position, until)) {
      for (let from = 0; from < page.length; from += PAGE) {
        const reached = await session.within((client) => applyPage(client, page.slice(from, from + PAGE), this.settings.store.isGapless()));
        this.#patience = this.settings.patience ?? PATIENCE;
        this.settings.hint?.advance(reached);
      }
      if (until.aborted) return;
    }
  }

  /** `failed`: how often in a row. */
  async #pause(signal: AbortSignal, failed = 0): Promise<void> {
    const pause = (this.settings.retryAfter ?? 200) * 2 ** Math.max(0, failed - AT_ONCE);
    await sleep(Math.min(pause, MOST_PAUSE), undefined, { signal }).catch(() => undefined);
  }
}

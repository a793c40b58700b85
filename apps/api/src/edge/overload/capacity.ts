/** An answer that is begun now should be there after this many milliseconds, whatever the machine is worth: so much work may be under way. */
const HORIZON = 50;
/** What is answered is counted over this long, in milliseconds, and the best of the last counts is believed: a pause of the collector is no loss of capacity. */
const WINDOW = 50;
const WINDOWS = 10;
/** Under way at least and at most, whatever was measured: without the first nothing could be measured, the second bounds memory. */
const LEAST = 64;
const MOST = 2_048;
/** Who comes all at once after a calm second, for so many milliseconds, is a crowd and no overload. */
const CALM = 1_000;
const CROWD = 20;
/** How long one turn of the event loop may go on taking in more requests than the least, in milliseconds: whoever is behind them waits for all of them. */
const TURN = 20;
const TURN_OF_FIRST = 200;

/** Time, and when a turn of the event loop is over. */
export interface Pace {
  /** Milliseconds that never go back. */
  now(): number;
  afterTurn(work: () => void): void;
}

const PACE: Pace = { now: () => performance.now(), afterTurn: (work) => void setImmediate(work) };

/**
 * How many requests may be under way: as many as were seen to be answered within the horizon (Little's law), so what is let in is answered in about that time.
 * A process that stalls, whoever's fault it is, is soon down to the least. Requests that are answered as fast as they are read never are under way together;
 * they are bounded by how long the turn takes that reads them.
 */
export class Capacity {
  #underWay = 0;
  #answered = 0;
  #since = -Infinity;
  #rates: readonly number[] = [];
  #limit = LEAST;
  #full = -Infinity;
  #crowdUntil = -Infinity;
  #turn: { readonly begun: number; taken: number } | undefined;

  constructor(private readonly pace: Pace = PACE) {}

  /** How many are under way. */
  get underWay(): number {
    return this.#underWay;
  }

  /** Whether one more would be answered in time. */
  hasRoom(): boolean {
    const now = this.pace.now();
    this.#measure(now);
    if (this.#isLong(now, TURN)) return false;
    return this.#underWay < this.#limit || this.#isCrowd(now);
  }

  /** Whether one that goes before others would be: it meets nobody's but a turn that takes far too long. */
  hasRoomForFirst(): boolean {
    return !this.#isLong(this.pace.now(), TURN_OF_FIRST);
  }

  /** One more is under way, also where there was no room. */
  enter(): void {
    this.#underWay += 1;
    if (this.#turn !== undefined) this.#turn.taken += 1;
  }

  /** One is no longer under way; `answered` where that is because it was. */
  leave(answered: boolean): void {
    this.#underWay -= 1;
    if (answered) this.#answered += 1;
  }

  #measure(now: number): void {
    const passed = now - this.#since;
    if (passed < WINDOW) return;
    this.#rates = [...this.#rates.slice(1 - WINDOWS), this.#answered / passed];
    this.#limit = Math.min(MOST, Math.max(LEAST, Math.round(Math.max(...this.#rates) * HORIZON)));
    this.#answered = 0;
    this.#since = now;
  }

  #isCrowd(now: number): boolean {
    if (now - this.#full > CALM) this.#crowdUntil = now + CROWD;
    this.#full = now;
    return now < this.#crowdUntil && this.#underWay < MOST;
  }

  /** Whether this turn of the loop, since its first request came, has taken in many and taken longer than this. */
  #isLong(now: number, milliseconds: number): boolean {
    if (this.#turn === undefined) {
      this.#turn = { begun: now, taken: 0 };
      this.pace.afterTurn(() => (this.#turn = undefined));
    }
    return this.#turn.taken >= LEAST && now - this.#turn.begun > milliseconds;
  }
}

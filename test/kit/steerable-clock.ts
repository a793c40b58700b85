import { Clock } from '../../libs/application/ports/index.js';
import { type Instant, instant, parseInstant, plus } from '../../libs/kernel/index.js';

/** A clock that goes on only when it is told to. */
export class SteerableClock extends Clock {
  private at: Instant;

  /** Starts at an RFC 3339 time, or at the machine's. */
  constructor(from?: string) {
    super();
    this.at = from === undefined ? instant(Date.now()) : parseInstant(from);
  }

  override now(): Instant {
    return this.at;
  }

  /** Moves on by milliseconds. */
  advance(milliseconds: number): void {
    this.at = plus(this.at, milliseconds);
  }

  /** Jumps. */
  set(at: Instant): void {
    this.at = at;
  }
}

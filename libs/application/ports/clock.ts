import { type Instant, instant } from '../../kernel/index.js';

/** The present. Everything that judges a window asks this and nothing else; tests steer it. */
export abstract class Clock {
  abstract now(): Instant;
}

/** The machine's clock. */
export class SystemClock extends Clock {
  now(): Instant {
    return instant(Date.now());
  }
}

import type { Operation } from '../../checker/history.js';
import type { KnownConsent } from '../../simulation/clients/ideas.js';

/** Of how many consents the crowd thinks at once: whoever forgets nothing thinks longer and longer. */
const REMEMBERED = 600;

/** How a command may be sent again. */
export type Again = 'sameKey' | 'otherKey' | 'otherBody';

/** Everything that clients saw, and what they know of it. */
export class Seen {
  readonly operations: Operation[] = [];
  readonly granted = new Set<string>();
  /** Answers that no server gives: a 500, a token that is good and was refused, a 304. */
  readonly broken: string[] = [];
  /** What somebody set out to do, however often it had to be sent, and how much of that was decided. */
  readonly intents = { all: 0, decided: 0 };
  /** Commands that were sent again: as they were, under another key, or for something else under the same. */
  readonly retries: Record<Again, number> = { sameKey: 0, otherKey: 0, otherBody: 0 };
  /** Of views: how many were shown. */
  shown = 0;
  private known: KnownConsent[] = [];

  /** The wall time of the operations' 0. */
  readonly epoch = Date.now() - performance.now();

  get consents(): readonly KnownConsent[] {
    return this.known;
  }

  add(operation: Operation): void {
    this.operations.push(operation);
    if (operation.shown !== undefined) this.shown += 1;
  }

  remember(consent: KnownConsent): void {
    if (this.known.some((one) => one.consent === consent.consent)) return;
    this.known.push(consent);
    if (this.known.length > REMEMBERED) this.known = this.known.slice(-REMEMBERED / 2);
  }
}

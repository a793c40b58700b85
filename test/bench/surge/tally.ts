/** What came of a turn, as a driver tells it. Durations in milliseconds. */
export interface Told {
  readonly seconds: number;
  readonly sent: number;
  /** Decided: 200, or the 404 that a view without a basis gets. */
  readonly decided: number;
  readonly refused: number;
  /** Given up for want of an answer, and connections that broke. */
  readonly lost: number;
  /** Any other answer: there must be none. */
  readonly odd: number;
  /** Due and not sent: so many connections there are not. */
  readonly unsent: number;
  readonly decidedIn: Spread;
  readonly refusedIn: Spread;
  /** Ids of disclosures that were shown, some of them. */
  readonly disclosures: readonly string[];
  /** How late the driver itself was. */
  readonly late: Spread;
}

/** The middle and the slow end of some durations; none of none. */
export interface Spread {
  readonly p50: number;
  readonly p99: number;
}

const KEPT = 2_000;
const DISCLOSURE = /"disclosure":"([0-9a-f-]{36})"/;

/** Counts answers. */
export class Tally {
  sent = 0;
  unsent = 0;
  lost = 0;
  private decided = 0;
  private refused = 0;
  private odd = 0;
  private readonly durations: Record<'decided' | 'refused' | 'late', number[]> = { decided: [], refused: [], late: [] };
  private readonly disclosures: string[] = [];

  /** Answers whether the server refused for now. */
  hear(status: number, body: string, milliseconds: number): boolean {
    if (status === 503 || status === 429) {
      this.refused += 1;
      this.durations.refused.push(milliseconds);
      return true;
    }
    if (status === 200 || status === 404) this.decided += 1;
    else this.odd += 1;
    this.durations.decided.push(milliseconds);
    const shown = this.disclosures.length < KEPT ? DISCLOSURE.exec(body)?.[1] : undefined;
    if (shown !== undefined) this.disclosures.push(shown);
    return false;
  }

  late(milliseconds: number): void {
    this.durations.late.push(milliseconds);
  }

  told(seconds: number): Told {
    const { sent, decided, refused, lost, odd, unsent, disclosures } = this;
    const [decidedIn, refusedIn, late] = [spread(this.durations.decided), spread(this.durations.refused), spread(this.durations.late)];
    return { seconds, sent, decided, refused, lost, odd, unsent, decidedIn, refusedIn, disclosures, late };
  }
}

/** The middle and the slow end. */
export function spread(values: readonly number[]): Spread {
  const sorted = Float64Array.from(values).toSorted();
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p99: at(0.99) };
}

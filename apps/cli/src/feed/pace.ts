/** How fast a long work goes, and how long it will take: for a line of progress. */
export class Pace {
  private readonly started: number;

  constructor(private readonly now: () => number = () => performance.now()) {
    this.started = now();
  }

  /** `done` of something a second, since the start. */
  rate(done: number): string {
    return `${count(Math.round(done / this.seconds()))}/s`;
  }

  /** The time left at this pace when `share` (0 to 1) is done; nothing before there is one to tell. */
  left(share: number): string {
    const seconds = share <= 0 ? Infinity : this.seconds() * (1 / share - 1);
    return Number.isFinite(seconds) ? `${duration(seconds)} left` : '';
  }

  /** How long it took so far. */
  taken(): string {
    return duration(this.seconds());
  }

  private seconds(): number {
    return Math.max(0.001, (this.now() - this.started) / 1_000);
  }
}

// Made once: `toLocaleString` looks for its locale at each call.
const digits = new Intl.NumberFormat('en');

/** `1,234,567`. */
export const count = (number: number): string => digits.format(number);

/** `42 s`, `3 min 05 s`, `2 h 07 min`. */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  if (whole < 60) return `${whole} s`;
  if (whole < 3_600) return `${Math.floor(whole / 60)} min ${String(whole % 60).padStart(2, '0')} s`;
  return `${Math.floor(whole / 3_600)} h ${String(Math.floor((whole % 3_600) / 60)).padStart(2, '0')} min`;
}

import { type Verdict, VERDICTS } from '../../../../libs/domain/sample/index.js';
import { count, type Pace } from './pace.js';
import { painted } from './screen.js';

/** How many rows got which verdict. */
export class Tally {
  judged = 0;
  private readonly counts = new Map<Verdict, number>(VERDICTS.map((verdict) => [verdict, 0]));

  add(verdict: Verdict): void {
    this.judged += 1;
    this.counts.set(verdict, this.of(verdict) + 1);
  }

  of(verdict: Verdict): number {
    return this.counts.get(verdict) ?? 0;
  }

  /** One line while it goes on; `share` (0 to 1) of the feed is read, where that is known. */
  progress(pace: Pace, share: number | undefined): string {
    const verdicts = this.table().map(([verdict, rows]) => `${verdict} ${count(rows)}`);
    const left = share === undefined ? '' : pace.left(share);
    return [`${count(this.judged)} rows judged`, pace.rate(this.judged), left, ...verdicts].filter(Boolean).join(' · ');
  }

  /** A line for each verdict that was given. */
  lines(): readonly string[] {
    return this.table().map(([verdict, rows]) => `${String(rows).padStart(7)}  ${painted(colourOf(verdict), verdict)}`);
  }

  private table(): readonly (readonly [Verdict, number])[] {
    return [...this.counts].filter(([, rows]) => rows > 0);
  }
}

function colourOf(verdict: Verdict): 'green' | 'gray' | 'yellow' | 'red' {
  if (verdict === 'recorded') return 'green';
  if (verdict === 'already-recorded') return 'gray';
  return verdict === 'busy' || verdict === 'identity' || verdict === 'conflict' ? 'red' : 'yellow';
}

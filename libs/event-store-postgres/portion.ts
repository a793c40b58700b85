import type { RecordedEvent } from '../event-store/index.js';

/** The most parts of streams that one statement asks for. */
const MOST = 1_000;

/** About so many bytes come in one answer: while they are read here, the server makes the next. */
const BYTES = 400_000;

/** What an event takes beside its data and its metadata, about. */
const BESIDE = 100;

/** How many parts of streams one statement asks for, by how long those were that came last. */
export class Portion {
  /** Bytes of a part, of late. */
  private each = 0;

  /** At least one. */
  get most(): number {
    return Math.max(1, Math.min(MOST, Math.floor(BYTES / this.each)));
  }

  /** These came, at least one part, maybe with nothing in it. */
  learn(parts: readonly (readonly RecordedEvent[])[]): void {
    const came = parts.reduce((sum, events) => sum + bytesOf(events), 0);
    this.each = (this.each + came / parts.length) / 2;
  }
}

/** About: every event is taken to be as long as the last one. To count each would cost as much as reading it. */
function bytesOf(events: readonly RecordedEvent[]): number {
  const last = events.at(-1);
  return last === undefined ? 0 : events.length * (last.data.length + last.metadata.length + BESIDE);
}

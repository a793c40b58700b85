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
    const came = parts.reduce((sum, events) => sum + events.reduce((bytes, { data, metadata }) => bytes + data.length + metadata.length + BESIDE, 0), 0);
    this.each = (this.each + came / parts.length) / 2;
  }
}

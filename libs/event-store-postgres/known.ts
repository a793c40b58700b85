import type { StreamName } from '../event-store/index.js';

/** How far streams were seen to reach. What was once in the log is there for ever: a stream is there or further on. Forgets those that were not seen for long. */
export class Known {
  #recent = new Map<StreamName, bigint>();
  #older: ReadonlyMap<StreamName, bigint> = new Map();

  constructor(private readonly limit = 20_000) {}

  /** The last revision that was seen of the stream. */
  get(stream: StreamName): bigint | undefined {
    return this.#recent.get(stream) ?? this.#older.get(stream);
  }

  /** Revisions of a stream are told in their order. */
  saw(stream: StreamName, revision: bigint): void {
    this.#recent.set(stream, revision);
    if (this.#recent.size < this.limit) return;
    this.#older = this.#recent;
    this.#recent = new Map();
  }
}

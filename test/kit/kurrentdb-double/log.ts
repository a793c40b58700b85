import { EventEmitter } from 'node:events';

/** An event as a client proposes it. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

/** An event as it stands. */
export interface Line extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
}

export type Expected = 'any' | 'no-stream' | 'exists' | bigint;

/** What became of an append; `current` is undefined where there is no such stream. */
export type Outcome = { readonly kind: 'done'; readonly revision: bigint; readonly position: bigint } | { readonly kind: 'wrong'; readonly current: bigint | undefined };

/** Bytes that a record takes beside what is in it. */
const OVERHEAD = 87n;

/** Events of ours after which the server writes one of its own. */
const OWN_EVERY = 20;

/** The server's rules over an array: revisions, positions with gaps between them, events of its own in between, and idempotence as far as the server has it. */
export class Log {
  readonly lines: Line[] = [];
  readonly #grown = new EventEmitter().setMaxListeners(0);
  readonly #streams = new Map<string, Line[]>();
  /** Streams that were deleted, and where they go on. */
  readonly #deleted = new Map<string, bigint>();
  /** Ids that `any` is compared with: forgotten when the server restarts. */
  #recent = new Map<string, Line>();
  #next = 0n;
  #alone = false;
  /** What is on the leader alone: whoever appends meets it, nobody reads it. */
  readonly #stranded: { readonly stream: string; readonly events: readonly Proposed[] }[] = [];

  constructor() {
    this.writeOwn('$epoch-information');
  }

  append(stream: string, expected: Expected, events: readonly Proposed[]): Outcome {
    const current = this.#current(stream);
    const repeated = this.#repeated(stream, expected, events);
    if (repeated !== undefined) return { kind: 'done', revision: repeated.revision, position: repeated.position };
    if (!isMet(expected, current)) return { kind: 'wrong', current };
    if (this.#alone) {
      this.#stranded.push({ stream, events });
      return { kind: 'done', revision: -1n, position: -1n };
    }
    const [last] = events.map((event) => this.#write(stream, event)).slice(-1);
    if (this.lines.length % OWN_EVERY < events.length) this.writeOwn('$statsCollected');
    this.#grown.emit('grown');
    // What is empty is taken, and nothing comes of it.
    return last === undefined ? { kind: 'done', revision: current ?? 0n, position: 0n } : { kind: 'done', revision: last.revision, position: last.position };
  }

  /** What is appended meanwhile is on the leader alone. */
  stranding(append: () => Outcome): Outcome {
    this.#alone = true;
    const outcome = append();
    this.#alone = false;
    return outcome;
  }

  /** The others are there again, and have what was on the leader alone, or another one leads, who never had it. */
  settle(kept: boolean): void {
    for (const { stream, events } of this.#stranded.splice(0)) if (kept) for (const event of events) this.#write(stream, event);
    this.#grown.emit('grown');
  }

  /** An event of the server's own. */
  writeOwn(type: string): void {
    const nothing = new Uint8Array(0);
    this.#write(`$${type.slice(1)}-own`, { id: '00000000-0000-4000-8000-000000000000', type, contentType: 'application/octet-stream', data: nothing, metadata: nothing });
    this.#grown.emit('grown');
  }

  stream(name: string): readonly Line[] {
    return this.#streams.get(name) ?? [];
  }

  /** Index of the first event whose position is larger. */
  indexAfter(position: bigint): number {
    let [low, high] = [0, this.lines.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.lines[middle]?.position ?? 0n) > position) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  /** Whether an event is there, or the log ends before. */
  isPlace(position: bigint): boolean {
    const [at, end] = [this.lines[this.indexAfter(position) - 1], this.lines.at(-1)];
    return at?.position === position || position > (end?.position ?? 0n);
  }

  /** Its events are gone; revisions go on. */
  delete(stream: string): void {
    this.#deleted.set(stream, (this.#streams.get(stream)?.at(-1)?.revision ?? -1n) + 1n);
    this.#streams.delete(stream);
  }

  /** Its first events are no longer shown. */
  cut(stream: string, before: bigint): void {
    this.#streams.set(stream, this.stream(stream).filter(({ revision }) => revision >= before));
  }

  /** Takes back the last events, although they were acknowledged. */
  truncate(count: number): void {
    for (const { stream } of this.lines.splice(-count)) this.#streams.get(stream)?.pop();
    this.#next = (this.lines.at(-1)?.position ?? 0n) + OVERHEAD + 1n;
  }

  restart(): void {
    this.#recent = new Map();
    this.writeOwn('$epoch-information');
  }

  onGrown(listener: () => void): () => void {
    this.#grown.on('grown', listener);
    return () => this.#grown.off('grown', listener);
  }

  #current(stream: string): bigint | undefined {
    const stranded = this.#stranded.filter((each) => each.stream === stream).reduce((sum, { events }) => sum + events.length, 0);
    const settled = this.stream(stream).at(-1)?.revision;
    return stranded === 0 ? settled : (settled ?? -1n) + BigInt(stranded);
  }

  #repeated(stream: string, expected: Expected, events: readonly Proposed[]): Line | undefined {
    if (expected === 'any' || expected === 'exists') {
      const lines = events.map(({ id }) => this.#recent.get(`${stream} ${id}`));
      return lines.every((line) => line !== undefined) ? lines.at(-1) : undefined;
    }
    const standing = this.#standing(stream, expected === 'no-stream' ? 0n : expected + 1n, events.length);
    return standing.length === events.length && standing.every(({ id }, index) => id === events[index]?.id) ? standing.at(-1) : undefined;
  }

  #standing(stream: string, place: bigint, count: number): readonly Line[] {
    const history = this.stream(stream);
    const index = Number(place - (history[0]?.revision ?? 0n));
    return index < 0 ? [] : history.slice(index, index + count);
  }

  #write(stream: string, event: Proposed): Line {
    const history = this.#streams.get(stream) ?? [];
    const revision = (history.at(-1)?.revision ?? (this.#deleted.get(stream) ?? 0n) - 1n) + 1n;
    const line = { ...event, stream, revision, position: this.#next };
    this.#next += OVERHEAD + BigInt(event.type.length + event.data.length + event.metadata.length);
    history.push(line);
    this.#streams.set(stream, history);
    this.lines.push(line);
    this.#recent.set(`${stream} ${event.id}`, line);
    return line;
  }
}

function isMet(expected: Expected, current: bigint | undefined): boolean {
  if (expected === 'any') return true;
  if (expected === 'exists') return current !== undefined;
  return expected === 'no-stream' ? current === undefined : expected === current;
}

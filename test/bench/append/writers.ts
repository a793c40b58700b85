import { randomUUID } from 'node:crypto';
import { type LedgerPeer, payload } from '../peers/index.js';

/** Events that a stream gets before its writer begins the next one: creating a stream and going on in one are both measured. */
const A_STREAM = 10;

interface Writer {
  readonly category: string;
  stream: string;
  held: number;
}

/** Writers that append one event after the other, each to streams of its own, expecting what it wrote there before. */
export class Writers {
  /** How many events were acknowledged so far. */
  appended = 0;
  private readonly writers: readonly Writer[];

  constructor(
    private readonly peer: LedgerPeer,
    count: number,
  ) {
    this.writers = Array.from({ length: count }, (_, n) => ({ category: `writer${n}`, stream: '', held: A_STREAM }));
  }

  /** All of them, for so many milliseconds; answers events a second, until the last one was acknowledged. */
  async write(milliseconds: number): Promise<number> {
    const before = this.appended;
    const begun = performance.now();
    const until = begun + milliseconds;
    await Promise.all(
      this.writers.map(async (writer) => {
        while (performance.now() < until) await this.next(writer);
      }),
    );
    return (this.appended - before) / ((performance.now() - begun) / 1_000);
  }

  private async next(writer: Writer): Promise<void> {
    if (writer.held === A_STREAM) Object.assign(writer, { stream: `${writer.category}-${randomUUID()}`, held: 0 });
    const answer = await this.peer.append({ stream: writer.stream, expected: writer.held, payloads: [payload(this.appended)] });
    if (answer !== 'appended') throw new Error(`${writer.stream}: ${answer} where nobody else writes`);
    writer.held += 1;
    this.appended += 1;
  }
}

import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, RecordedEvent, StreamName } from '../../../libs/event-store/index.js';
import { EventId } from '../../../libs/kernel/index.js';

/** A turn: so many writers for so long. */
export interface Turn {
  readonly writers: number;
  readonly milliseconds: number;
  /** Of each writer between two appends, in milliseconds. */
  readonly pause?: number;
}

/** What came of a turn, and the processor time that the writers' process took for it, in microseconds. */
export interface Written {
  readonly events: number;
  readonly cpu: number;
}

const BODY = randomBytes(300);
const NOTHING = new Uint8Array(0);

/** A body that tells when it was made. */
function stamped(): Buffer {
  const body = Buffer.from(BODY);
  body.writeDoubleBE(performance.timeOrigin + performance.now());
  return body;
}

/** When an event of these writers was made, in milliseconds since 1970. */
export const stampOf = ({ data }: RecordedEvent): number => new DataView(data.buffer, data.byteOffset).getFloat64(0);

/** Writers that each append one event of 300 bytes after another to a stream of their own, expecting what they wrote last. Rejects where one is not told so. */
export async function write(store: EventStore, { writers, milliseconds, pause }: Turn): Promise<Written> {
  const cpu = process.cpuUsage();
  const until = performance.now() + milliseconds;
  const written = await Promise.all(Array.from({ length: writers }, () => writeUntil(store, until, pause)));
  const { user, system } = process.cpuUsage(cpu);
  return { events: written.reduce((sum, each) => sum + each, 0), cpu: user + system };
}

async function writeUntil(store: EventStore, until: number, pause = 0): Promise<number> {
  const stream: StreamName = `bench-${randomBytes(16).toString('hex')}`;
  let next = 0n;
  for (; performance.now() < until; next += 1n) {
    const event = { id: EventId(randomUUID()), type: 'SomethingHappened', data: stamped(), metadata: NOTHING };
    const verdict = await store.append({ stream, expected: next === 0n ? 'no-stream' : { at: next - 1n }, events: [event] });
    if (pause > 0) await sleep(pause * 2 * Math.random());
    if (verdict.kind !== 'appended' || verdict.revision !== next) throw new Error(`a writer was told ${verdict.kind}`);
  }
  return Number(next);
}

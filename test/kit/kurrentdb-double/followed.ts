import { randomUUID } from 'node:crypto';
import type { RecordedEvent } from '../../../libs/event-store/index.js';
import { Follower } from '../../../libs/event-store-kurrentdb/follower.js';
import { Reader } from '../../../libs/event-store-kurrentdb/reader.js';
import { Unwired } from './unwired.js';

/** Until whatever was said is heard. */
export async function aRound(): Promise<void> {
  for (let times = 0; times < 5; times += 1) await new Promise((resolve) => setImmediate(resolve));
}

/** Whoever follows after a place, what they have seen, and a log that others write to. */
export function followed(after = 0n, server = new Unwired()) {
  const [ending, pages] = [new AbortController(), [] as bigint[][]];
  const seen = (): readonly bigint[] => pages.flat();
  const follow = async (events: AsyncIterable<readonly RecordedEvent[]>): Promise<string> => {
    for await (const page of events) pages.push(page.map(({ position }) => position));
    return 'ended';
  };
  const follower = new Follower({ connection: server, reader: new Reader(server, 5_000), milliseconds: 700 }, after);
  const end = follow(follower.pages(ending.signal)).catch((error: unknown) => String(error));
  const calls = (): readonly string[] => server.asked.splice(0).map(({ call }) => call);
  /** Its subscription of now. */
  const subscription = () => {
    const last = server.subscriptions.at(-1);
    if (last === undefined) throw new Error('nobody has subscribed');
    return last;
  };
  /** Fails, and another one is begun after a moment. */
  const fail = async (): Promise<void> => {
    const before = server.subscriptions.length;
    subscription().destroy(new Error('cut'));
    while (server.subscriptions.length === before) await aRound();
    await aRound();
  };
  return { server, ending, pages, seen, end, calls, subscription, fail };
}

/** So many events of ours, written by somebody, and where. */
export function written(server: Unwired, count: number): readonly bigint[] {
  server.log.append('a-1', 'any', Array.from({ length: count }, () => ({ id: randomUUID(), type: 'Fact', contentType: '', data: new Uint8Array(), metadata: Buffer.from(randomUUID().replaceAll('-', ''), 'hex') })));
  return server.log.lines.filter(({ stream }) => stream === 'a-1').map(({ position }) => position).slice(-count);
}

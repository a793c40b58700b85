import { setTimeout as sleep } from 'node:timers/promises';
import type { Append, EventStore, RecordedEvent, Verdict } from '../../../../libs/event-store/index.js';

/** How often what failed is asked again, and how long in between, in milliseconds. */
const [TRIES, PAUSE] = [120, 500];

/** The most bytes that one append is given. */
const TOGETHER = 4 * 1_048_576;

/** From where to where, and from which position on. */
export interface Copying {
  readonly source: EventStore;
  readonly target: EventStore;
  readonly after: bigint;
  readonly show: (at: { readonly position: bigint; readonly target: bigint }) => void;
}

/**
 * Copies what the source has, one append after another: side by side they would take an order of their own. What follows one another in one stream goes together.
 * Answers how many events; rejects where the target has something else at a place, or does not take them for a minute.
 */
export async function copyEvents({ source, target, after, show }: Copying): Promise<number> {
  const head = await source.head();
  let copied = 0;
  for await (const page of source.readThrough(after, head)) {
    for (const run of runsOf(page)) {
      await put(target, run);
      copied += run.length;
      show({ position: run.at(-1)?.position ?? head, target: head });
    }
  }
  return copied;
}

/** Events that follow one another in the log and in one stream. */
function runsOf(page: readonly RecordedEvent[]): readonly (readonly RecordedEvent[])[] {
  const runs: RecordedEvent[][] = [];
  let bytes = 0;
  for (const event of page) {
    const last = runs.at(-1);
    bytes += event.data.byteLength + event.metadata.byteLength;
    if (last !== undefined && last[0]?.stream === event.stream && bytes <= TOGETHER) last.push(event);
    else {
      runs.push([event]);
      bytes = event.data.byteLength + event.metadata.byteLength;
    }
  }
  return runs;
}

async function put(target: EventStore, events: readonly RecordedEvent[]): Promise<void> {
  const [first] = events;
  if (first === undefined) return;
  const append: Append = { stream: first.stream, expected: first.revision === 0n ? 'no-stream' : { at: first.revision - 1n }, events };
  let verdict: Verdict = await target.append(append);
  for (let tried = 1; tried < TRIES && isOpen(verdict); tried += 1) {
    await sleep(PAUSE);
    verdict = await target.append(append);
  }
  if (verdict.kind !== 'appended') throw new Error(`the KurrentDB did not take revision ${first.revision} of a stream: ${verdict.kind}. Asked again, the copy goes on where it was`);
}

const isOpen = ({ kind }: Verdict): boolean => kind === 'unknown' || kind === 'unavailable';

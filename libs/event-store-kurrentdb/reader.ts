import type { ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { admitPlaces, admitRange, type ReadRange, type RecordedEvent, StoreUnavailable } from '../event-store/index.js';
import type { Answer } from './answer.js';
import type { Connection } from './connection.js';
import { type CallFailed, failureOf, isNoPlace } from './failure.js';
import { logRead, placeRead, streamRead } from './requests.js';
import { MAX_WAITING, WINDOW } from './settings.js';
import { Window } from './window.js';
import { holdsEvent, placeIn, recorded } from './wire.js';

/** How many events are asked for to find the newest of ours: seldom more than one. */
const NEWEST = [1, 100, 10_000];

/** How long this answer is waited for (else as long as any other), and which failure of the call says that there is nothing to read. */
interface Asking {
  readonly milliseconds?: number;
  readonly isNothing?: (failed: CallFailed) => boolean;
}

/** Reads, so many at once. Each is a call of its own, with its own deadline from when it was asked for, answered by the leader. */
export class Reader {
  readonly #window = new Window(WINDOW, MAX_WAITING);

  constructor(
    private readonly connection: Pick<Connection, 'read'>,
    private readonly milliseconds: number,
  ) {}

  /** Parts of streams, in the order asked. `milliseconds`: whoever asks in the course of something has so many left. Throws for what only a bug can ask. */
  async readMany(ranges: readonly ReadRange[], milliseconds = this.milliseconds): Promise<readonly (readonly RecordedEvent[])[]> {
    ranges.forEach(admitRange);
    return Promise.all(ranges.map((range) => this.#range(range, milliseconds)));
  }

  /** A page of the log. */
  async readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    const events: RecordedEvent[] = [];
    for (let from: bigint | 'start' = after === 0n ? 'start' : after; events.length < limit; ) {
      // A read begins with the event at its place.
      const asked = limit - events.length + 1;
      const answers = await this.#answers(logRead(from, asked));
      const seen = events.at(-1)?.position ?? after;
      events.push(...ours(answers).filter(({ position }) => position > seen));
      const [last] = answers.slice(-1);
      if (last === undefined || answers.length < asked) break;
      from = placeIn(last);
    }
    return events.slice(0, limit);
  }

  /** The events at these positions. Throws for what only a bug can ask. */
  async readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
    admitPlaces(positions);
    const places = [...new Set(positions)].toSorted((one, other) => (one < other ? -1 : 1));
    return (await Promise.all(places.map((place) => this.#at(place)))).flat();
  }

  /** Position of the newest event. */
  async head(): Promise<bigint> {
    for (const asked of NEWEST) {
      const answers = await this.#answers(logRead('end', asked));
      const [newest] = ours(answers);
      if (newest !== undefined || answers.length < asked) return newest?.position ?? 0n;
    }
    throw new StoreUnavailable();
  }

  async #range({ stream, from, direction, limit }: ReadRange, milliseconds: number): Promise<readonly RecordedEvent[]> {
    if (limit === 0) return [];
    const backward = direction === 'backward';
    const events = ours(await this.#answers(streamRead({ stream, from: from ?? (backward ? 'end' : 'start'), backward, limit }), { milliseconds }));
    mustBeWhole(events, backward ? undefined : (from ?? 0n));
    if (backward) mustHaveBegun(events, limit);
    return events;
  }

  async #at(place: bigint): Promise<readonly RecordedEvent[]> {
    if (place === 0n) return [];
    return ours(await this.#answers(placeRead(place), { isNothing: isNoPlace })).filter(({ position }) => position === place);
  }

  async #answers(request: ReadReq, { milliseconds = this.milliseconds, isNothing }: Asking = {}): Promise<readonly Answer[]> {
    return this.#window.within(milliseconds, async (left) => {
      try {
        return (await this.connection.read(request, left)).filter(holdsEvent);
      } catch (error) {
        const failed = failureOf(error);
        if (isNothing?.(failed) === true) return [];
        throw new StoreUnavailable({ cause: failed });
      }
    });
  }
}

const ours = (answers: readonly Answer[]): readonly RecordedEvent[] => answers.map(recorded).filter((event) => event !== undefined);

/** Somebody who may write a stream's metadata can make its beginning disappear. A decision on the rest would be one on another history. */
function mustBeWhole(events: readonly RecordedEvent[], from: bigint | undefined): void {
  const [first] = events;
  if (first === undefined) return;
  const step = from === undefined ? -1n : 1n;
  const begin = from ?? first.revision;
  const gap = events.find(({ revision }, index) => revision !== begin + step * BigInt(index));
  if (gap !== undefined) throw new Error(`a stream was cut: it has no revision before ${gap.revision}`);
}

/** Back from its end, whoever gets fewer than asked has come to the beginning. */
function mustHaveBegun(events: readonly RecordedEvent[], limit = Infinity): void {
  if (events.length < limit) mustBeWhole(events.slice(-1), 0n);
}

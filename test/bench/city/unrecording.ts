import { type Append, EventStore, type ReadRange, type RecordedEvent, type Verdict } from '../../../libs/event-store/index.js';

/** A store that acknowledges views and refusals without writing them: what is left of a view when nobody keeps its promise. For comparing, here only. */
export class Unrecording extends EventStore {
  constructor(private readonly store: EventStore) {
    super();
  }

  override async appendAll(appends: readonly Append[]): Promise<readonly Verdict[]> {
    return appends.every(isLook) ? appends.map(acknowledged) : this.store.appendAll(appends);
  }

  override readMany(ranges: readonly ReadRange[]): Promise<readonly (readonly RecordedEvent[])[]> {
    return this.store.readMany(ranges);
  }

  override isGapless(): boolean {
    return this.store.isGapless();
  }

  override readAll(after: bigint, limit: number): Promise<readonly RecordedEvent[]> {
    return this.store.readAll(after, limit);
  }

  override readAt(positions: readonly bigint[]): Promise<readonly RecordedEvent[]> {
    return this.store.readAt(positions);
  }

  override head(): Promise<bigint> {
    return this.store.head();
  }

  override follow(after: bigint, signal: AbortSignal): AsyncIterable<readonly RecordedEvent[]> {
    return this.store.follow(after, signal);
  }

  override close(): Promise<void> {
    return this.store.close();
  }
}

const isLook = ({ events }: Append): boolean => events.every(({ type }) => type === 'ViewDisclosed' || type === 'ViewRefused');

const acknowledged = ({ expected, events }: Append): Verdict => {
  const before = typeof expected === 'object' ? expected.at : -1n;
  return { kind: 'appended', revision: before + BigInt(events.length), position: 1n, repeated: false };
};

import { readVersion } from '../application/ledger/metadata.js';
import { type AnyEvent, CODECS } from '../domain/catalogue.js';
import type { ClearOf, DomainEvent, EventCodec } from '../domain/codec/index.js';
import type { RecordedEvent } from '../event-store/index.js';
import type { Copy } from './entities.js';

/** The types of event. */
export type EventType = AnyEvent['type'];

/** What an event of one type holds. */
export type DataOf<T extends EventType> = Extract<AnyEvent, { type: T }>['data'];

/** What of it stands in clear. */
export type ClearDataOf<T extends EventType> = ClearOf<DataOf<T>>;

/** The read models cannot go on from here: nothing after this position is projected until somebody looks, and readers see the lag. */
export class ProjectionStopped extends Error {
  constructor(
    readonly position: bigint,
    readonly type: string,
    options?: ErrorOptions,
  ) {
    super(`read models stop before position ${position} (${type})`, options);
    this.name = 'ProjectionStopped';
  }
}

type AnyCodec = EventCodec<DomainEvent>;
type Reading = Pick<AnyCodec, 'types' | 'decode' | 'peek'>;

// A view has one shape in either of its streams.
const CODEC_OF = new Map<string, Reading>(Object.values(CODECS).flatMap((codec: Reading) => codec.types.map((type) => [type, codec] as const)));

/** An event with its clear fields read and its sealed ones shut, and the copy of it that a row can refer to. */
export interface ClearEvent {
  readonly event: DomainEvent;
  readonly copy: Copy;
}

/** Reads what stands in clear: there is no key here. Throws `ProjectionStopped` for whatever this program cannot read. */
export function readClear(recorded: RecordedEvent): ClearEvent {
  const { type, position } = recorded;
  try {
    const copy = copyOf(recorded, readVersion(recorded.metadata));
    return { event: codecOf(type).decode(copy), copy };
  } catch (cause) {
    throw new ProjectionStopped(position, type, { cause });
  }
}

/**
 * The same of an event that was read so before: a field is read when a projection asks for it, and what is sealed is not looked at. So is a field that cannot be read: then `data` throws `Unreadable`.
 */
export function readClearAgain(recorded: RecordedEvent): ClearEvent {
  const { type, position } = recorded;
  try {
    const copy = copyOf(recorded, readVersion(recorded.metadata));
    return { event: { type, data: codecOf(type).peek(copy) }, copy };
  } catch (cause) {
    throw new ProjectionStopped(position, type, { cause });
  }
}

function codecOf(type: string): Reading {
  const codec = CODEC_OF.get(type);
  if (codec === undefined) throw new Error('no event of ours');
  return codec;
}

const copyOf = ({ position, id, type, data }: RecordedEvent, version: number): Copy => ({
  position: position.toString(),
  id,
  type,
  version,
  data: Buffer.isBuffer(data) ? data : Buffer.from(data.buffer, data.byteOffset, data.byteLength),
});

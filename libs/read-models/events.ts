import { readMetadata } from '../application/ledger/metadata.js';
import { type AnyEvent, CODECS } from '../domain/catalogue.js';
import type { DomainEvent, EventCodec } from '../domain/codec/index.js';
import type { RecordedEvent } from '../event-store/index.js';
import type { Copy } from './entities.js';

/** The types of event. */
export type EventType = AnyEvent['type'];

/** What an event of one type holds. */
export type DataOf<T extends EventType> = Extract<AnyEvent, { type: T }>['data'];

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
const decoderOf = ({ types, decode }: Pick<AnyCodec, 'types' | 'decode'>) => types.map((type) => [type, decode] as const);

// A view has one shape in either of its streams.
const DECODERS = new Map<string, AnyCodec['decode']>(Object.values(CODECS).flatMap(decoderOf));

/** An event with its clear fields read and its sealed ones shut, and the copy of it that a row can refer to. */
export interface ClearEvent {
  readonly event: DomainEvent;
  readonly copy: Copy;
}

/** Reads what stands in clear: there is no key here. Throws `ProjectionStopped` for whatever this program cannot read. */
export function readClear(recorded: RecordedEvent): ClearEvent {
  const { id, type, data, position } = recorded;
  try {
    const decode = DECODERS.get(type);
    if (decode === undefined) throw new Error('no event of ours');
    const version = readMetadata(recorded.metadata).v;
    return { event: decode({ id, type, version, data }), copy: { position: position.toString(), id, type, version, data: Buffer.from(data) } };
  } catch (cause) {
    throw new ProjectionStopped(position, type, { cause });
  }
}

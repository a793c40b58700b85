import { randomUUID } from 'node:crypto';
import { readMetadata, writeMetadata } from '../../libs/application/ledger/metadata.js';
import type { SealedEvent } from '../../libs/application/ports/index.js';
import { type AnyEvent, CODECS } from '../../libs/domain/catalogue.js';
import type { DomainEvent, EventCodec, Seal } from '../../libs/domain/codec/index.js';
import type { NewEvent, RecordedEvent, StreamName } from '../../libs/event-store/index.js';
import { EventId } from '../../libs/kernel/index.js';

type AnyCodec = EventCodec<DomainEvent>;
const encoderOf = ({ types, encode }: Pick<AnyCodec, 'types' | 'encode'>) => types.map((type) => [type, encode] as const);

const ENCODERS = new Map<string, AnyCodec['encode']>(Object.values(CODECS).flatMap(encoderOf));

/** A seal that anybody opens: base64url. */
const noSecret: Seal = (_ref, _field, plain) => Buffer.from(plain).toString('base64url');

/** An event as the ledger would append it, under a seal that anybody opens. */
export function newEvent(event: AnyEvent): NewEvent {
  const encode = ENCODERS.get(event.type);
  if (encode === undefined) throw new Error(`no codec for ${event.type}`);
  const { version, data } = encode(event, noSecret);
  return { id: EventId(randomUUID()), type: event.type, data, metadata: writeMetadata(version, undefined, undefined) };
}

/** A log of just these events, positions from `first` (default 1). The stream is of no matter to a projection. */
export const recorded = (events: readonly AnyEvent[], first = 1n): readonly RecordedEvent[] =>
  events.map((event, index) => ({ ...newEvent(event), stream: 'any-stream' satisfies StreamName, revision: BigInt(index), position: first + BigInt(index) }));

/** A stored event as read models hold a copy of it. */
export const copied = ({ id, type, data, metadata, position }: RecordedEvent): SealedEvent => ({ id, type, version: readMetadata(metadata).v, data, position });

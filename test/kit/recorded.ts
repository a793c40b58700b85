import { randomUUID } from 'node:crypto';
import { readMetadata, writeMetadata } from '../../libs/application/ledger/metadata.js';
import type { SealedEvent } from '../../libs/application/ports/index.js';
import { auditCodec, refusalCodec } from '../../libs/domain/access/codec.js';
import { accountCodec, citizenCodec, identityCodec } from '../../libs/domain/citizen/codec.js';
import type { DomainEvent, EventCodec, Seal } from '../../libs/domain/codec/index.js';
import { consentCodec } from '../../libs/domain/consent/codec.js';
import { claimCodec, guardianshipCodec } from '../../libs/domain/guardianship/codec.js';
import { sampleCodec, samplingCodeCodec } from '../../libs/domain/sample/codec.js';
import { staffCodec } from '../../libs/domain/staff/codec.js';
import type { NewEvent, RecordedEvent, StreamName } from '../../libs/event-store/index.js';
import type { AnyEvent } from '../../libs/read-models/events.js';
import { EventId } from '../../libs/kernel/index.js';

type Encode = EventCodec<DomainEvent>['encode'];
const encoderOf = <E extends DomainEvent>(codec: EventCodec<E>) => codec.types.map((type): [string, Encode] => [type, (event, seal) => codec.encode(event as E, seal)]);

const ENCODERS = new Map<string, Encode>([
  ...encoderOf(accountCodec),
  ...encoderOf(identityCodec),
  ...encoderOf(citizenCodec),
  ...encoderOf(samplingCodeCodec),
  ...encoderOf(sampleCodec),
  ...encoderOf(consentCodec),
  ...encoderOf(claimCodec),
  ...encoderOf(guardianshipCodec),
  ...encoderOf(staffCodec),
  ...encoderOf(refusalCodec),
  ...encoderOf(auditCodec),
]);

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

import type { ReadResp as Answer } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { RecordedEvent, StreamName } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';

/** Bytes of our id, before the metadata. */
export const ID = 16;

/** A stream's name as the server takes it. */
export function named(stream: StreamName): shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Uint8Array.from(Buffer.from(stream)));
  return identifier;
}

type Stored = Answer.ReadEvent.RecordedEvent;

/** Whether an answer holds an event; some say how far the server is. */
export const holdsEvent = (answer: Answer): boolean => answer.getEvent()?.getEvent() !== undefined;

/** Where in the log an answer's event is. */
export const placeIn = (answer: Answer): bigint => BigInt(answer.getEvent()?.getEvent()?.getCommitPosition() ?? '0');

/**
 * An event as it was appended; undefined for an answer that holds none, or one that belongs to the server although its type does not say so (whoever sets rights
 * writes such a one). Throws for one that somebody else wrote into a stream like ours.
 */
export function recorded(answer: Answer): RecordedEvent | undefined {
  const event = answer.getEvent()?.getEvent();
  if (event === undefined) return undefined;
  const all = Buffer.from(event.getCustomMetadata_asU8());
  const type = event.getMetadataMap().get('type');
  const stream = nameOf(event);
  if (all.length < ID && stream.startsWith('$')) return undefined;
  if (all.length < ID || type === undefined || !isStream(stream)) throw new Error(`the log has an event that is not ours at position ${event.getCommitPosition()}`);
  return {
    id: idIn(all),
    type,
    data: Buffer.from(event.getData_asU8()),
    metadata: all.subarray(ID),
    stream,
    revision: BigInt(event.getStreamRevision()),
    position: BigInt(event.getCommitPosition()),
  };
}

const nameOf = (event: Stored): string => Buffer.from(event.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();

const isStream = (name: string): name is StreamName => name.includes('-');

function idIn(bytes: Buffer): EventId {
  const hex = bytes.toString('hex', 0, ID);
  return EventId(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`);
}

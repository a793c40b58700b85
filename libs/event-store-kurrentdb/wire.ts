import shared from '@eventstore/db-client/generated/shared_pb.js';
import type { RecordedEvent, StreamName } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import type { Answer } from './answer.js';

/** Bytes of our id, before the metadata. */
export const ID = 16;

/** A stream's name as the server takes it. */
export function named(stream: StreamName): shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Uint8Array.from(Buffer.from(stream)));
  return identifier;
}

/** Whether an answer holds an event; some say how far the server is. */
export const holdsEvent = ({ event }: Answer): boolean => event !== undefined;

/** Where in the log an answer's event is. */
export const placeIn = ({ event }: Answer): bigint => event?.position ?? 0n;

/**
 * An event as it was appended; undefined for an answer that holds none, or one that belongs to the server although its type does not say so (whoever sets rights
 * writes such a one). Throws for one that somebody else wrote into a stream like ours.
 */
export function recorded({ event }: Answer): RecordedEvent | undefined {
  if (event === undefined) return undefined;
  const { custom, type, stream, data, revision, position } = event;
  if (custom.length < ID && stream.startsWith('$')) return undefined;
  if (custom.length < ID || type === undefined || !isStream(stream)) throw new Error(`the log has an event that is not ours at position ${position}`);
  return { id: idIn(custom), type, data, metadata: custom.subarray(ID), stream, revision, position };
}

const isStream = (name: string): name is StreamName => name.includes('-');

function idIn(bytes: Buffer): EventId {
  const hex = bytes.toString('hex', 0, ID);
  return EventId(`${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`);
}

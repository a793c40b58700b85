import { randomUUID } from 'node:crypto';
import type { ReadResp as Answer } from '@eventstore/db-client/generated/streams_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { NewEvent, RecordedEvent, StreamName } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';

/** Bytes of our id, before the metadata. */
const ID = 16;

/**
 * An event as the server takes it. Its id there is of this attempt alone: the server would answer a second attempt as it answered the first, and nobody could tell who
 * wrote it. Ours stands before the metadata, and what stands in the stream is compared by it.
 */
export function proposed({ id, type, data, metadata }: NewEvent): streams.AppendReq {
  const message = new streams.AppendReq.ProposedMessage();
  const attempt = new shared.UUID();
  attempt.setString(randomUUID());
  message.setId(attempt);
  message.getMetadataMap().set('type', type).set('content-type', 'application/octet-stream');
  message.setData(data);
  message.setCustomMetadata(Buffer.concat([Buffer.from(id.replaceAll('-', ''), 'hex'), metadata]));
  const request = new streams.AppendReq();
  request.setProposedMessage(message);
  return request;
}

/** What an append begins with: its stream, and the revision that it expects. */
export function expecting(stream: StreamName, before: bigint | 'no-stream'): streams.AppendReq {
  const options = new streams.AppendReq.Options();
  options.setStreamIdentifier(named(stream));
  if (before === 'no-stream') options.setNoStream(new shared.Empty());
  else options.setRevision(String(before));
  const request = new streams.AppendReq();
  request.setOptions(options);
  return request;
}

/** A stream's name as the server takes it. */
export function named(stream: StreamName): shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Uint8Array.from(Buffer.from(stream)));
  return identifier;
}

type Stored = streams.ReadResp.ReadEvent.RecordedEvent;

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

const idIn = (bytes: Buffer): EventId => EventId(bytes.toString('hex', 0, ID).replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'));

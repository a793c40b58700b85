import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import type { Expected, Line, Outcome, Proposed } from './log.js';

const { Success, WrongExpectedVersion, Position } = streams.AppendResp;

/** The stream and the expectation that an append begins with. */
export function readOptions(request: streams.AppendReq): { readonly stream: string; readonly expected: Expected } {
  const options = request.getOptions();
  if (options === undefined) throw new Error('an append begins with its options');
  const stream = Buffer.from(options.getStreamIdentifier()?.getStreamName_asU8() ?? []).toString();
  if (options.hasAny()) return { stream, expected: 'any' };
  if (options.hasStreamExists()) return { stream, expected: 'exists' };
  return { stream, expected: options.hasNoStream() ? 'no-stream' : BigInt(options.getRevision()) };
}

/** An event that is proposed. */
export function readProposed(request: streams.AppendReq): Proposed {
  const message = request.getProposedMessage();
  if (message === undefined) throw new Error('options come once');
  const map = message.getMetadataMap();
  return { id: message.getId()?.getString() ?? '', type: map.get('type') ?? '', contentType: map.get('content-type') ?? '', data: message.getData_asU8(), metadata: message.getCustomMetadata_asU8() };
}

export function outcomeAnswer(outcome: Outcome): streams.AppendResp {
  const answer = new streams.AppendResp();
  if (outcome.kind === 'done') {
    const [success, position] = [new Success(), new Position()];
    position.setCommitPosition(String(outcome.position));
    position.setPreparePosition(String(outcome.position));
    success.setCurrentRevision(String(outcome.revision));
    success.setPosition(position);
    answer.setSuccess(success);
    return answer;
  }
  const wrong = new WrongExpectedVersion();
  if (outcome.current === undefined) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(outcome.current));
  answer.setWrongExpectedVersion(wrong);
  return answer;
}

export function eventAnswer(line: Line): streams.ReadResp {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent();
  const id = new shared.UUID();
  id.setString(line.id);
  event.setId(id);
  event.setStreamIdentifier(identifier(line.stream));
  event.setStreamRevision(String(line.revision));
  event.setCommitPosition(String(line.position));
  event.setPreparePosition(String(line.position));
  event.getMetadataMap().set('type', line.type).set('content-type', line.contentType).set('created', '0');
  event.setData(line.data);
  event.setCustomMetadata(line.metadata);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(event);
  read.setCommitPosition(String(line.position));
  const answer = new streams.ReadResp();
  answer.setEvent(read);
  return answer;
}

export function notFound(stream: string): streams.ReadResp {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifier(stream));
  const answer = new streams.ReadResp();
  answer.setStreamNotFound(missing);
  return answer;
}

/** What a subscription begins with. */
export function confirmation(): streams.ReadResp {
  const answer = new streams.ReadResp();
  answer.setConfirmation(new streams.ReadResp.SubscriptionConfirmation());
  return answer;
}

function identifier(stream: string): shared.StreamIdentifier {
  const name = new shared.StreamIdentifier();
  name.setStreamName(Uint8Array.from(Buffer.from(stream)));
  return name;
}

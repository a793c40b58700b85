import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { answerIn } from './answer.js';

const { ReadResp } = streams;

function stream(name: string): shared.StreamIdentifier {
  const identifier = new shared.StreamIdentifier();
  identifier.setStreamName(Buffer.from(name).toString('base64'));
  return identifier;
}

/** An answer as a server sends it, with a link and places of its own, which nobody asks for. */
function sent({ data, custom, revision, position }: { readonly data: Buffer; readonly custom: Buffer; readonly revision: bigint; readonly position: bigint }): Buffer {
  const [answer, read, event, link, id] = [new ReadResp(), new ReadResp.ReadEvent(), new ReadResp.ReadEvent.RecordedEvent(), new ReadResp.ReadEvent.RecordedEvent(), new shared.UUID()];
  id.setString('00112233-4455-4677-8899-aabbccddeeff');
  event.setId(id);
  event.setStreamIdentifier(stream('a-1'));
  event.setStreamRevision(String(revision));
  event.setPreparePosition('7');
  event.setCommitPosition(String(position));
  event.getMetadataMap().set('created', '17000').set('type', 'SomethingHappened').set('content-type', 'application/octet-stream');
  event.setCustomMetadata(custom.toString('base64'));
  event.setData(data.toString('base64'));
  link.setStreamIdentifier(stream('a-link'));
  read.setEvent(event);
  read.setLink(link);
  read.setCommitPosition('9');
  answer.setEvent(read);
  return Buffer.from(answer.serializeBinary());
}

describe('An answer of KurrentDB, written by the client’s own code,', () => {
  const large = [0n, 1n, 127n, 128n, 2n ** 31n, 2n ** 53n - 1n, 2n ** 53n + 1n, 2n ** 63n - 1n];

  it.each([[0, 0], [1, 1], [127, 128], [16_384, 300], [1_048_576, 0], [0, 1_048_576]])('is read as it is: %i bytes of data, %i beside', (length, more) => {
    const [data, custom] = [randomBytes(length), randomBytes(more)];
    for (const [index, revision] of large.entries()) {
      const position = large[large.length - 1 - index] ?? 0n;
      const { event } = answerIn(sent({ data, custom, revision, position }));
      expect(event).toMatchObject({ stream: 'a-1', type: 'SomethingHappened', revision, position });
      expect(event?.data.equals(data)).toBe(true);
      expect(event?.custom.equals(custom)).toBe(true);
    }
  });

  it('that is no event is none', () => {
    const [confirmed, nowhere, first, checkpoint] = [new ReadResp(), new ReadResp(), new ReadResp(), new ReadResp()];
    confirmed.setConfirmation(new ReadResp.SubscriptionConfirmation());
    const missing = new ReadResp.StreamNotFound();
    missing.setStreamIdentifier(stream('a-1'));
    nowhere.setStreamNotFound(missing);
    first.setFirstStreamPosition('7');
    const reached = new ReadResp.Checkpoint();
    reached.setCommitPosition(String(2n ** 60n));
    checkpoint.setCheckpoint(reached);
    for (const answer of [confirmed, nowhere, first, checkpoint]) expect(answerIn(Buffer.from(answer.serializeBinary()))).toEqual({ event: undefined });
  });

  it('that has fields of every kind that nobody knows is read all the same', () => {
    const unknown = Buffer.from([0x78, 0x05, 0x79, 1, 2, 3, 4, 5, 6, 7, 8, 0x7a, 2, 1, 1, 0x7d, 1, 2, 3, 4]);
    const event = sent({ data: Buffer.from('d'), custom: Buffer.from('c'), revision: 1n, position: 2n });
    expect(answerIn(Buffer.concat([unknown, event, unknown])).event).toMatchObject({ revision: 1n, position: 2n });
  });

  it('that ends too soon, or has a field of no kind, is none', () => {
    const event = sent({ data: Buffer.from('data'), custom: Buffer.from('c'), revision: 300n, position: 2n ** 62n });
    for (let end = 1; end < event.length; end += 1) expect(() => answerIn(event.subarray(0, end))).toThrow(new RangeError('a message ends too soon'));
    expect(() => answerIn(Buffer.from([0x7b]))).toThrow('a field of kind 3');
  });
});

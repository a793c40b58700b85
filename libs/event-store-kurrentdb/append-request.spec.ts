import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { EventId } from '../kernel/index.js';
import { expecting, proposed } from './append-request.js';

const { AppendReq } = streams;
const { NO_STREAM, REVISION } = AppendReq.Options.ExpectedStreamRevisionCase;
const ID = EventId('00112233-4455-4677-8899-aabbccddeeff');
const LONGEST = 'x'.repeat(100);

/** A part of a message that is there. */
function there<T>(part: T | undefined): T {
  if (part === undefined) throw new Error('it is not there');
  return part;
}

function optionsIn(bytes: Buffer) {
  const options = there(AppendReq.deserializeBinary(bytes).getOptions());
  const name = there(options.getStreamIdentifier()).getStreamName_asU8();
  return [Buffer.from(name).toString(), options.getExpectedStreamRevisionCase(), options.getRevision()];
}

function eventIn(bytes: Buffer) {
  const event = there(AppendReq.deserializeBinary(bytes).getProposedMessage());
  const [data, custom] = [event.getData_asU8(), event.getCustomMetadata_asU8()].map((some) => Buffer.from(some).toString('base64'));
  return { id: there(event.getId()).getString(), about: Object.fromEntries(event.getMetadataMap().toObject()), data, custom };
}

describe('What an append sends, read by the client’s own code,', () => {
  it.each(['a-1', `a-${'x'.repeat(98)}`] as const)('names the stream %s and what is expected of it', (stream) => {
    expect(optionsIn(expecting(stream, 'no-stream'))).toEqual([stream, NO_STREAM, '0']);
    for (const before of [0n, 1n, 127n, 128n, 16_383n, 16_384n, 2n ** 32n, 2n ** 63n - 1n]) expect(optionsIn(expecting(stream, before))).toEqual([stream, REVISION, String(before)]);
  });

  it.each([[0, 0], [1, 0], [0, 1], [111, 112], [127, 128], [16_367, 16_383], [16_384, 16_384], [1_048_576, 0], [0, 1_048_576]])('holds an event with %i bytes of data and %i of metadata', (length, more) => {
    const [data, metadata] = [randomBytes(length), randomBytes(more)];
    for (const type of ['A', LONGEST]) {
      expect(eventIn(proposed({ id: ID, type, data, metadata }))).toEqual({
        id: expect.stringMatching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/),
        about: { type, 'content-type': 'application/octet-stream' },
        data: data.toString('base64'),
        custom: Buffer.concat([Buffer.from(ID.replaceAll('-', ''), 'hex'), metadata]).toString('base64'),
      });
    }
  });

  it('has an id for each attempt', () => {
    const event = { id: ID, type: 'A', data: new Uint8Array(0), metadata: new Uint8Array(0) };
    expect(eventIn(proposed(event)).id).not.toBe(eventIn(proposed(event)).id);
  });
});

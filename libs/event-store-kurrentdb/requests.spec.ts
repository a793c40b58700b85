import { describe, expect, it } from '@jest/globals';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { logRead, placeRead, streamRead, subscription } from './requests.js';

const { ReadReq } = streams;
const { FORWARDS, BACKWARDS } = ReadReq.Options.ReadDirection;
const PAST_DOUBLES = 2n ** 53n + 1n;

/** What a server reads, by the client's own code. */
function sent(request: streams.ReadReq): object {
  return ReadReq.deserializeBinary(request.serializeBinary()).toObject().options ?? {};
}

const EMPTY = {};
const NOTHING = { stream: undefined, all: undefined, count: '0', subscription: undefined, filter: undefined, noFilter: undefined, readDirection: FORWARDS, resolveLinks: false, uuidOption: { structured: undefined, string: EMPTY } };
const OURS = expect.objectContaining({ eventType: { regex: '^[A-Za-z]', prefixList: [] }, streamIdentifier: undefined, max: 1_000, checkpointintervalmultiplier: 1 });
const NAME = { streamName: Buffer.from('a-1').toString('base64') };
const START = { position: undefined, start: EMPTY, end: undefined };
const END = { position: undefined, start: undefined, end: EMPTY };
const at = (place: bigint): object => ({ position: { commitPosition: String(place), preparePosition: String(place) }, start: undefined, end: undefined });

describe('What is asked of a stream', () => {
  const part = { stream: 'a-1', backward: false } as const;

  it.each([
    ['start', { revision: '0', start: EMPTY, end: undefined }],
    ['end', { revision: '0', start: undefined, end: EMPTY }],
    [0n, { revision: '0', start: undefined, end: undefined }],
    [PAST_DOUBLES, { revision: String(PAST_DOUBLES), start: undefined, end: undefined }],
  ] as const)('is asked from its place on: %p', (from, where) =>
    expect(sent(streamRead({ ...part, from, limit: 7 }))).toEqual({ ...NOTHING, stream: { streamIdentifier: NAME, ...where }, count: '7', noFilter: EMPTY }),
  );

  it('is asked backward where that is asked, and without a limit as much as there can be', () =>
    expect(sent(streamRead({ ...part, backward: true, from: 'end' }))).toMatchObject({ readDirection: BACKWARDS, count: String(Number.MAX_SAFE_INTEGER) }));
});

describe('What is asked of the log', () => {
  it.each([
    ['start', START, FORWARDS],
    ['end', END, BACKWARDS],
    [PAST_DOUBLES, at(PAST_DOUBLES), FORWARDS],
  ] as const)('is so much of what is ours: from %p', (from, all, readDirection) =>
    expect(sent(logRead(from, 9))).toEqual({ ...NOTHING, all, count: '9', readDirection, filter: OURS }));

  it('is what stands at a place, whosever it is', () => expect(sent(placeRead(77n))).toEqual({ ...NOTHING, all: at(77n), count: '1', noFilter: EMPTY }));

  it('is what is ours after a place, as it comes', () => {
    expect(sent(subscription(77n))).toEqual({ ...NOTHING, all: at(77n), subscription: EMPTY, filter: OURS });
    expect(sent(subscription(0n))).toEqual({ ...NOTHING, all: START, subscription: EMPTY, filter: OURS });
  });
});

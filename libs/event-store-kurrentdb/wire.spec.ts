import { describe, expect, it } from '@jest/globals';
import type { Stored } from './answer.js';
import { holdsEvent, named, placeIn, recorded } from './wire.js';

const ID = '00112233-4455-4677-8899-aabbccddeeff';
const OURS = Buffer.concat([Buffer.from(ID.replaceAll('-', ''), 'hex'), Buffer.from('beside')]);

const stored = (other: Partial<Stored> = {}): { readonly event: Stored } => ({ event: { stream: 'a-1', type: 'Happened', custom: OURS, data: Buffer.from('data'), revision: 3n, position: 70n, ...other } });
const NONE = { event: undefined };

describe('An answer', () => {
  it('holds an event as it was appended: its id stands before what it has beside it', () => {
    expect(recorded(stored())).toEqual({ id: ID, type: 'Happened', data: Buffer.from('data'), metadata: Buffer.from('beside'), stream: 'a-1', revision: 3n, position: 70n });
    for (const stream of ['a-1', '$a-1']) expect(recorded(stored({ custom: OURS.subarray(0, 16), stream }))).toMatchObject({ metadata: Buffer.alloc(0), stream });
  });

  it('that holds none is none, and is nowhere', () => {
    expect(recorded(NONE)).toBeUndefined();
    expect([holdsEvent(NONE), holdsEvent(stored())]).toEqual([false, true]);
    expect([placeIn(NONE), placeIn(stored())]).toEqual([0n, 70n]);
  });

  it.each<readonly [string, Partial<Stored>]>([
    ['without an id', { custom: OURS.subarray(0, 15) }],
    ['without an id, with a sign of the server’s elsewhere in its stream', { custom: OURS.subarray(0, 15), stream: 'a-$1' }],
    ['without a type', { type: undefined }],
    ['in a stream that has no kind', { stream: 'a1' }],
    ['in a stream of the server’s that has no kind, with an id', { stream: '$settings' }],
  ])('with an event that is not ours is refused: %s', (_, other) => {
    expect(() => recorded(stored(other))).toThrow('the log has an event that is not ours at position 70');
  });

  it('with an event of the server’s own, whatever its type, holds none of ours', () => {
    expect(recorded(stored({ custom: OURS.subarray(0, 15), stream: '$settings' }))).toBeUndefined();
  });
});

it('The name of a stream goes out as its bytes', () => expect(Buffer.from(named('a-"1').getStreamName_asU8()).toString()).toBe('a-"1'));

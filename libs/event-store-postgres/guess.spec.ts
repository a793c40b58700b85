import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { type Append, type ExpectedRevision, MAX_REVISION } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { guess } from './guess.js';
import { Known } from './known.js';

const at = (revision: bigint): ExpectedRevision => ({ at: revision });
const asked = (stream: string, expected: ExpectedRevision, events = 1): Append => ({
  stream: `s-${stream}`,
  expected,
  events: Array.from({ length: events }, () => ({ id: EventId(randomUUID()), type: 'Fact', data: new Uint8Array(), metadata: new Uint8Array() })),
});

/** Streams `s-a` up to revision 4 and `s-b` up to 0 were seen. */
const known = (): Known => {
  const seen = new Known();
  seen.saw('s-a', 4n);
  seen.saw('s-b', 0n);
  return seen;
};
const places = (...appends: readonly Append[]) => guess(appends, known())?.judgement.placed.map(({ stream, revision }) => `${stream} ${revision}`);
const needs = (...appends: readonly Append[]) => guess(appends, known())?.needed;

describe('A batch that nobody has looked up anything for', () => {
  it('is judged as its writers believe, and needs what was not seen yet', () => {
    expect(places(asked('a', at(4n), 2), asked('c', at(7n)), asked('d', 'no-stream'))).toEqual(['s-a 5', 's-a 6', 's-c 8', 's-d 0']);
    expect(needs(asked('a', at(4n), 2), asked('c', at(7n)), asked('d', 'no-stream'))).toEqual([['s-c', 7n]]);
    expect(needs(asked('a', at(6n)))).toEqual([['s-a', 6n]]);
  });

  it('is guessed where a stream becomes full by it', () => {
    expect(places(asked('c', at(MAX_REVISION - 2n), 2))).toEqual([`s-c ${MAX_REVISION - 1n}`, `s-c ${MAX_REVISION}`]);
  });

  it('gives a place to the first of those who expect it', () => {
    const batch = [asked('a', at(4n)), asked('a', at(4n)), asked('c', 'no-stream'), asked('c', 'no-stream')];
    expect(guess(batch, known())?.judgement.verdicts).toMatchObject([{ kind: 'appended', revision: 5n }, { kind: 'conflict', actual: { at: 5n } }, { kind: 'appended', revision: 0n }, { kind: 'conflict', actual: { at: 0n } }]);
  });

  it.each([
    ['somebody asks `any`', asked('a', 'any')],
    ['a place is known to be taken', asked('a', at(3n))],
    ['a stream is known to be there', asked('b', 'no-stream')],
    ['no more fits into a stream', asked('c', at(MAX_REVISION))],
    ['not all of it fits into a stream', asked('c', at(MAX_REVISION - 1n), 2)],
  ])('is not guessed where %s', (_, append) => {
    expect(guess([asked('d', 'no-stream'), append], known())).toBeUndefined();
  });

  it('is not guessed where one writer is behind another', () => {
    expect(guess([asked('c', at(3n)), asked('c', at(2n))], known())).toBeUndefined();
  });
});

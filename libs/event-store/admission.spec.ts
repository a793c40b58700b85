import { describe, expect, it } from '@jest/globals';
import { EventId } from '../kernel/index.js';
import { admit, admitPlaces, admitRange } from './admission.js';
import { type Append, type ExpectedRevision, MAX_APPEND_EVENTS, MAX_EVENT_BYTES, MAX_PLACES, MAX_REVISION, type NewEvent, type StreamName } from './event-store.js';

const ID = EventId('00000000-0000-4000-8000-000000000000');
const event = (change: Partial<NewEvent> = {}): NewEvent => ({ id: ID, type: 'Fact', data: new Uint8Array(), metadata: new Uint8Array(), ...change });
const append = (change: Partial<Append> = {}): Append => ({ stream: 'fact-1', expected: 'any', events: [event()], ...change });
const some = (count: number, each: NewEvent = event()): readonly NewEvent[] => Array.from({ length: count }, () => each);

const LONG = 'x'.repeat(100);
const [NO_STREAM, NO_REVISION, NO_TYPE] = ['a stream name is <category>-<id>, at most 100 printable ASCII characters', 'a revision counts from 0', 'an event type is a word'];

describe('An append', () => {
  it.each<readonly [string, Append, 'fits' | 'too-large']>([
    ['of one event', append(), 'fits'],
    ['of as many as there may be', append({ events: some(MAX_APPEND_EVENTS) }), 'fits'],
    ['of one more', append({ events: some(MAX_APPEND_EVENTS + 1) }), 'too-large'],
    ['of as many bytes as an event may have', append({ events: [event({ data: new Uint8Array(MAX_EVENT_BYTES - 3), metadata: new Uint8Array(3) })] }), 'fits'],
    ['of one more in its metadata', append({ events: [event({ data: new Uint8Array(MAX_EVENT_BYTES - 3), metadata: new Uint8Array(4) })] }), 'too-large'],
    ['of as many bytes as all may have', append({ events: some(16, event({ data: new Uint8Array(MAX_EVENT_BYTES) })) }), 'fits'],
    ['of one more', append({ events: [...some(16, event({ data: new Uint8Array(MAX_EVENT_BYTES) })), event({ data: new Uint8Array(1) })] }), 'too-large'],
    ['onto the last revision that there is', append({ expected: { at: MAX_REVISION } }), 'fits'],
    ['to a stream of the longest name', append({ stream: `f-${LONG.slice(2)}` }), 'fits'],
    ['of a type of the longest name', append({ events: [event({ type: LONG })] }), 'fits'],
    ['of a type with digits', append({ events: [event({ type: 'a1' })] }), 'fits'],
  ])('%s', (_, asked, admitted) => {
    expect(admit(asked)).toBe(admitted);
  });

  it.each<readonly [string, Append, string]>([
    ['of nothing', append({ events: [] }), 'an append holds at least one event'],
    ['to a stream whose name is too long', append({ stream: `f-${LONG.slice(1)}` }), NO_STREAM],
    ['to a stream without an id', append({ stream: 'fact-' }), NO_STREAM],
    ['to a stream without a category', append({ stream: '-1' }), NO_STREAM],
    ['to a stream with a space before', append({ stream: ' fact-1' }), NO_STREAM],
    ['to a stream with a space behind', append({ stream: 'fact-1 ' }), NO_STREAM],
    ['to a stream that is no ASCII', append({ stream: 'fact-é' }), NO_STREAM],
    ['onto a revision before all', append({ expected: { at: -1n } }), NO_REVISION],
    ['onto a revision behind all', append({ expected: { at: MAX_REVISION + 1n } }), NO_REVISION],
    ['of a type without a name', append({ events: [event({ type: '' })] }), NO_TYPE],
    ['of a type whose name is too long', append({ events: [event({ type: `${LONG}x` })] }), NO_TYPE],
    ['of a type that begins with a digit', append({ events: [event({ type: '1a' })] }), NO_TYPE],
    ['of a type with a space before', append({ events: [event({ type: ' a' })] }), NO_TYPE],
    ['of a type with a space behind', append({ events: [event({ type: 'a ' })] }), NO_TYPE],
    ['with an id that is none', append({ events: [event(), event({ id: 'x' as EventId })] }), 'expected'],
  ])('%s is of a bug: it says what it should be', (_, asked, message) => {
    expect(() => admit(asked)).toThrow(message);
  });
});

describe('A range', () => {
  it.each([{}, { from: 0n }, { from: MAX_REVISION }, { limit: 0 }, { limit: Number.MAX_SAFE_INTEGER }])('%j is taken', (range) => {
    expect(() => admitRange({ stream: 'fact-1', ...range })).not.toThrow();
  });

  it.each<readonly [object, string]>([
    [{ stream: 'fact' as StreamName }, NO_STREAM],
    [{ from: -1n }, NO_REVISION],
    [{ from: MAX_REVISION + 1n }, NO_REVISION],
    [{ limit: -1 }, 'a limit is a count'],
    [{ limit: 1.5 }, 'a limit is a count'],
    [{ limit: Infinity }, 'a limit is a count'],
  ])('%p is of a bug', (range, message) => {
    expect(() => admitRange({ stream: 'fact-1', ...range })).toThrow(message);
  });
});

describe('Places', () => {
  it('are taken up to a bound, each where there can be one', () => {
    expect(() => admitPlaces(Array.from({ length: MAX_PLACES }, () => 1n))).not.toThrow();
    expect(() => admitPlaces(Array.from({ length: MAX_PLACES + 1 }, () => 1n))).toThrow('at most 1000 positions are read at once');
    expect(() => admitPlaces([1n, -1n])).toThrow(NO_REVISION);
  });
});

it('What an append expects is any revision, none, or one that there can be', () => {
  for (const expected of ['any', 'no-stream', { at: 0n }] satisfies readonly ExpectedRevision[]) expect(admit(append({ expected }))).toBe('fits');
});

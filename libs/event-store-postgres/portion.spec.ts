import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../event-store/index.js';
import { EventId } from '../kernel/index.js';
import { Portion } from './portion.js';

/** A part of a stream whose events have so many bytes, half of them beside. */
const part = (...bytes: readonly number[]): readonly RecordedEvent[] =>
  bytes.map((length, index) => ({ id: EventId('00000001-89ab-4cde-8f01-23456789abcd'), type: 'SomethingElse', data: Buffer.alloc(length / 2), metadata: Buffer.alloc(length / 2), stream: 'test-1', revision: BigInt(index), position: BigInt(index + 1) }));

const after = (...answers: readonly (readonly (readonly RecordedEvent[])[])[]): number => {
  const portion = new Portion();
  for (const answer of answers) portion.learn(answer);
  return portion.most;
};

describe('How many parts of streams one statement asks for', () => {
  it.each([
    ['is a thousand before any came', [], 1_000],
    ['is a thousand after nothing came', [[part(), part()]], 1_000],
    ['is a thousand after short ones', [[part(200), part()]], 1_000],
    ['is less after long ones, by what a part took: half of it at once', [[part(900, 900), part()]], 800],
    ['is less the longer they come', [[part(1_900)], [part(1_900)]], 266],
    ['is more again after short ones came', [[part(1_900)], [part(1_900)], [part()]], 533],
    ['takes every event of a part to be as long as its last one', [[part(100_000, 900)]], 400],
    ['is one where one fills an answer', [[part(1_000_000)]], 1],
  ])('%s', (_, answers, most) => {
    expect(after(...answers)).toBe(most);
  });
});

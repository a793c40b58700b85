import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { KeyRef } from '../kernel/index.js';
import { KeyRing } from './key-ring.js';

const person: KeyRef = { owner: 'somebody', class: 'person' };
const log: KeyRef = { owner: 'somebody', class: 'access-log' };
const other: KeyRef = { owner: 'another', class: 'person' };
const place = { eventId: 'e', field: 'f' };

describe('keys at hand', () => {
  it('are asked for one after another, and never taken for each other', () => {
    const ring = KeyRing.copying([[person, randomBytes(32)]]);
    expect([person, log, person, other, person, log, other].map((ref) => ring.has(ref))).toEqual([true, false, true, false, true, false, false]);
  });

  it('seal under the key of their class and owner, whichever was used before', () => {
    const keys = [person, log, other].map((ref) => [ref, randomBytes(32)] as const);
    const ring = KeyRing.copying(keys);
    const sealed = keys.map(([ref]) => [ref, ring.seal(ref, place, Buffer.from(ref.owner))] as const);
    for (const [ref, text] of sealed) expect(KeyRing.copying(keys.filter(([each]) => each === ref)).open(ref, place, text)).toEqual(Buffer.from(ref.owner));
  });

  it('are copies: who wipes what they were made of changes nothing', () => {
    const key = randomBytes(32);
    const ring = KeyRing.copying([[person, key]]);
    const sealed = ring.seal(person, place, Buffer.from('x'));
    key.fill(0);
    expect(ring.open(person, place, sealed)).toEqual(Buffer.from('x'));
  });
});

import { randomBytes } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import type { KeyRef } from '../kernel/index.js';
import { decrypt, encrypt, KEY_BYTES, MasterKey, openField, sealField } from './sealing.js';

const ref: KeyRef = { owner: 'somebody', class: 'person' };
const place = { eventId: '00000000-0000-8000-8000-000000000001', field: 'name' };
const plain = Buffer.from('Wang Fang');

// Contract suites move values between keys, which differ anyway; here the key is one and only the associated data differs.
describe('under one and the same key', () => {
  const key = randomBytes(KEY_BYTES);
  const sealed = sealField(key, ref, place, plain);

  it('a field opens where it stands', () => expect(openField(key, ref, place, sealed)).toEqual(plain));

  it.each([
    ['another owner', { ...ref, owner: 'somebody else' }, place],
    ['another class', { ...ref, class: 'access-log' }, place],
    ['another event', ref, { ...place, eventId: '00000000-0000-8000-8000-000000000002' }],
    ['another field', ref, { ...place, field: 'label' }],
  ] as const)('none opens for %s', (_what, otherRef, otherPlace) => expect(openField(key, otherRef, otherPlace, sealed)).toBeUndefined());

  it('no nonce is used twice', () => {
    const nonces = Array.from({ length: 1_000 }, () => Buffer.from(sealField(key, ref, place, plain).slice(3), 'base64url').toString('hex', 0, 12));
    expect(new Set(nonces).size).toBe(1_000);
  });
});

describe('what is encrypted', () => {
  const [key, context] = [randomBytes(KEY_BYTES), ['a', 'b']];
  const empty = encrypt(key, context, Buffer.alloc(0));

  it('may be nothing at all: a nonce of 12 bytes and a tag of 16 are left', () => {
    expect(empty).toHaveLength(28);
    expect(decrypt(key, context, empty)).toEqual(Buffer.alloc(0));
  });
  it.each([0, 1, 12, 16, 27])('does not open where only %d bytes are left of it', (length) => expect(decrypt(key, context, empty.subarray(0, length))).toBeUndefined());
  it('does not open without its context', () => expect(decrypt(key, [], empty)).toBeUndefined());
});

describe('a subject key', () => {
  const [master, key] = [new MasterKey(randomBytes(KEY_BYTES)), randomBytes(KEY_BYTES)];
  const wrapped = master.wrap(ref, key);

  it('comes back for whose it is', () => expect(master.unwrap(ref, wrapped)).toEqual(key));
  it.each([{ ...ref, owner: 'somebody else' }, { ...ref, class: 'claim' }] as const)('does not for %j', (other) => expect(master.unwrap(other, wrapped)).toBeUndefined());
  it('does not under another master key', () => expect(new MasterKey(randomBytes(KEY_BYTES)).unwrap(ref, wrapped)).toBeUndefined());
});

describe('a master key', () => {
  const bytes = Buffer.alloc(KEY_BYTES, 9);

  it('recognises the value that it made, and none of another length or of another key', () => {
    const value = new MasterKey(bytes).checkValue();
    expect(new MasterKey(bytes).made(value)).toBe(true);
    for (const other of [value.subarray(1), Buffer.concat([value, value]), Buffer.alloc(0), new MasterKey(randomBytes(KEY_BYTES)).checkValue()]) expect(new MasterKey(bytes).made(other)).toBe(false);
  });

  it('unwraps nothing, and recognises nothing, once it is wiped', () => {
    const master = new MasterKey(bytes);
    const [wrapped, value] = [master.wrap(ref, bytes), master.checkValue()];
    master.wipe();
    expect(master.unwrap(ref, wrapped)).toBeUndefined();
    expect(master.made(value)).toBe(false);
  });
});

// Written on 2026-11-28. Whoever changes what is sealed with, and in which order, changes it on both ways and sees nothing wrong; what is stored would open nowhere any more.
describe('what was sealed long ago', () => {
  const key = Buffer.alloc(KEY_BYTES, 7);
  const wrapped = 'cca5559fbab9530ad918ce86ae624e421c4bd23fff4c20df45b43e783d349969ed4edb15fc5ecb2139e70e8246f83e9e1f51d9f5f5f6b4eb6e8ad53d';

  it('opens: a field', () => expect(openField(key, ref, place, 'v1.AMgNG4tPJ4sZmdOmxwwgsxmGctGcp9FP2I-dBC-KmRLfGxs9YA')).toEqual(plain));
  it('recognises its master key', () => expect(new MasterKey(Buffer.alloc(KEY_BYTES, 9)).checkValue().toString('hex')).toBe('c2a1b44f8424ba0fbd406e21e2b53cdd9b4cb89fc257c79070f8e23bfff62c74'));
  it('opens: a subject key', () => expect(new MasterKey(Buffer.alloc(KEY_BYTES, 9)).unwrap(ref, Buffer.from(wrapped, 'hex'))).toEqual(key));
});

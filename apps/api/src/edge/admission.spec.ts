import { describe, expect, it } from '@jest/globals';
import type { Actor, CommandRequest } from '../../../../libs/application/request.js';
import { AccountId, instant } from '../../../../libs/kernel/index.js';
import { BlindIndex } from '../../../../libs/vault/index.js';
import { Admission } from './admission.js';

const index = new BlindIndex(Buffer.alloc(32, 7));
const caller = { actor: undefined, token: undefined, stands: async () => undefined };

const fingerprint = (...of: Parameters<typeof request>): string => request(...of).fingerprint;

/** Somebody closes a claim. */
function request({ who = 'a1', key = 'key-1', target = '{"id":"1"}', body = { reason: 'unreadable' } }: { readonly who?: string; readonly key?: string; readonly target?: string; readonly body?: object } = {}): CommandRequest {
  const actor: Actor = { account: AccountId(who.repeat(16)), assurance: 'al2', citizen: undefined, duty: undefined };
  return new Admission(index, instant(0), caller, { route: 'POST /v1/registry/claims/:id/closing', target, idempotencyKey: key }).command(actor, body);
}

describe('the fingerprint of a request', () => {
  it('is the same when it is sent again', () => expect(fingerprint({ body: { reason: 'unreadable' } })).toBe(fingerprint()));

  it('is known for its own where the version before left one of the body alone', () => {
    const former = index.mac('fingerprint', ['{"reason":"unreadable"}']).toString('base64url');
    expect([request().left(former), request({ body: { reason: 'expired' } }).left(former), request().left(undefined)]).toEqual([true, false, false]);
  });

  it.each([
    ['another body', { body: { reason: 'expired' } }],
    ['another key', { key: 'key-2' }],
    ['something else', { target: '{"id":"2"}' }],
    ['somebody else', { who: 'b2' }],
  ])('does not tell that the same was sent: with or about or by %s', (_what, other) => expect(fingerprint(other)).not.toBe(fingerprint()));
});

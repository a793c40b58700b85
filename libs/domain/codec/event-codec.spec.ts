import { describe, expect, it } from '@jest/globals';
import { CitizenId, ConsentId, instant, open } from '../../kernel/index.js';
import { consentCodec, type ConsentEvent } from '../consent/index.js';

const asked: ConsentEvent = {
  type: 'ConsentRequested',
  data: {
    consent: ConsentId(`c_${'1'.repeat(32)}`),
    viewer: CitizenId('2'.repeat(32)),
    scope: 'status',
    purpose: 'FAMRQT',
    until: instant(1_700_000_000_000),
    codeHash: 'aa',
    codeUntil: instant(1_700_000_000_000),
    label: open('Mum'),
    at: instant(1_600_000_000_000),
  },
};
const reversed = (bytes: Uint8Array): Uint8Array => bytes.toReversed();
const seal = (_ref: object, _field: string, plain: Uint8Array): string => Buffer.from(reversed(plain)).toString('hex');
const unseal = (_ref: object, _field: string, sealed: string): Uint8Array => reversed(Buffer.from(sealed, 'hex'));

describe('an event codec', () => {
  const { version, data } = consentCodec.encode(asked, seal);
  const stored = { id: 'e', type: asked.type, version, data };

  it('gives back what was encoded', () => expect(consentCodec.decode(stored, unseal)).toEqual(asked));

  it('leaves private fields shut without a key', () => expect(consentCodec.decode(stored).data).toMatchObject({ label: { kind: 'shut' } }));

  it('writes no private field in clear', () => expect(Buffer.from(data).toString()).not.toContain('Mum'));

  it('refuses a version newer than its own', () => expect(() => consentCodec.decode({ ...stored, version: 2 })).toThrow('cannot read ConsentRequested version 2'));

  it.each([0, -1, 1.5])('refuses version %d, which nobody wrote', (odd) => expect(() => consentCodec.decode({ ...stored, version: odd })).toThrow('cannot read'));

  it.each<[string, (json: Json) => unknown]>([
    ['a field that it does not know: it could narrow what the others say', (json) => ({ ...json, except: 'results' })],
    ['a missing field', ({ until: _until, ...rest }) => rest],
    ['a missing seal', (json) => ({ ...json, sealed: {} })],
    ['a scope of another program', (json) => ({ ...json, scope: 'everything' })],
    ['a date that no calendar has', (json) => ({ ...json, until: '2026-02-30T00:00:00.000Z' })],
    ['an id of another kind', (json) => ({ ...json, consent: `g_${'1'.repeat(32)}-1` })],
    ['no record', (json) => [json]],
  ])('refuses %s', (_what, change) => expect(() => consentCodec.decode({ ...stored, data: changed(data, change) })).toThrow('cannot read ConsentRequested version 1'));

  it('refuses bytes that are no text, and types of other streams', () => {
    expect(() => consentCodec.decode({ ...stored, data: Buffer.from([0x7b, 0xff, 0x7d]) })).toThrow('cannot read');
    expect(() => consentCodec.decode({ ...stored, type: 'GuardianshipConfirmed' })).toThrow('cannot read');
  });
});

type Json = Readonly<Record<string, unknown>>;
const changed = (data: Uint8Array, change: (json: Json) => unknown): Uint8Array => Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(data).toString()) as Json)));

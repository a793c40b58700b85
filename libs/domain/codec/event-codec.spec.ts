import { describe, expect, it } from '@jest/globals';
import { CitizenId, ClaimId, ConsentId, InstitutionId, instant, open, type Private, SampleId, SamplingCodeId, StaffId } from '../../kernel/index.js';
import { confirmed } from '../../../test/kit/guardianship.js';
import { consentCodec, type ConsentEvent } from '../consent/index.js';
import { CLOSING_REASONS, claimCodec, GROUNDS, guardianshipCodec } from '../guardianship/index.js';
import { sampleCodec, samplingCodeCodec, type SamplingCodeEvent } from '../sample/index.js';
import { type DomainEvent, eventCodec } from './event-codec.js';
import { count, flag, nullable, oneOf, sealedBy, text } from './field.js';
import { Unreadable } from './unreadable.js';

const asked = {
  type: 'ConsentRequested',
  data: {
    consent: ConsentId(`c_${'1'.repeat(32)}`),
    viewer: CitizenId('2'.repeat(32)),
    scope: 'status',
    purpose: 'FAMRQT',
    until: instant(1_700_000_000_000),
    codeHash: 'aa',
    codeUntil: instant(1_700_000_000_000),
    policy: 'cn-1',
    label: open('Mum'),
    at: instant(1_600_000_000_000),
  },
} as const satisfies ConsentEvent;
const reversed = (bytes: Uint8Array): Uint8Array => bytes.toReversed();
const seal = (_ref: object, _field: string, plain: Uint8Array): string => Buffer.from(reversed(plain)).toString('hex');
const unseal = (_ref: object, _field: string, sealed: string): Uint8Array => reversed(Buffer.from(sealed, 'hex'));

describe('an event codec', () => {
  const { version, data } = consentCodec.encode(asked, seal);
  const stored = { id: 'e', type: asked.type, version, data };

  it('gives back what was encoded', () => expect(consentCodec.decode(stored, unseal)).toEqual(asked));

  it('leaves private fields shut without a key', () => expect(consentCodec.decode(stored).data).toMatchObject({ label: { kind: 'shut' } }));

  it('writes no private field in clear', () => expect(Buffer.from(data).toString()).not.toContain('Mum'));

  it('refuses a version newer than its own', () => expect(() => consentCodec.decode({ ...stored, version: 3 })).toThrow('cannot read ConsentRequested version 3'));

  it.each([0, -1, 1.5])('refuses version %d, which nobody wrote', (odd) => expect(() => consentCodec.decode({ ...stored, version: odd })).toThrow('cannot read'));

  it.each<[string, (json: Json) => unknown]>([
    ['a field that it does not know: it could narrow what the others say', (json) => ({ ...json, except: 'results' })],
    ['a missing field', ({ until: _until, ...rest }) => rest],
    ['a missing seal', (json) => ({ ...json, sealed: {} })],
    ['a scope of another program', (json) => ({ ...json, scope: 'everything' })],
    ['a date that no calendar has', (json) => ({ ...json, until: '2026-02-30T00:00:00.000Z' })],
    ['an id of another kind', (json) => ({ ...json, consent: `g_${'1'.repeat(32)}-1` })],
    ['no record', (json) => [json]],
  ])('refuses %s', (_what, change) => expect(() => consentCodec.decode({ ...stored, data: changed(data, change) })).toThrow('cannot read ConsentRequested version 2'));

  it.each(['subject-closing', 'viewer-closing'] as const)('gives back an end whose cause is %s', (cause) => {
    const ended: ConsentEvent = { type: 'ConsentEnded', data: { consent: asked.data.consent, viewer: asked.data.viewer, subject: CitizenId('3'.repeat(32)), cause, at: asked.data.at } };
    expect(consentCodec.decode({ id: 'e', type: ended.type, ...consentCodec.encode(ended, seal) })).toEqual(ended);
  });

  it.each(['app', 'card'] as const)('gives back a sampling code and its carrier, %s', (carrier) => {
    const issued: SamplingCodeEvent = { type: 'SamplingCodeIssued', data: { code: SamplingCodeId('4'.repeat(32)), citizen: CitizenId('3'.repeat(32)), carrier, until: null, registrar: null, office: null, policy: 'cn-1', at: asked.data.at } };
    expect(samplingCodeCodec.decode({ id: 'e', type: issued.type, ...samplingCodeCodec.encode(issued, seal) })).toEqual(issued);
  });

  it('refuses bytes that are no text, and types of other streams', () => {
    expect(() => consentCodec.decode({ ...stored, data: Buffer.from([0x7b, 0xff, 0x7d]) })).toThrow('cannot read');
    expect(() => consentCodec.decode({ ...stored, data: Buffer.from(data).map((byte, at) => (at === Buffer.from(data).indexOf('"aa"') + 1 ? 0xff : byte)) })).toThrow('cannot read');
    expect(() => consentCodec.decode({ ...stored, type: 'GuardianshipConfirmed' })).toThrow('cannot read');
  });
});

describe('a sealed word of a closed set', () => {
  const words = ['yes', 'perhaps', 'no'] as const;
  interface Answered extends DomainEvent {
    readonly type: 'Answered';
    readonly data: { readonly by: string; readonly answer: Private<(typeof words)[number] | null> };
  }
  const codec = eventCodec<Answered>({ Answered: { version: 1, clear: { by: text }, sealed: { answer: sealedBy('person', (data) => data.by, nullable(oneOf(...words))) } } });
  const all = [...words, null].map((answer): Answered => ({ type: 'Answered', data: { by: 'a', answer: open(answer) } }));
  const stored = (event: Answered, by: typeof seal) => ({ id: 'e', type: 'Answered', ...codec.encode(event, by) });

  it('does not show by its length, nor that there is none', () => expect(new Set(all.map((event) => stored(event, seal).data.length)).size).toBe(1));
  it('is read as it was written, also before it was padded', () => {
    const trimmed = (ref: object, field: string, plain: Uint8Array) => seal(ref, field, Buffer.from(Buffer.from(plain).toString().trimEnd()));
    for (const by of [seal, trimmed]) expect(all.map((event) => codec.decode(stored(event, by), unseal))).toEqual(all);
  });
  it('is so of whatever closed set an event seals', () => {
    const [claimed, closed] = [{ claim: ClaimId('c'.repeat(32)), claimant: CitizenId('3'.repeat(32)), at: asked.data.at }, { registrar: null, office: null }];
    expect(new Set(CLOSING_REASONS.map((reason) => claimCodec.encode({ type: 'ClaimClosed', data: { ...claimed, ...closed, reason: open(reason) } }, seal).data.length)).size).toBe(1);
    const tube = { sample: SampleId('5'.repeat(32)), clinic: InstitutionId('ea'.repeat(16)), citizen: claimed.claimant, staff: StaffId('6'.repeat(32)), collectedAt: open(claimed.at), barcode: open('A-1'), at: claimed.at };
    expect(new Set([true, false].map((flagged) => sampleCodec.encode({ type: 'SampleRegistered', data: { ...tube, flagged: open(flagged) } }, seal).data.length)).size).toBe(1);
    expect(new Set(GROUNDS.map((ground) => guardianshipCodec.encode(confirmed(1, { ground: open(ground) }), seal).data.length)).size).toBe(1);
  });
});

interface Named extends DomainEvent {
  readonly type: 'Named';
  readonly data: { readonly name: string; readonly times: number };
}

describe('an event that was written in an older shape', () => {
  const upcasters = {
    1: ({ called, ...rest }: Json): Json => ({ ...rest, name: called }),
    2: (json: Json): Json => ({ ...json, times: Number(json['times']) * 2 }),
  };
  const now = eventCodec<Named>({ Named: { version: 3, clear: { name: text, times: count }, sealed: {}, upcasters } });
  const written = (version: number, json: unknown) => ({ id: 'e', type: 'Named', version, data: Buffer.from(JSON.stringify(json)) });

  it.each([
    [1, { called: 'Ada', times: 3 }, 6],
    [2, { name: 'Ada', times: 3 }, 6],
    [3, { name: 'Ada', times: 3 }, 3],
  ])('of version %d is lifted version by version', (version, json, times) => expect(now.decode(written(version, json))).toEqual({ type: 'Named', data: { name: 'Ada', times } }));

  it('is written in the newest', () => expect(now.encode({ type: 'Named', data: { name: 'Ada', times: 3 } }, seal)).toEqual({ version: 3, data: new Uint8Array(Buffer.from('{"name":"Ada","times":3}')) }));
  it('is not read where a step is missing', () => {
    const gap = eventCodec<Named>({ Named: { version: 3, clear: { name: text, times: count }, sealed: {}, upcasters: { 2: upcasters[2] } } });
    const none = eventCodec<Named>({ Named: { version: 3, clear: { name: text, times: count }, sealed: {} } });
    for (const codec of [gap, none]) expect(causeOf(() => codec.decode(written(1, { called: 'Ada', times: 3 })))).toBe('expected an upcaster');
  });
  it.each([[[]], [null], ['Ada']])('is not read where it is %j', (json) => {
    expect([1, 2, 3].map((version) => causeOf(() => now.decode(written(version, json))))).toEqual(['expected an upcaster', 'expected an upcaster', 'expected a record']);
  });
  it.each([0, 1.5, 4])('is not read in version %d, which nobody wrote or none of ours', (version) =>
    expect(causeOf(() => now.decode(written(version, { called: 'Ada', name: 'Ada', times: 3 })))).toBe(version === 1.5 ? 'expected an upcaster' : 'expected a known schema version'));
});

describe('a field that is sealed now and once stood in clear', () => {
  interface Met extends DomainEvent {
    readonly type: 'Met';
    readonly data: { readonly by: string; readonly friend: Private<boolean> };
  }
  const codec = eventCodec<Met>({
    Met: { version: 2, clear: { by: text }, sealed: { friend: sealedBy('person', (data) => data.by, flag) }, onceClear: { friend: 1 }, upcasters: { 1: (json) => json } },
  });
  const met: Met = { type: 'Met', data: { by: 'a', friend: open(true) } };
  const written = (version: number, json: unknown) => ({ id: 'e', type: 'Met', version, data: Buffer.from(JSON.stringify(json)) });
  const sealedAlike = { friend: Buffer.from(reversed(Buffer.from('true '))).toString('hex') };

  it('is sealed', () => expect(codec.encode(met, seal)).toEqual({ version: 2, data: new Uint8Array(Buffer.from(JSON.stringify({ by: 'a', sealed: sealedAlike }))) }));
  it('is read with its key alone', () => {
    expect(codec.decode(written(2, { by: 'a', sealed: sealedAlike }), unseal)).toEqual(met);
    expect(codec.decode(written(2, { by: 'a', sealed: sealedAlike }))).toEqual({ type: 'Met', data: { by: 'a', friend: { kind: 'shut', sealed: sealedAlike.friend } } });
  });
  it('is read as it stands where it stands in clear, and is none of the clear fields', () => {
    for (const key of [unseal, undefined]) expect(codec.decode(written(1, { by: 'a', friend: true }), key)).toEqual(met);
    expect(codec.clear(written(1, { by: 'a', friend: true }))).toEqual({ by: 'a' });
  });
  it.each([
    ['in clear, in the version that seals it', 2, { by: 'a', friend: true, sealed: sealedAlike }, 'expected only known fields'],
    ['sealed, in the version that did not', 1, { by: 'a', sealed: sealedAlike }, 'expected true or false'],
    ['something else', 1, { by: 'a', friend: 'yes' }, 'expected true or false'],
  ])('is not read where it is %s', (_how, version, json, cause) => expect(causeOf(() => codec.decode(written(version, json), unseal))).toBe(cause));
});

describe('an event that cannot be read', () => {
  const codec = eventCodec<{ readonly type: 'Told'; readonly data: { readonly by: string; readonly what: ReturnType<typeof open<string>> } }>({
    Told: { version: 1, clear: { by: text }, sealed: { what: sealedBy('person', (data: { readonly by: string }) => data.by, text) } },
  });
  const told = (json: unknown) => ({ id: 'e', type: 'Told', version: 1, data: Buffer.from(JSON.stringify(json)) });
  const why = (json: unknown): unknown => {
    try {
      return codec.decode(told(json), unseal);
    } catch (error) {
      return error instanceof Unreadable ? { name: error.name, type: error.type, version: error.version, cause: error.cause instanceof Error ? error.cause.message : undefined } : error;
    }
  };

  it.each([
    ['is no record', [], 'expected a record'],
    ['has seals that are none', { by: 'a', sealed: [] }, 'expected sealed fields'],
    ['has a field more', { by: 'a', more: 1, sealed: { what: '22' } }, 'expected only known fields'],
    ['has a field less', { sealed: { what: '22' } }, 'expected text'],
    ['has no seals', { by: 'a' }, undefined],
    ['has a seal that is no text', { by: 'a', sealed: { what: 1 } }, undefined],
  ])('says which, and why: it %s', (_what, json, cause) => expect(why(json)).toEqual({ name: 'Unreadable', type: 'Told', version: 1, cause }));

  it('keeps a seal that is shut as it is, read and written', () => {
    const shut = codec.decode(told({ by: 'a', sealed: { what: '7822' } }));
    expect(shut.data).toEqual({ by: 'a', what: { kind: 'shut', sealed: '7822' } });
    expect(codec.encode(shut, () => 'another')).toEqual({ version: 1, data: new Uint8Array(Buffer.from('{"by":"a","sealed":{"what":"7822"}}')) });
  });
  it('tells its clear fields whatever is sealed', () => expect(codec.clear(told({ by: 'a', sealed: {} }))).toEqual({ by: 'a' }));
  it('tells them one by one to whoever asks, and fails at the one that it cannot read when that is asked for', () => {
    const peeked = (json: unknown): { readonly by?: unknown } => codec.peek(told(json));
    expect(peeked({ by: 'a', sealed: {} }).by).toBe('a');
    expect(() => peeked({ by: true, sealed: {} }).by).toThrow('cannot read Told version 1');
    expect(() => peeked({ other: 'a', by: 'a', sealed: {} })).toThrow('cannot read Told version 1');
    expect(() => codec.peek({ ...told({ by: 'a', sealed: {} }), version: 2 })).toThrow('cannot read Told version 2');
  });
  it('knows its types', () => expect(codec.types).toEqual(['Told']));
  it.each(['keysToSeal', 'encode'] as const)('is not written by another codec: %s', (way) => expect(() => codec[way]({ type: 'Other' as 'Told', data: { by: 'a', what: open('x') } }, seal)).toThrow('cannot read Other version 0'));
});

/** Why an event is unreadable. */
function causeOf(decode: () => unknown): unknown {
  try {
    return decode();
  } catch (error) {
    return error instanceof Unreadable && error.cause instanceof Error ? error.cause.message : error;
  }
}

type Json = Readonly<Record<string, unknown>>;
const changed = (data: Uint8Array, change: (json: Json) => unknown): Uint8Array => Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(data).toString()) as Json)));

import { describe, expect, it } from '@jest/globals';
import { refusalCodec } from '../../libs/domain/access/index.js';
import { decodeAny, instantOfAny } from '../../libs/domain/catalogue.js';
import { type DomainEvent, type EventCodec, Unreadable } from '../../libs/domain/codec/index.js';
import { BasisId, CitizenId, instant, type KeyRef, open } from '../../libs/kernel/index.js';
import { GOLDEN } from './events.js';
import { seal, stored, unseal, written } from './frozen.js';

/** Which field of which event lies under which key, and who of those in the event owns it: whose erasure shuts it, and who can be shown it. */
// prettier-ignore
const KEYS = [
  // event                    field           class         owner
  [ 'CitizenEnrolled',        'name',         'person',     'citizen' ],
  [ 'CitizenEnrolled',        'document',     'person',     'citizen' ],
  [ 'CitizenEnrolled',        'birthDate',    'person',     'citizen' ],
  [ 'CitizenEnrolled',        'phone',        'person',     'citizen' ],
  [ 'ContactChanged',         'phone',        'person',     'citizen' ],
  [ 'SampleRegistered',       'flagged',      'person',     'citizen' ],
  [ 'SampleRegistered',       'collectedAt',  'person',     'citizen' ],
  [ 'SampleRegistered',       'barcode',      'person',     'citizen' ],
  [ 'ResultRecorded',         'result',       'person',     'citizen' ],
  [ 'ResultCorrected',        'result',       'person',     'citizen' ],
  [ 'ResultCorrected',        'reason',       'person',     'citizen' ],
  [ 'ResultWithdrawn',        'reason',       'person',     'citizen' ],
  [ 'ConsentRequested',       'label',        'person',     'viewer' ],
  [ 'ConsentGranted',         'viewerName',   'access-log', 'subject' ],
  [ 'ViewDisclosed',          'viewerName',   'access-log', 'subject' ],
  [ 'GuardianshipClaimed',    'details',      'claim',      'claim' ],
  [ 'ClaimLabelled',          'label',        'person',     'claimant' ],
  [ 'ConfirmationProposed',   'proposer',     'claim',      'claim' ],
  [ 'ClaimClosed',            'reason',       'person',     'claimant' ],
  [ 'GuardianshipConfirmed',  'ground',       'person',     'dependent' ],
  [ 'GuardianshipConfirmed',  'ages',         'person',     'dependent' ],
  [ 'GuardianshipConfirmed',  'guardianName', 'access-log', 'dependent' ],
  [ 'ViewDisclosed',          'viewerName',   'access-log', 'subject' ],
  [ 'GuardianshipSuspended',  'reason',       'person',     'dependent' ],
  [ 'GuardianshipReinstated', 'reason',       'person',     'dependent' ],
  [ 'GuardianshipEnded',      'reason',       'person',     'dependent' ],
  [ 'InstitutionNamed',       'name',         'institution', 'institution' ],
  // There is no subject in this sample.
  [ 'ViewRefused',            'viewerName',   'access-log', 'viewer' ],
] as const;

function sealedIn(codec: EventCodec<DomainEvent>, event: DomainEvent): readonly { readonly field: string; readonly ref: KeyRef }[] {
  const found: { readonly field: string; readonly ref: KeyRef }[] = [];
  codec.encode(event, (ref, field, plain) => {
    found.push({ field, ref });
    return seal(ref, field, plain);
  });
  return found;
}

describe('what is sealed', () => {
  it('lies under the key of whom it is about', () => {
    const owner = (event: DomainEvent, ref: KeyRef) => Object.entries(event.data).flatMap(([name, value]) => (value === ref.owner ? [name] : []));
    const rows = GOLDEN.flatMap(({ codec, events }) => events.flatMap((event) => sealedIn(codec, event).map(({ field, ref }) => [event.type, field, ref.class, ...owner(event, ref)])));
    expect(rows).toEqual(KEYS);
  });

  it('asks beforehand for the very keys that it takes', () => {
    for (const { codec, events } of GOLDEN) for (const event of events) expect(codec.keysToSeal(event)).toEqual(sealedIn(codec, event).map(({ ref }) => ref));
  });

  it('opens with the keys that reading asks for, of some fields or of all', () => {
    for (const golden of GOLDEN) {
      for (const event of golden.events) {
        const reading = golden.codec.read(stored(written(golden, event)));
        const [all, first] = [sealedIn(golden.codec, event), sealedIn(golden.codec, event)[0]?.field ?? ''];
        expect(reading.keys()).toEqual(all.map(({ ref }) => ref));
        expect(reading.keys(new Set([first]))).toEqual(all.filter(({ field }) => field === first).map(({ ref }) => ref));
        const asked: KeyRef[] = [];
        expect(reading.event((ref, field, sealed) => (asked.push(ref), unseal(ref, field, sealed)))).toEqual(event);
        expect(asked).toEqual(reading.keys());
      }
    }
  });

  it('lies under the key of the subject where a refusal has one', () => {
    const [viewer, subject] = [CitizenId('c1'.repeat(16)), CitizenId('d2'.repeat(16))];
    const data = { viewer, subject, basis: BasisId(`c_${'ab'.repeat(16)}`), scope: 'status', purpose: 'FAMRQT', known: false, viewerName: open(null), at: instant(0) } as const;
    expect(refusalCodec.keysToSeal({ type: 'ViewRefused', data })).toEqual([{ owner: subject, class: 'access-log' }]);
  });
});

describe('an event of any stream', () => {
  const all = GOLDEN.flatMap((golden) => golden.events.map((event) => [`${golden.kind}-0-1`, event, stored(written(golden, event))] as const));

  it('is read by the kind of its stream', () => {
    for (const [stream, event, bytes] of all) expect(decodeAny(stream, bytes, unseal)).toEqual(event);
  });

  it('tells its instant, whatever of it is sealed', () => {
    for (const [stream, event, bytes] of all) expect(instantOfAny(stream, bytes)).toBe((event.data as { readonly at?: unknown }).at);
  });

  it.each(['nobody-1', 'toString-1', 'consentx1', ''])('is not read in stream %j', (stream) => {
    for (const [, , bytes] of all) expect(() => decodeAny(stream, bytes, unseal)).toThrow(Unreadable);
  });
});

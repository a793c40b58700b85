import { describe, it } from '@jest/globals';
import { givenFor } from '../../../test/kit/given.js';
import { CitizenId, ConsentId, DAY, HOUR, instant, MINUTE, open, plus } from '../../kernel/index.js';
import { CN_1 } from '../policy/cn-1.js';
import { NO_CONSENT, type Terms } from './consent.js';
import { decline, grant, type GrantConsent, openCode, relinquish, request, revoke } from './decide.js';
import type { ConsentEvent, ConsentGranted, ConsentRequested } from './events.js';
import { evolve } from './evolve.js';

const given = givenFor({ initial: NO_CONSENT, evolve });
const consent = ConsentId(`c_${'1'.repeat(32)}`);
const viewer = CitizenId('d'.repeat(32));
const subject = CitizenId('a'.repeat(32));
const stranger = CitizenId('f'.repeat(32));
const at = instant(1_800_000_000_000);
const codeHash = 'ab'.repeat(16);
const asked: Terms = { scope: 'results', purpose: 'FAMRQT', until: plus(at, 7 * DAY) };
const viewerName = { family: '王', given: '芳', familyLatin: null, givenLatin: null };
const grown = { fourteen: plus(at, -9000 * DAY), eighteen: plus(at, -8000 * DAY) };

const parties = { consent, viewer, subject, at };
const requested: ConsentRequested = { type: 'ConsentRequested', data: { consent, viewer, ...asked, codeHash, codeUntil: plus(at, 30 * MINUTE), policy: 'cn-1', label: open('Mum'), at } };
const opened: ConsentEvent = { type: 'ConsentCodeOpened', data: parties };
const granted = (data: Partial<ConsentGranted['data']> = {}): ConsentEvent => ({
  type: 'ConsentGranted',
  data: { ...parties, ...asked, from: at, toGuardian: false, policy: 'cn-1', viewerName: open(viewerName), ...data },
});
const declined: ConsentEvent = { type: 'ConsentDeclined', data: parties };
const revoked: ConsentEvent = { type: 'ConsentRevoked', data: parties };
const ended: ConsentEvent = { type: 'ConsentEnded', data: { ...parties, cause: 'viewer-closing' } };
const relinquished: ConsentEvent = { type: 'ConsentRelinquished', data: parties };

describe('a viewer asks', () => {
  const ask = (terms: Partial<Terms> = {}, held = 0) => ({ consent, viewer, terms: { ...asked, ...terms }, label: 'Mum', codeHash, held, at });

  it('and the request is there', () => given().when((state) => request(ask(), state, CN_1)).thenRecorded(requested));
  it('for a purpose that the policy does not have', () =>
    given().when((state) => request(ask({ purpose: 'SUPNWK' }), state, { ...CN_1, consent: { ...CN_1.consent, purposes: ['FAMRQT'] } })).thenRefused('purpose', 'purpose'));
  it('twice, and nothing changes', () => given(requested).when((state) => request(ask(), state, CN_1)).thenNothing());
  it('while holding ten', () => given().when((state) => request(ask({}, 10), state, CN_1)).thenRefused('too-many-consents'));
  it('for too short a time', () => given().when((state) => request(ask({ until: plus(at, 5 * MINUTE - 1) }), state, CN_1)).thenRefused('window', 'until'));
  it('for results longer than 30 days', () => given().when((state) => request(ask({ until: plus(at, 30 * DAY + 1) }), state, CN_1)).thenRefused('window', 'until'));
  it.each([
    ['results', 5 * MINUTE],
    ['results', 30 * DAY],
    ['status', 180 * DAY],
  ] as const)('for %s, just as long as may be: %d ms', (scope, length) => {
    const until = plus(at, length);
    given().when((state) => request(ask({ scope, until }), state, CN_1)).thenRecorded({ type: 'ConsentRequested', data: { ...requested.data, scope, until } });
  });
  it('while holding nine', () => given().when((state) => request(ask({}, 9), state, CN_1)).thenRecorded(requested));
  it('for status longer than 180 days', () => given().when((state) => request(ask({ scope: 'status', until: plus(at, 180 * DAY + 1) }), state, CN_1)).thenRefused('window', 'until'));
});

describe('a person opens the code', () => {
  const opens = (opener = subject, hash = codeHash, when = at) => ({ opener, codeHash: hash, at: when });

  it('and the request is theirs', () => given(requested).when((state) => openCode(opens(), state)).thenRecorded(opened));
  it('twice, and nothing changes', () => given(requested, opened).when((state) => openCode(opens(), state)).thenNothing());
  it('that was never made', () => given().when((state) => openCode(opens(), state)).thenRefused('code-expired'));
  it('with a wrong secret', () => given(requested).when((state) => openCode(opens(subject, 'cd'), state)).thenRefused('code-expired'));
  it('after 30 minutes', () => given(requested).when((state) => openCode(opens(subject, codeHash, plus(at, 30 * MINUTE)), state)).thenRefused('code-expired'));
  it('that somebody else opened', () => given(requested, opened).when((state) => openCode(opens(stranger), state)).thenRefused('code-expired'));
  it('that they made themselves', () => given(requested).when((state) => openCode(opens(viewer), state)).thenRefused('code-expired'));
  it('after it was granted', () => given(requested, opened, granted()).when((state) => openCode(opens(), state)).thenRefused('code-expired'));
  it('after it was declined', () => given(requested, opened, declined).when((state) => openCode(opens(), state)).thenRefused('code-expired'));
});

describe('the subject grants', () => {
  const grants = (changes: Partial<GrantConsent> = {}): GrantConsent => ({ by: subject, terms: asked, viewerName, ages: grown, linkedAt: at, viewerIsGuardian: false, at, ...changes });
  const less: Terms = { scope: 'status', purpose: 'FAMRQT', until: plus(at, DAY) };
  const youth = { fourteen: at, eighteen: plus(at, 1460 * DAY) };
  const aDayLater = plus(at, 24 * HOUR);

  it('what was asked', () => given(requested, opened).when((state) => grant(grants(), state, CN_1)).thenRecorded(granted()));
  it('less than was asked', () => given(requested, opened).when((state) => grant(grants({ terms: less }), state, CN_1)).thenRecorded(granted(less)));
  it('twice, and nothing changes', () => given(requested, opened, granted()).when((state) => grant(grants(), state, CN_1)).thenNothing());
  it('longer than was asked', () => given(requested, opened).when((state) => grant(grants({ terms: { ...asked, until: plus(asked.until, 1) } }), state, CN_1)).thenRefused('wider-than-asked', 'until'));
  it('results, where status was asked', () => {
    const forStatus: ConsentEvent = { type: 'ConsentRequested', data: { ...requested.data, scope: 'status' } };
    given(forStatus, opened).when((state) => grant(grants(), state, CN_1)).thenRefused('wider-than-asked', 'scope');
  });
  it('for another purpose', () => given(requested, opened).when((state) => grant(grants({ terms: { ...asked, purpose: 'SUPNWK' } }), state, CN_1)).thenRefused('wider-than-asked', 'purpose'));
  it('after its end', () => given(requested, opened).when((state) => grant(grants({ at: asked.until }), state, CN_1)).thenRefused('window', 'until'));
  it('what they did not open', () => given(requested).when((state) => grant(grants(), state, CN_1)).thenRefused('not-found'));
  it('what they declined', () => given(requested, opened, declined).when((state) => grant(grants(), state, CN_1)).thenRefused('consent-not-open'));
  it('what they took back', () => given(requested, opened, granted(), revoked).when((state) => grant(grants(), state, CN_1)).thenRefused('consent-not-open'));
  it('though it is somebody else\'s', () => given(requested, opened).when((state) => grant(grants({ by: stranger }), state, CN_1)).thenRefused('not-found'));
  it('under 14', () => given(requested, opened).when((state) => grant(grants({ ages: { ...youth, fourteen: plus(at, 1) } }), state, CN_1)).thenRefused('under-age'));
  it('under 14, though a clock that was ahead saw later whose the account is', () => given(requested, opened).when((state) => grant(grants({ ages: { ...youth, fourteen: plus(at, 1) }, linkedAt: plus(at, 1) }), state, CN_1)).thenRefused('under-age'));
  it('at 14, with an account that was made before', () => given(requested, opened).when((state) => grant(grants({ ages: youth, linkedAt: plus(at, -1) }), state, CN_1)).thenRefused('under-age'));
  it('at 14, with an account that is of that very moment', () => given(requested, opened).when((state) => grant(grants({ ages: youth, linkedAt: at }), state, CN_1)).thenRecorded(granted()));
  it('with an account that speaks for nobody', () => given(requested, opened).when((state) => grant(grants({ linkedAt: undefined }), state, CN_1)).thenRefused('under-age'));
  it('with an age that nobody can read', () => given(requested, opened).when((state) => grant(grants({ ages: 'shut' }), state, CN_1)).thenRefused('under-age'));
  it('results to their guardian, at 14: they count a day later', () =>
    given(requested, opened).when((state) => grant(grants({ ages: youth, viewerIsGuardian: true }), state, CN_1)).thenRecorded(granted({ from: aDayLater, toGuardian: true })));
  it('status to their guardian, at 14: at once', () =>
    given(requested, opened).when((state) => grant(grants({ ages: youth, viewerIsGuardian: true, terms: less }), state, CN_1)).thenRecorded(granted({ ...less, toGuardian: true })));
  it.each([
    ['the millisecond before they are', -1, 24 * HOUR],
    ['the moment they are', 0, 0],
  ])('results to their guardian, %s 18', (_when, milliseconds, wait) => {
    const now = plus(youth.eighteen, milliseconds);
    const terms = { ...asked, until: plus(now, 7 * DAY) };
    const askedThen: ConsentEvent = { type: 'ConsentRequested', data: { ...requested.data, ...terms } };
    given(askedThen, opened).when((state) => grant(grants({ ages: youth, viewerIsGuardian: true, terms, at: now }), state, CN_1)).thenRecorded(granted({ ...terms, from: plus(now, wait), toGuardian: true, at: now }));
  });
  it('results to their guardian for just as long as counts', () => {
    const until = plus(aDayLater, 5 * MINUTE);
    given(requested, opened).when((state) => grant(grants({ ages: youth, viewerIsGuardian: true, terms: { ...asked, until } }), state, CN_1)).thenRecorded(granted({ until, from: aDayLater, toGuardian: true }));
    given(requested, opened).when((state) => grant(grants({ ages: youth, viewerIsGuardian: true, terms: { ...asked, until: plus(until, -1) } }), state, CN_1)).thenRefused('window', 'until');
  });
  it('results to their guardian for less than the day it takes', () =>
    given(requested, opened)
      .when((state) => grant(grants({ ages: youth, viewerIsGuardian: true, terms: { ...asked, until: aDayLater } }), state, CN_1))
      .thenRefused('window', 'until'));
});

describe('an end', () => {
  const by = (citizen: CitizenId) => ({ consent, by: citizen, at });
  const live = [requested, opened, granted()] as const;

  it('comes when the subject revokes', () => given(...live).when((state) => revoke(by(subject), state)).thenRecorded(revoked));
  it('comes once', () => given(...live, revoked).when((state) => revoke(by(subject), state)).thenNothing());
  it('comes when the viewer relinquishes', () => given(...live).when((state) => relinquish(by(viewer), state)).thenRecorded(relinquished));
  it('changes nothing after another end', () => given(...live, revoked).when((state) => relinquish(by(viewer), state)).thenNothing());
  it('is not for the viewer to revoke', () => given(...live).when((state) => revoke(by(viewer), state)).thenRefused('not-found'));
  it('is not for the subject to relinquish', () => given(...live).when((state) => relinquish(by(subject), state)).thenRefused('not-found'));
  it('needs a grant', () => given(requested, opened).when((state) => revoke(by(subject), state)).thenRefused('consent-not-live'));
  it('is not the viewer\'s before there is a grant', () => given(requested).when((state) => relinquish(by(viewer), state)).thenRefused('consent-not-live'));
  it('is nobody\'s where nobody asked', () => given().when((state) => relinquish(by(viewer), state)).thenRefused('not-found'));
  it('is not for strangers', () => given(...live).when((state) => revoke(by(stranger), state)).thenRefused('not-found'));
  it('comes before a grant by declining', () => given(requested, opened).when((state) => decline(by(subject), state)).thenRecorded(declined));
  it('is not for strangers by declining', () => given(requested, opened).when((state) => decline(by(stranger), state)).thenRefused('not-found'));
  it('does not come by declining once it was granted', () => given(...live).when((state) => decline(by(subject), state)).thenRefused('consent-not-open'));
  it('comes once by declining', () => given(requested, opened, declined).when((state) => decline(by(subject), state)).thenNothing());
  it.each([revoked, relinquished, ended])('keeps the grant, so that its holder can be told their terms: $type', (event) =>
    given(...live, event).thenState({ status: 'ended', grant: { viewer, subject, ...asked, from: at, toGuardian: false } }));
});

describe('the fold takes its history as it is:', () => {
  const viewed: ConsentEvent = { type: 'ViewDisclosed', data: { basis: consent, viewer, subject, scope: 'status', purpose: 'FAMRQT', rule: 'cn-1', viewerName: open(viewerName), at } };
  const live = [requested, opened, granted()] as const;
  const grant = { viewer, subject, ...asked, from: at, toGuardian: false };

  it('a view changes nothing', () => given(...live, viewed).thenState({ status: 'live', grant }));
  it('a code that is opened after the grant changes nothing', () => given(...live, opened).thenState({ status: 'live', grant }));
  it('what was never granted does not end', () => given(requested, revoked).thenState(evolve(NO_CONSENT, requested)));
  it('what ended does not end again', () => given(...live, relinquished, revoked).thenState({ status: 'ended', grant }));
});

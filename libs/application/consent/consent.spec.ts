import { describe, expect, it, jest } from '@jest/globals';
import { institutionId } from '../../../test/kit/institutions.js';
import { ConsentDesk } from '../../../test/kit/consent-desk.js';
import type { Fault } from '../../../test/kit/faulty-store.js';
import { confirmed, turned } from '../../../test/kit/guardianship.js';
import { daughter, mother, stranger, Viewing } from '../../../test/kit/viewing.js';
import { ConsentId, DAY, GuardianshipsId, guardianshipId, HOUR, type Instant, MINUTE, open, parseInstant, plus, StaffId } from '../../kernel/index.js';
import { ageInstants, type GuardianshipEvent } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { value } from '../../../test/kit/claims-office.js';

async function begin(victim?: string) {
  const viewing = await new Viewing(victim).people();
  return { viewing, desk: new ConsentDesk(viewing) };
}
const expired = { kind: 'refused', code: 'code-expired' };
const notFound = { kind: 'refused', code: 'not-found' };

describe('a code', () => {
  it('shows who asks, for what, and the words that are on the other screen', async () => {
    const { desk } = await begin();
    const asked = value(await desk.ask());
    expect(await desk.open(asked.code)).toEqual({
      kind: 'done',
      value: {
        consent: asked.consent,
        viewer: { family: '李', given: '娜', familyLatin: null, givenLatin: null },
        scope: 'results',
        purpose: 'FAMRQT',
        until: '2026-03-17T04:00:00.000Z',
        words: asked.words,
        position: expect.any(String),
      },
    });
  });

  it('is the same on a retry, for both', async () => {
    const { desk } = await begin();
    const asked = await desk.ask();
    expect(await desk.ask()).toEqual(asked);
    const opened = await desk.open(value(asked).code);
    expect(await desk.open(value(asked).code)).toEqual(opened);
  });

  it('sent with two bodies at once under one key is carried out for one of them, and the other is told', async () => {
    const { desk } = await begin();
    const [terms, other] = [desk.terms(), desk.terms({ scope: 'status' })];
    const both = await Promise.all([desk.ask(terms), desk.ask(other)]);
    expect(both).toMatchObject([{ kind: 'done' }, { kind: 'refused', code: 'idempotency-key-reused' }]);
  });

  it('given once more says nothing of what became of it', async () => {
    const { viewing, desk } = await begin();
    const terms = desk.terms();
    const asked = await desk.ask(terms);
    const { code, consent } = value(asked);
    const later = [];
    for (const act of [() => desk.open(code), () => desk.grant(consent, terms), () => viewing.view('status', consent), () => desk.revoke(consent)]) {
      viewing.clock.advance(MINUTE);
      expect(await act()).toMatchObject({ kind: 'done' });
      later.push(await desk.ask(terms));
    }
    expect(later).toEqual([asked, asked, asked, asked]);
  });

  it('given once more does not tell a no from a thought', async () => {
    const { viewing, desk } = await begin();
    const terms = desk.terms();
    const asked = await desk.ask(terms);
    await desk.open(value(asked).code);
    viewing.clock.advance(MINUTE);
    await desk.decline(value(asked).consent);
    expect(await desk.ask(terms)).toEqual(asked);
  });

  it('is not given again for another body under the same key', async () => {
    const { desk } = await begin();
    await desk.ask();
    expect(await desk.ask(desk.terms({ scope: 'status' }))).toEqual({ kind: 'refused', code: 'idempotency-key-reused' });
  });

  it('is not given while read models have stopped: how many the viewer holds is not known then', async () => {
    const { viewing, desk } = await begin();
    viewing.readModels.upTo = 0n;
    expect(await desk.ask()).toEqual({ kind: 'refused', code: 'read-models-behind' });
    viewing.readModels.upTo = await viewing.store.head();
    expect(await desk.ask()).toMatchObject({ kind: 'done' });
  });

  it('that is unknown, wrong, no code at all, expired or taken is one refusal', async () => {
    const { viewing, desk } = await begin();
    const { code } = value(await desk.ask());
    const wrong = `${code.slice(0, 30)}${code[30] === 'A' ? 'B' : 'A'}${code.slice(31)}`;
    const answers = [await desk.open(wrong), await desk.open('A'.repeat(43)), await desk.open('no code')];
    await desk.open(code);
    answers.push(await desk.open(code, stranger));
    const late = value(await desk.ask(desk.terms(), 'later'));
    viewing.clock.advance(30 * MINUTE);
    answers.push(await desk.open(late.code, mother, 'late'));
    expect(answers).toEqual(Array.from({ length: 5 }, () => expired));
  });
});

describe('a grant', () => {
  it('lets the viewer see, until it is revoked', async () => {
    const { viewing, desk } = await begin();
    const consent = await desk.opened();
    expect(await viewing.view('status', consent)).toEqual(notFound);
    expect(await desk.grant(consent)).toMatchObject({ kind: 'done', value: { consent, scope: 'results', from: '2026-03-10T04:00:00.000Z', until: '2026-03-17T04:00:00.000Z' } });
    expect(await viewing.view('results', consent)).toMatchObject({ kind: 'done' });
    expect(await desk.revoke(consent)).toMatchObject({ kind: 'done', value: { consent, state: 'ended' } });
    expect(await viewing.view('results', consent)).toEqual(notFound);
  });

  it('is nobody\'s but the subject\'s to give, decline or take back', async () => {
    const { desk } = await begin();
    const consent = await desk.opened();
    expect(await desk.grant(consent, desk.terms(), stranger)).toEqual(notFound);
    expect(await desk.grant(consent, desk.terms(), daughter)).toEqual(notFound);
    expect(await desk.decline(consent, daughter)).toEqual(notFound);
    await desk.grant(consent);
    expect(await desk.revoke(consent, stranger)).toEqual(notFound);
    expect(await desk.revoke(consent, daughter)).toEqual(notFound);
    expect(await desk.relinquish(consent, mother)).toEqual(notFound);
  });

  it('costs a stranger the same reads as one that nobody asked for', async () => {
    const { viewing, desk } = await begin();
    const reads = jest.spyOn(viewing.store, 'readMany');
    const readsFor = async (consent: ConsentId): Promise<number> => {
      reads.mockClear();
      expect(await desk.grant(consent, desk.terms(), stranger)).toEqual(notFound);
      return reads.mock.calls.length;
    };
    const consent = await desk.opened();
    expect(await readsFor(consent)).toBe(await readsFor(ConsentId(`c_${'0'.repeat(32)}`)));
  });

  it('ends when the viewer gives it up; whatever comes after changes nothing', async () => {
    const { viewing, desk } = await begin();
    const consent = await desk.opened();
    await desk.grant(consent);
    expect(await desk.relinquish(consent)).toMatchObject({ kind: 'done', value: { consent, state: 'ended' } });
    expect(await desk.revoke(consent)).toMatchObject({ kind: 'done', value: { consent, state: 'ended' } });
    expect(await viewing.facts('ConsentRevoked')).toEqual([]);
    expect(await desk.grant(consent, desk.terms(), mother, 'again')).toEqual({ kind: 'refused', code: 'consent-not-open' });
  });

  it('cannot be kept from ending by views that come in between', async () => {
    const { viewing, desk } = await begin('ConsentRevoked');
    const consent = await desk.opened();
    await desk.grant(consent);
    const inBetween: Fault = async (through) => {
      await viewing.view('status', consent);
      return through();
    };
    viewing.store.plant(...Array.from({ length: 30 }, () => inBetween));
    expect(await desk.revoke(consent)).toMatchObject({ kind: 'done' });
    expect(await viewing.facts('ViewDisclosed')).toHaveLength(30);
    expect(await viewing.view('status', consent)).toEqual(notFound);
  });
});

describe('a minor', () => {
  const child = stranger;

  it('under 14 opens a code and cannot grant, nor at 14 with the account that they had before, until a registrar saw that it is theirs', async () => {
    const viewing = new Viewing();
    await viewing.enrol(child, '赵', '小', '2012-03-11');
    await viewing.enrol(daughter, '李', '娜');
    const desk = new ConsentDesk(viewing);
    const terms = desk.terms();
    const consent = await desk.opened(child, terms);
    expect(await desk.grant(consent, terms, child)).toEqual({ kind: 'refused', code: 'under-age' });
    // 00:00 in Shanghai of the 14th birthday is 16:00 UTC of the day before.
    viewing.clock.advance(12 * HOUR);
    expect(await desk.grant(consent, terms, child, 'grown')).toEqual({ kind: 'refused', code: 'under-age' });
    await viewing.link(child, { registrar: StaffId('5f'.repeat(16)), office: institutionId('office-north') });
    expect(await desk.grant(consent, terms, child, 'seen')).toMatchObject({ kind: 'done' });
  });

  /** A youth of 15, tested this morning, who opened a code of their guardian's. */
  async function guarded(standing: { readonly from?: Instant } = {}) {
    const viewing = new Viewing();
    await viewing.enrol(child, '赵', '小', '2011-01-01');
    await viewing.enrol(daughter, '李', '娜');
    await viewing.result(child, '260415000', 0.5);
    const desk = new ConsentDesk(viewing);
    const stream = GuardianshipsId(desk.names.guardianships(child));
    const facts = { guardianship: guardianshipId(stream, 1), guardian: daughter, dependent: child, ages: open(ageInstants('2011-01-01', CN_1)), ...standing };
    await viewing.guardianship(confirmed(1, facts), stream);
    const terms = desk.terms({ until: plus(viewing.clock.now(), 3 * DAY) });
    return { viewing, desk, terms, stream, consent: await desk.opened(child, terms) };
  }

  it('of 15 grants results to their guardian: they count a day later, without institution', async () => {
    const { viewing, desk, terms, consent } = await guarded();
    expect(await desk.grant(consent, terms, child)).toMatchObject({ value: { from: '2026-03-11T04:00:00.000Z' } });
    expect(await viewing.view('results', consent)).toEqual(notFound);
    viewing.clock.advance(24 * HOUR);
    const view = value(await viewing.view('results', consent));
    expect(view.results).toHaveLength(1);
    expect(view.results?.[0]).not.toHaveProperty('institution');
  });

  it('has the day also before a guardian who is one in 72 hours only, and before one who is suspended', async () => {
    const soon = await guarded({ from: parseInstant('2026-03-13T04:00:00Z') });
    expect(await soon.desk.grant(soon.consent, soon.terms, child)).toMatchObject({ value: { from: '2026-03-11T04:00:00.000Z' } });
    const suspended = await guarded();
    const { type, data } = turned('GuardianshipSuspended');
    const parties = { guardianship: guardianshipId(suspended.stream, 1), guardian: daughter, dependent: child };
    await suspended.viewing.guardianship({ type, data: { ...data, ...parties } } as GuardianshipEvent, suspended.stream);
    expect(await suspended.desk.grant(suspended.consent, suspended.terms, child)).toMatchObject({ value: { from: '2026-03-11T04:00:00.000Z' } });
  });
});

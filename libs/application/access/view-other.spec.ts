import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../../test/kit/faulty-store.js';
import { confirmed, stream as guardianships, turned } from '../../../test/kit/guardianship.js';
import { copied } from '../../../test/kit/recorded.js';
import { consent, daughter, mother, stranger, Viewing } from '../../../test/kit/viewing.js';
import { refusalCodec } from '../../domain/access/index.js';
import type { GuardianshipEvent } from '../../domain/guardianship/index.js';
import { StoreUnavailable } from '../../event-store/index.js';
import { Names } from '../names.js';
import { ConsentId, DAY, guardianshipId, open, plus } from '../../kernel/index.js';

const child = guardianshipId(guardianships, 1);

describe('a view', () => {
  it('of status shows who looks, by the name in the log, label, surname, status, rule and day', async () => {
    const viewing = await new Viewing().granted();
    const view = await viewing.view('status');
    expect(view).toEqual({ kind: 'done', value: { disclosure: expect.any(String), viewer: { family: '李', given: '娜', familyLatin: null, givenLatin: null }, label: 'Mum', surname: '王', status: 'clear', rule: 'cn-1', asOf: '2026-03-10' } });
  });

  it('of results adds the tests of 14 days, newest first, and the end of what the rule says', async () => {
    const viewing = await new Viewing().granted();
    await viewing.result(mother, '260415000', 3);
    await viewing.result(mother, '260415000', 14);
    expect(await viewing.view('results')).toMatchObject({
      value: {
        status: 'clear',
        validUntil: '2026-03-11T04:00:00.000Z',
        results: [
          { test: '94309-2', result: '260415000', collectedAt: '2026-03-09T04:00:00.000Z', reportedAt: '2026-03-09T05:00:00.000Z', institution: 'East Clinic' },
          { collectedAt: '2026-03-07T04:00:00.000Z' },
        ],
      },
    });
  });

  it.each([
    ['stands', [], undefined],
    ['is suspended', ['GuardianshipSuspended'], undefined],
    ['has ended', ['GuardianshipEnded'], 'East Clinic'],
  ] as const)('of results under a consent tells a viewer who became the guardian since where they are from only if that guardianship %s: %j', async (_how, turns, institution) => {
    const viewing = await new Viewing().granted();
    const stream = new Names(viewing.index).guardianships(mother);
    await viewing.guardianship(confirmed(1, { guardian: daughter, dependent: mother }), stream);
    for (const type of turns) {
      const event = turned(type, 1);
      await viewing.guardianship({ ...event, data: { ...event.data, guardian: daughter, dependent: mother } } as GuardianshipEvent, stream);
    }
    const view = await viewing.view('results');
    expect(view).toMatchObject({ kind: 'done', value: { results: [{ result: '260415000' }] } });
    expect(view.kind === 'done' && view.value.results?.[0]?.institution).toBe(institution);
    expect(await viewing.view('status')).toMatchObject({ kind: 'done' });
  });

  it('of a child hides the institution from the guardian, and has the label of the guardian\'s claim', async () => {
    const viewing = await new Viewing().confirmed();
    await viewing.labels(mother);
    const collectedAt = '2026-03-08T04:00:00.000Z';
    expect(await viewing.view('results', child, mother)).toEqual({
      kind: 'done',
      value: {
        disclosure: expect.any(String),
        viewer: { family: '王', given: '芳', familyLatin: null, givenLatin: null },
        label: '宝宝',
        surname: '李',
        status: 'positive',
        rule: 'cn-1',
        asOf: '2026-03-10',
        validUntil: '2026-03-22T04:00:00.000Z',
        results: [{ test: '94309-2', result: '260373001', collectedAt, reportedAt: '2026-03-08T05:00:00.000Z' }],
      },
    });
  });

  it.each([
    ['gave none', async () => undefined],
    ['has lost the key of it', (viewing: Viewing) => viewing.vault.destroy({ owner: mother, class: 'person' })],
    ['has it out of reach', async ({ store }: Viewing) => {
      const readMany = store.readMany.bind(store);
      store.readMany = async (ranges) => {
        if (ranges.some(({ stream }) => stream.startsWith('claim-'))) throw new StoreUnavailable();
        return readMany(ranges);
      };
    }],
  ])('of a child stands without a label where the guardian %s', async (how, arrange) => {
    const viewing = await new Viewing().confirmed();
    if (how !== 'gave none') await viewing.labels(mother);
    expect(await viewing.view('status', child, mother)).toMatchObject({ kind: 'done' });
    await arrange(viewing);
    expect(await viewing.view('status', child, mother)).toMatchObject({ kind: 'done', value: { label: null, surname: '李' } });
  });

  it('is in the log of its basis, one event for each, under the code that the answer carries', async () => {
    const viewing = await new Viewing().granted();
    const views = [await viewing.view('status'), await viewing.view('results')];
    const log = (await viewing.store.readAll(0n, 1_000)).filter(({ type }) => type === 'ViewDisclosed');
    expect(log.map(({ id }) => id)).toEqual(views.map((view) => (view.kind === 'done' ? view.value.disclosure : view.code)));
    expect(await viewing.facts('ViewDisclosed')).toMatchObject([{ viewer: daughter, subject: mother, scope: 'status', rule: 'cn-1' }, { scope: 'results' }]);
  });

  it('does not wait for others, nor conflict with them, in one process', async () => {
    const viewing = await new Viewing().granted();
    let appends = 0;
    const counted: Fault = (through) => {
      appends += 1;
      return through();
    };
    viewing.store.plant(...Array.from({ length: 100 }, () => counted));
    const views = await Promise.all(Array.from({ length: 20 }, () => viewing.view()));
    expect(views.every(({ kind }) => kind === 'done')).toBe(true);
    expect(appends).toBe(20);
  });
});

describe('what is not a view', () => {
  const nothing = { kind: 'refused', code: 'not-found' };
  const unknown = ConsentId(`c_${'99'.repeat(16)}`);

  it('looks the same for unknown, foreign, revoked and suspended ids', async () => {
    const viewing = await new Viewing().granted();
    await viewing.confirmed();
    const answers = [await viewing.view('status', unknown), await viewing.view('status', consent, stranger), await viewing.view('status', child, stranger)];
    await viewing.revoke();
    await viewing.turn('GuardianshipSuspended');
    answers.push(await viewing.view(), await viewing.view('status', child, mother), await viewing.view());
    expect(answers).toEqual(Array.from({ length: 6 }, () => nothing));
  });

  it('is recorded, each attempt once, with the subject where there is one', async () => {
    const viewing = await new Viewing().granted();
    await viewing.view('status', unknown);
    await viewing.view('status', consent, stranger);
    await viewing.revoke();
    await viewing.view();
    expect(await viewing.facts('ViewRefused')).toMatchObject([
      { viewer: daughter, basis: unknown, subject: null, known: false },
      { viewer: stranger, basis: consent, subject: mother, known: false },
      { viewer: daughter, basis: consent, subject: mother, known: true },
    ]);
  });

  it('keeps no name of a stranger, not even under a seal', async () => {
    const viewing = await new Viewing().granted();
    await viewing.view('status', consent, stranger);
    const refusals = (await viewing.store.readAll(0n, 1_000)).filter(({ type }) => type === 'ViewRefused');
    expect(await viewing.ledger.openAll(refusalCodec, refusals.map(copied))).toMatchObject([{ data: { viewerName: { kind: 'open', value: null } } }]);
  });

  it('has no subject where nobody has opened what was asked for, and then keeps no name either', async () => {
    const viewing = await new Viewing().granted();
    const own = ConsentId(`c_${'0d'.repeat(16)}`);
    const at = viewing.clock.now();
    await viewing.request({ type: 'ConsentRequested', data: { consent: own, viewer: daughter, scope: 'status', purpose: 'FAMRQT', until: plus(at, DAY), codeHash: 'cd', codeUntil: plus(at, DAY), policy: 'cn-1', label: open('Dad'), at } });
    expect(await viewing.view('status', own)).toEqual(nothing);
    expect(await viewing.facts('ViewRefused')).toMatchObject([{ viewer: daughter, basis: own, subject: null, known: false }]);
  });

  it('names to the subject who ever had a tie to them', async () => {
    const viewing = await new Viewing().granted();
    viewing.readModels.haveTie = async (one, other) => one === stranger && other === mother;
    await viewing.view('status', consent, stranger);
    expect(await viewing.facts('ViewRefused')).toMatchObject([{ viewer: stranger, known: true }]);
  });

  it('tells the holder their own terms outside the grant, alike whether it is live or revoked', async () => {
    const viewing = await new Viewing().granted({ scope: 'status' });
    const live = await viewing.view('results');
    await viewing.revoke();
    expect(await viewing.view('results')).toEqual(live);
    expect(live).toEqual({
      kind: 'refused',
      code: 'outside-grant',
      details: { grant: { scope: 'status', purposes: ['FAMRQT'], from: '2026-03-10T04:00:00.000Z', until: '2026-03-17T04:00:00.000Z' } },
    });
    expect(await viewing.facts('ViewRefused')).toHaveLength(2);
  });

  it('tells them the same after its window', async () => {
    const viewing = await new Viewing().granted();
    await viewing.view();
    viewing.clock.set(plus(viewing.clock.now(), 7 * DAY));
    expect(await viewing.view()).toMatchObject({ code: 'outside-grant' });
  });
});

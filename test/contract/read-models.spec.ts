import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BasisId, DAY, HOUR, instant, plus } from '../../libs/kernel/index.js';
import {
  citizen,
  consent,
  consentEvents,
  contactChanged,
  enrolled,
  guardianship,
  guardianshipEvents,
  NOON,
  refusedView,
  sampleEvents,
  TOMORROW,
  viewed,
} from './read-models/facts.js';
import { openPlayed, type Played } from './read-models/played.js';

const family = { by: 2, of: 1 };
const { requested, opened, granted, revoked } = consentEvents(7, family);
const first = sampleEvents(1, 1);
const second = sampleEvents(2, 1);

describe('Read models in Postgres', () => {
  let played: Played;
  const view = (basis: BasisId = consent(7), viewer = citizen(2), now = NOON) => played.readModels.proxyView(basis, viewer, now);

  beforeAll(async () => {
    played = await openPlayed();
    await played.play(enrolled(1), enrolled(2), contactChanged(1), requested, opened, granted, first.recorded, second.recorded, second.corrected);
  });
  afterAll(() => played.close());

  it('show a live basis to its viewer: the enrolment, the own request, what stands', async () => {
    const seen = await view();
    expect(seen).toMatchObject({ basis: consent(7), subject: citizen(1), enrolled: { type: 'CitizenEnrolled', position: 1n }, requested: { type: 'ConsentRequested', position: 4n } });
    expect(seen?.results.map(({ type, position }) => [type, position])).toEqual([['ResultRecorded', 7n], ['ResultCorrected', 9n]]);
  });

  it('give the bytes that were appended', async () => {
    const [asAppended] = await played.store.readAll(6n, 1);
    const [recorded] = (await view())?.results ?? [];
    expect(recorded).toEqual({ id: asAppended?.id, type: 'ResultRecorded', version: 2, position: 7n, data: Buffer.from(asAppended?.data ?? []) });
  });

  it.each([
    ['to somebody else', consent(7), citizen(3), NOON],
    ['to the subject', consent(7), citizen(1), NOON],
    ['under another basis', consent(8), citizen(2), NOON],
    ['before its window', consent(7), citizen(2), instant(NOON - 1)],
    ['at its end', consent(7), citizen(2), TOMORROW],
  ])('show nothing %s', async (_case, basis, viewer, now) => expect(await view(basis, viewer, now)).toBeUndefined());

  it('show it to the last millisecond of its window', async () => expect(await view(consent(7), citizen(2), instant(TOMORROW - 1))).toBeDefined());

  it('ask once for all views of an event-loop tick, and give each its own', async () => {
    let statements = 0;
    played.pool.on('acquire', () => {
      statements += 1;
    });
    const answers = await Promise.all([view(), view(consent(8)), view(consent(7), citizen(2), TOMORROW), view()]);
    played.pool.removeAllListeners('acquire');
    expect(answers.map((answer) => answer?.basis)).toEqual([consent(7), undefined, undefined, consent(7)]);
    expect(statements).toBe(1);
  });

  it('list own results, newest first', async () => expect((await played.readModels.ownResults(citizen(1))).map(({ position }) => position)).toEqual([9n, 7n]));

  it('list bases for both parties, with what was asked and granted', async () => {
    const row = { basis: consent(7), kind: 'consent', state: 'live', scope: 'results', purposes: ['FAMRQT'], from: NOON, until: TOMORROW, requested: { position: 4n }, granted: { position: 6n } };
    expect(await played.readModels.basesOf(citizen(1))).toMatchObject([row]);
    expect(await played.readModels.basesOf(citizen(2))).toMatchObject([row]);
    expect(await played.readModels.basesOf(citizen(3))).toEqual([]);
  });

  it('give the access log newest first, in pages', async () => {
    await played.play(viewed(consent(7), family), refusedView(consent(7), 3, 1), refusedView(consent(9), 3, null));
    const log = await played.readModels.disclosures(citizen(1), null, 2);
    expect(log.map(({ kind, event }) => [kind, event.position])).toEqual([['refusal', 11n], ['view', 10n]]);
    expect((await played.readModels.disclosures(citizen(1), 10n, 5)).map(({ kind, event }) => [kind, event.type])).toEqual([['staff', 'ResultCorrected']]);
  });

  it('show nothing after the revocation, and keep it in the lists', async () => {
    await played.play(revoked, second.withdrawn);
    expect(await view()).toBeUndefined();
    expect(await played.readModels.basesOf(citizen(2))).toMatchObject([{ state: 'ended', until: TOMORROW }]);
    expect((await played.readModels.ownResults(citizen(1))).map(({ position }) => position)).toEqual([7n]);
  });

  it('count live consents and requests that can still become one', async () => {
    const other = consentEvents(8, family);
    const third = consentEvents(9, family);
    await played.play(other.requested, third.requested, third.opened);
    expect(await played.readModels.heldConsents(citizen(2), NOON)).toBe(2);
    expect(await played.readModels.heldConsents(citizen(2), plus(NOON, HOUR))).toBe(1); // the unopened code is dead
    expect(await played.readModels.heldConsents(citizen(2), TOMORROW)).toBe(0);
    await played.play(third.declined);
    expect(await played.readModels.heldConsents(citizen(2), NOON)).toBe(1);
  });

  it('tell a tie, also after its end', async () => {
    const other = consentEvents(10, { by: 2, of: 4 });
    await played.play(other.requested, other.opened, other.declined);
    const tied = (one: number, other: number, since = NOON) => played.readModels.haveTie(citizen(one), citizen(other), since);
    expect(await Promise.all([tied(1, 2), tied(2, 1), tied(2, 4), tied(1, 3), tied(1, 2, plus(NOON, DAY))])).toEqual([true, true, true, false, false]);
  });

  it('tell a tie as long as the window of a live basis, and from its end on as of that end', async () => {
    const month = consentEvents(11, { by: 2, of: 5 }, plus(NOON, 30 * DAY));
    const tied = (since: number) => played.readModels.haveTie(citizen(5), citizen(2), plus(NOON, since));
    await played.play(month.requested, month.opened, month.granted);
    expect(await Promise.all([tied(DAY), tied(30 * DAY), tied(30 * DAY + 1)])).toEqual([true, true, false]);
    await played.play(month.revoked);
    expect(await Promise.all([tied(0), tied(1)])).toEqual([true, false]);
  });

  it('show nothing under a guardianship that is suspended, or over', async () => {
    const { confirmed, suspended, ended } = guardianshipEvents(4, { by: 5, of: 6 });
    await played.play(enrolled(6), confirmed, suspended);
    expect(await view(guardianship(6), citizen(5))).toBeUndefined();
    await played.play(ended);
    expect(await view(guardianship(6), citizen(5))).toBeUndefined();
  });

  it('say where they are', async () => {
    const head = await played.store.head();
    expect(await played.readModels.position()).toBe(head);
    expect(await played.readModels.reached(head, 0)).toBe(true);
    expect(await played.readModels.reached(head + 1n, 20)).toBe(false);
    expect(await played.readModels.status()).toMatchObject({ position: head, counts: { person: 3, proxy_view: 0, standing_result: 1 } });
  });
});

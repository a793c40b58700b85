import { describe, expect, it } from '@jest/globals';
import { ConsentDesk } from '../../../test/kit/consent-desk.js';
import { value } from '../../../test/kit/claims-office.js';
import { stream as guardianships } from '../../../test/kit/guardianship.js';
import { freshnessOf } from '../../../test/kit/in-time.js';
import { copied } from '../../../test/kit/recorded.js';
import { claimOf, consent, daughter, mother, Viewing } from '../../../test/kit/viewing.js';
import { AccountId, type CitizenId, DAY, guardianshipId, MINUTE, plus } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import { People } from '../people/people.js';
import type { BasisRow } from '../ports/index.js';
import { streams } from '../streams.js';
import { MyBases, MyBasesHandler } from './my-bases.js';
import { VerifiedNames } from './verified-names.js';

/** The lists of somebody, given a row as the read model has it; its copies come from the log. */
const listsOf = async (viewing: Viewing, citizen: CitizenId, row: Partial<BasisRow>) => value(await answerOf(viewing, citizen, row));

async function answerOf(viewing: Viewing, citizen: CitizenId, row: Partial<BasisRow>, atLeast: string | null = null) {
  const log = await viewing.store.readAll(0n, 1_000);
  const copy = (type: string) => log.filter((event) => event.type === type).map(copied).at(-1) ?? null;
  const now = viewing.clock.now();
  const terms = { scope: 'results', purposes: ['FAMRQT'], from: null, until: plus(now, DAY) } as const;
  const copies = { requested: copy('ConsentRequested'), granted: copy('ConsentGranted') ?? copy('GuardianshipConfirmed') };
  const full: BasisRow = { basis: consent, kind: 'consent', viewer: daughter, subject: mother, state: 'live', ...terms, ...copies, ...row };
  viewing.readModels.basesOf = async () => [full];
  const actor = { account: AccountId(citizen), assurance: 'al1', citizen, duty: undefined } as const;
  const freshness = freshnessOf(viewing);
  const names = new VerifiedNames(new People(viewing.ledger));
  return new MyBasesHandler(viewing.ledger, viewing.clock, viewing.readModels, names, freshness).execute(new MyBases(actor, citizen, atLeast));
}

const viewer = { family: '李', given: '娜', familyLatin: null, givenLatin: null };
const terms = { basis: consent, kind: 'consent', scope: 'results', purposes: ['FAMRQT'], from: '2026-03-10T04:00:00.000Z', until: '2026-03-17T04:00:00.000Z' };

describe('a grant', () => {
  it('stands with the subject under the viewer\'s verified name', async () => {
    const viewing = await new Viewing().granted();
    expect(await listsOf(viewing, mother, {})).toEqual({ onMe: [{ ...terms, viewer, state: 'live' }], mine: [] });
  });

  it('stands with the viewer under their own label', async () => {
    const viewing = await new Viewing().granted();
    expect(await listsOf(viewing, daughter, {})).toEqual({ onMe: [], mine: [{ ...terms, label: 'Mum', state: 'granted' }] });
  });

  it('that is revoked changes for the subject, and not for the viewer', async () => {
    const viewing = await new Viewing().granted();
    const before = await listsOf(viewing, daughter, {});
    await viewing.revoke();
    expect(await listsOf(viewing, mother, { state: 'ended' })).toMatchObject({ onMe: [{ state: 'ended' }] });
    expect(await listsOf(viewing, daughter, { state: 'ended' })).toEqual(before);
  });

  it('is in no list that read models would give which have not passed it: they know it as a request', async () => {
    const viewing = await new Viewing().people();
    const before = await viewing.store.head();
    await viewing.granted();
    expect(await answerOf(viewing, mother, {})).toMatchObject({ kind: 'done' });
    viewing.readModels.upTo = before;
    expect(await answerOf(viewing, mother, { state: 'opened', granted: null })).toEqual({ kind: 'refused', code: 'read-models-behind' });
  });

  it('is in neither list after its window', async () => {
    const viewing = await new Viewing().granted();
    viewing.clock.advance(7 * DAY);
    expect([await listsOf(viewing, mother, {}), await listsOf(viewing, daughter, {})]).toEqual([{ onMe: [], mine: [] }, { onMe: [], mine: [] }]);
  });
});

describe('a request', () => {
  async function asked() {
    const viewing = await new Viewing().people();
    await new ConsentDesk(viewing).opened();
    return viewing;
  }

  it('that was opened stands with both', async () => {
    const viewing = await asked();
    expect(await listsOf(viewing, mother, { state: 'opened' })).toMatchObject({ onMe: [{ viewer, state: 'opened' }] });
    expect(await listsOf(viewing, daughter, { state: 'opened' })).toMatchObject({ mine: [{ label: 'Mum', from: null, state: 'asked' }] });
  });

  it('that was declined looks to the viewer like one that is thought about', async () => {
    const viewing = await asked();
    expect(await listsOf(viewing, daughter, { state: 'declined' })).toEqual(await listsOf(viewing, daughter, { state: 'opened' }));
  });

  it('that nobody opened in time is gone', async () => {
    const viewing = await asked();
    viewing.clock.advance(30 * MINUTE);
    expect(await listsOf(viewing, daughter, { state: 'requested', subject: null })).toEqual({ onMe: [], mine: [] });
  });

  it('that may still be opened stands with the viewer, and with nobody else', async () => {
    const viewing = await asked();
    viewing.clock.advance(30 * MINUTE - 1);
    expect(await listsOf(viewing, daughter, { state: 'requested', subject: null })).toMatchObject({ onMe: [], mine: [{ label: 'Mum', state: 'asked' }] });
    expect(await listsOf(viewing, mother, { state: 'requested' })).toEqual({ onMe: [], mine: [] });
  });

  it('that was opened in time stands with both after the time for it', async () => {
    const viewing = await asked();
    viewing.clock.advance(30 * MINUTE);
    expect(await listsOf(viewing, mother, { state: 'opened' })).toMatchObject({ onMe: [{ state: 'opened' }] });
    expect(await listsOf(viewing, daughter, { state: 'opened' })).toMatchObject({ mine: [{ state: 'asked' }] });
  });

  it('that asks for no end is never over', async () => {
    const viewing = await asked();
    expect(await listsOf(viewing, daughter, { state: 'opened', until: null })).toMatchObject({ mine: [{ from: null, until: null, state: 'asked' }] });
  });

  it('stands without a label where the row has no copy of it, or of another event', async () => {
    const viewing = await asked();
    const opened = (await viewing.store.readAll(0n, 1_000)).filter(({ type }) => type === 'ConsentCodeOpened').map(copied);
    expect(opened).toHaveLength(1);
    for (const requested of [null, ...opened]) expect(await listsOf(viewing, daughter, { state: 'requested', requested })).toMatchObject({ mine: [{ label: null, state: 'asked' }] });
  });
});

describe('both lists', () => {
  it('are not older than asked for, or not there', async () => {
    const viewing = await new Viewing().granted();
    const head = await viewing.store.head();
    const atLeast = new Cursors(viewing.index).write(AccountId(mother), head);
    expect(await answerOf(viewing, mother, {}, atLeast)).toMatchObject({ kind: 'done' });
    viewing.readModels.upTo = head - 1n;
    expect(await answerOf(viewing, mother, {}, atLeast)).toEqual({ kind: 'refused', code: 'read-models-behind' });
  });
});

describe('a guardianship', () => {
  /** It came of a claim in which the mother calls the daughter by a name. */
  async function labelledOne() {
    const viewing = await new Viewing().confirmed();
    await viewing.labels(mother);
    return viewing;
  }

  const row = { basis: guardianshipId(guardianships, 1), kind: 'guardianship', viewer: mother, subject: daughter } as const;

  it('covers what age allows now, and names the guardian', async () => {
    const viewing = await new Viewing().confirmed();
    expect(await listsOf(viewing, daughter, row)).toMatchObject({ onMe: [{ kind: 'guardianship', scope: 'results', viewer: { given: '强' }, state: 'live' }] });
    expect(await listsOf(viewing, mother, row)).toMatchObject({ mine: [{ scope: 'results', purposes: ['FAMRQT'], label: null, state: 'granted' }] });
  });

  it('that is suspended changes for the dependent only', async () => {
    const viewing = await new Viewing().confirmed();
    expect(await listsOf(viewing, daughter, { ...row, state: 'suspended' })).toMatchObject({ onMe: [{ state: 'suspended' }] });
    expect(await listsOf(viewing, mother, { ...row, state: 'suspended' })).toMatchObject({ mine: [{ state: 'granted' }] });
  });

  it('stands with the guardian under the label of their claim', async () => {
    expect(await listsOf(await labelledOne(), mother, row)).toMatchObject({ mine: [{ label: '宝宝', state: 'granted' }] });
  });

  it('has a label that is read for nobody else', async () => {
    const viewing = await labelledOne();
    const read: string[] = [];
    const readMany = viewing.store.readMany.bind(viewing.store);
    viewing.store.readMany = (ranges) => {
      read.push(...ranges.map(({ stream }) => stream));
      return readMany(ranges);
    };
    await listsOf(viewing, daughter, row);
    expect(read).not.toContain(streams.claim(claimOf(1)));
    await listsOf(viewing, mother, row);
    expect(read).toContain(streams.claim(claimOf(1)));
  });
});

import { describe, expect, it } from '@jest/globals';
import { ConsentDesk } from '../../../test/kit/consent-desk.js';
import { value } from '../../../test/kit/claims-office.js';
import { stream as guardianships } from '../../../test/kit/guardianship.js';
import { copied } from '../../../test/kit/recorded.js';
import { consent, daughter, mother, Viewing } from '../../../test/kit/viewing.js';
import { AccountId, type CitizenId, DAY, guardianshipId, MINUTE, plus } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import { Freshness } from '../freshness.js';
import { People } from '../people/people.js';
import type { BasisRow } from '../ports/index.js';
import { MyBases, MyBasesHandler } from './my-bases.js';
import { VerifiedNames } from './verified-names.js';

/** The lists of somebody, given a row as the read model has it; its copies come from the log. */
async function listsOf(viewing: Viewing, citizen: CitizenId, row: Partial<BasisRow>) {
  const log = await viewing.store.readAll(0n, 1_000);
  const copy = (type: string) => log.filter((event) => event.type === type).map(copied).at(-1) ?? null;
  const now = viewing.clock.now();
  const terms = { scope: 'results', purposes: ['FAMRQT'], from: null, until: plus(now, DAY) } as const;
  const copies = { requested: copy('ConsentRequested'), granted: copy('ConsentGranted') ?? copy('GuardianshipConfirmed') };
  const full: BasisRow = { basis: consent, kind: 'consent', viewer: daughter, subject: mother, state: 'live', ...terms, ...copies, ...row };
  viewing.readModels.basesOf = async () => [full];
  const actor = { account: AccountId(citizen), assurance: 'al1', citizen, duty: undefined } as const;
  const freshness = new Freshness(new Cursors(viewing.index), viewing.readModels);
  const names = new VerifiedNames(new People(viewing.ledger));
  return value(await new MyBasesHandler(viewing.ledger, viewing.clock, viewing.readModels, names, freshness).execute(new MyBases(actor, citizen, null)));
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
});

describe('a guardianship', () => {
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
});

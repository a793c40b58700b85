import { describe, expect, it } from '@jest/globals';
import { value } from '../../../test/kit/claims-office.js';
import { stream as guardianships } from '../../../test/kit/guardianship.js';
import { freshnessOf } from '../../../test/kit/in-time.js';
import { copied } from '../../../test/kit/recorded.js';
import { consent, daughter, mother, stranger, Viewing } from '../../../test/kit/viewing.js';
import { AccountId, type CitizenId, guardianshipId, InstitutionName } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import type { AccessEntry } from '../ports/index.js';
import { MyDisclosures, MyDisclosuresHandler } from './my-disclosures.js';
import { LineReader } from './read-line.js';

const KINDS: Readonly<Record<string, AccessEntry['kind']>> = { ViewDisclosed: 'view', ViewRefused: 'refusal', GuardianshipConfirmed: 'staff', GuardianshipSuspended: 'staff' };

interface Page {
  readonly before?: string | null;
  readonly limit?: number;
  readonly account?: CitizenId;
  readonly atLeast?: string | null;
  readonly kinds?: typeof KINDS;
}

/** A page of somebody's log, from all entries there are. */
function pageOf(viewing: Viewing, citizen: CitizenId, { before = null, limit = 10, account = citizen, atLeast = null, kinds = KINDS }: Page = {}) {
  viewing.readModels.disclosures = async (_citizen, position, atMost) => {
    const log = (await viewing.store.readAll(0n, 1_000)).map(copied).toReversed();
    const entries = log.flatMap((event): readonly AccessEntry[] => (kinds[event.type] === undefined ? [] : [{ kind: kinds[event.type] ?? 'staff', event }]));
    return entries.filter(({ event }) => position === null || event.position < position).slice(0, atMost);
  };
  const actor = { account: AccountId(account), assurance: 'al1', citizen, duty: undefined } as const;
  const cursors = new Cursors(viewing.index);
  const lines = new LineReader(viewing.ledger, viewing.institutions, viewing.names);
  const handler = new MyDisclosuresHandler(viewing.readModels, cursors, freshnessOf(viewing), lines);
  return handler.execute(new MyDisclosures(actor, citizen, before, limit, atLeast));
}

const look = { at: '2026-03-10T04:00:00.000Z', basis: consent, scope: 'status', purpose: 'FAMRQT' };
const viewer = { family: '李', given: '娜', familyLatin: null, givenLatin: null };

describe('somebody\'s log', () => {
  it('says of a view who, under which basis, why, what and by which rule, and never the values', async () => {
    const viewing = await new Viewing().granted();
    const { disclosure } = value(await viewing.view());
    expect(value(await pageOf(viewing, mother))).toEqual({ entries: [{ kind: 'view', disclosure, ...look, viewer, rule: 'cn-1' }], next: null });
  });

  it('names who tried and ever had a tie, and gives a stranger one pseudonym', async () => {
    const viewing = await new Viewing().granted();
    await viewing.revoke();
    await viewing.view();
    await viewing.view('status', consent, stranger);
    await viewing.view('status', consent, stranger);
    const { entries } = value(await pageOf(viewing, mother));
    const pseudonym = expect.stringMatching(/^[0-9a-f]{12}$/);
    expect(entries).toEqual([{ kind: 'refusal', ...look, viewer: null, pseudonym, repeats: [{ at: look.at }] }, { kind: 'refusal', ...look, viewer, pseudonym: null }]);
  });

  it('keeps the viewer\'s name when the viewer is gone', async () => {
    const viewing = await new Viewing().granted();
    await viewing.view();
    await viewing.vault.destroy({ owner: daughter, class: 'person' });
    expect(value(await pageOf(viewing, mother)).entries).toMatchObject([{ viewer }]);
  });

  it('has what staff did, with their institutions', async () => {
    const viewing = await new Viewing().confirmed();
    for (const name of ['north', 'south']) await viewing.institutions.name(InstitutionName(name));
    await viewing.turn('GuardianshipSuspended');
    await viewing.view('status', guardianshipId(guardianships, 1), mother);
    expect(value(await pageOf(viewing, daughter)).entries).toMatchObject([
      { kind: 'refusal' },
      { kind: 'staff', act: 'guardianship-suspended', institutions: ['north'] },
      { kind: 'staff', act: 'guardianship-confirmed', institutions: ['north', 'south'] },
    ]);
  });

  it('comes in pages, newest first, without gap or repeat', async () => {
    const viewing = await new Viewing().granted();
    const codes: string[] = [];
    for (let count = 0; count < 5; count += 1) codes.unshift(value(await viewing.view()).disclosure);
    const first = value(await pageOf(viewing, mother, { limit: 3 }));
    const second = value(await pageOf(viewing, mother, { before: first.next, limit: 3 }));
    const shown = [...first.entries, ...second.entries].flatMap((entry) => [entry, ...(entry.repeats ?? [])]);
    expect(shown.map((entry) => ('disclosure' in entry ? entry.disclosure : ''))).toEqual(codes);
    expect(second.next).toBeNull();
  });

  it('has as many lines on a page as were asked for, and no next page where these are all', async () => {
    const viewing = await new Viewing().granted();
    const [older, newer] = [value(await viewing.view('status')), value(await viewing.view('results'))];
    expect(value(await pageOf(viewing, mother, { limit: 1 }))).toMatchObject({ entries: [{ disclosure: newer.disclosure }], next: expect.any(String) });
    expect(value(await pageOf(viewing, mother, { limit: 2 }))).toMatchObject({ entries: [{ disclosure: newer.disclosure }, { disclosure: older.disclosure }], next: null });
  });

  it('has no line for an event that is no view, where the read models call it one', async () => {
    const viewing = await new Viewing().granted();
    await viewing.revoke();
    expect(value(await pageOf(viewing, mother, { kinds: { ConsentRevoked: 'view' } }))).toEqual({ entries: [], next: null });
  });

  it('is not older than asked for, or not there', async () => {
    const viewing = await new Viewing().granted();
    const head = await viewing.store.head();
    const atLeast = new Cursors(viewing.index).write(AccountId(mother), head);
    expect(await pageOf(viewing, mother, { atLeast })).toMatchObject({ kind: 'done' });
    expect(await pageOf(viewing, mother, { account: daughter, atLeast })).toEqual({ kind: 'refused', code: 'cursor', field: 'at-least' });
    viewing.readModels.upTo = head - 1n;
    expect(await pageOf(viewing, mother, { atLeast })).toEqual({ kind: 'refused', code: 'read-models-behind' });
  });

  it('is not there while read models have not passed where the log ended: an attempt that nobody shows would be none', async () => {
    const viewing = await new Viewing().granted();
    await viewing.revoke();
    const before = await viewing.store.head();
    await viewing.view();
    expect(value(await pageOf(viewing, mother)).entries).toMatchObject([{ kind: 'refusal' }]);
    viewing.readModels.upTo = before;
    expect(await pageOf(viewing, mother)).toEqual({ kind: 'refused', code: 'read-models-behind' });
  });

  it('takes a cursor from the account it was given to, and from nobody else', async () => {
    const viewing = await new Viewing().granted();
    await viewing.view();
    await viewing.view();
    const { next } = value(await pageOf(viewing, mother, { limit: 1 }));
    const refusal = { kind: 'refused', code: 'cursor', field: 'before' };
    expect([await pageOf(viewing, mother, { before: next, account: daughter }), await pageOf(viewing, mother, { before: 'bent' })]).toEqual([refusal, refusal]);
  });
});

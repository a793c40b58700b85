import { createHash } from 'node:crypto';
import { expect, it } from '@jest/globals';
import { claimEvents, codeIssued, consent, consentEvents, contactChanged, enrolled, guardianship, guardianshipEvents, refusedView, registrar, replayed, sampleEvents, viewed } from '../../../test/contract/read-models/facts.js';
import { recorded } from '../../../test/kit/recorded.js';
import { readClear } from '../events.js';
import { foldRows, touchesOf } from '../page.js';
import { isNotShown, PROJECTIONS } from '../projections/index.js';
import { FOLD_VERSION } from './fold-version.js';
import { CHANGING, LASTING } from './tables.js';

/** What the fold of a story was, table by table, when FOLD was last raised. */
const FOLDED = {
  fold: '4',
  access_entry: '1b00b49f9d7f0e83',
  basis: '496adcb62736e5b2',
  claim: '4dbd342ee082c437',
  copy: '141062806b502730',
  locked_barcode: '643d5437104296e2',
  person: '89fe645185e6f5eb',
  standing_result: '11cdef118c3c0093',
};

const family = { by: 2, of: 1 };
const wards = { by: 3, of: 4 };
const [used, asked] = [consentEvents(7, family), consentEvents(8, family)];
const [claimed, confirmed] = [claimEvents(1, wards), guardianshipEvents(1, wards)];
const [corrected, withdrawn] = [sampleEvents(1, 1), sampleEvents(2, 1)];

/** One of most kinds of event, in an order in which they mean something. What is added later belongs at the end, or the digests say nothing. */
const story: Parameters<typeof recorded>[0] = [
  [enrolled(1, registrar(3)), enrolled(2), contactChanged(1), codeIssued(1, registrar(3))],
  [used.requested, used.opened, used.granted, viewed(consent(7), family), asked.requested, asked.opened, asked.declined, refusedView(consent(8), 2, 1), refusedView(consent(9), 6, null)],
  [claimed.claimed, claimed.dealt(3), claimed.proposed(3), claimed.countersigned(4), confirmed.confirmed, confirmed.suspended, confirmed.reinstated, viewed(guardianship(4), wards), claimed.erased],
  [corrected.codeUsed, corrected.registered, corrected.recorded, corrected.corrected, withdrawn.registered, withdrawn.locked, withdrawn.released, withdrawn.recorded, withdrawn.withdrawn],
  [replayed(1), confirmed.ended, used.revoked],
].flat();

/** Digests of the rows that one story leaves in each table; without the ids of its events, which are new each time. */
function folded(): Readonly<Record<string, string>> {
  const events = recorded(story)
    .filter(({ type }) => !isNotShown(type))
    .map(readClear);
  const tables = PROJECTIONS.map((projection) => {
    const rows = [...foldRows(new Map(), touchesOf(projection, events)).values()];
    const derived = rows.map((row) => projection.derived?.from(row));
    const text = JSON.stringify([rows.map((row) => ({ ...row, id: null })), derived]);
    return [projection.table.name, createHash('sha256').update(text).digest('hex').slice(0, 16)] as const;
  });
  return Object.fromEntries(tables);
}

it('the fold is the one that its version was given to: where this fails, raise FOLD, and put what it is now here', () => {
  expect({ fold: FOLD_VERSION.split('-')[0], ...folded() }).toEqual(FOLDED);
});

it('the tables that only grow are known, and told from those whose rows change', () => {
  expect(LASTING.map(({ name }) => name)).toEqual(['access_entry', 'copy']);
  expect(CHANGING.map(({ name }) => name)).toEqual(expect.arrayContaining(['basis', 'checkpoint', 'claim', 'person', 'proxy_view', 'standing_result']));
});

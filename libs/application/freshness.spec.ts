import { describe, expect, it } from '@jest/globals';
import { freshnessOf } from '../../test/kit/in-time.js';
import { daughter, mother, Viewing } from '../../test/kit/viewing.js';
import { AccountId, type CitizenId } from '../kernel/index.js';
import { Cursors } from './cursor.js';
import type { Freshness } from './freshness.js';
import { MyGuardianships, MyGuardianshipsHandler } from './guardianship/my-guardianships.js';
import { MyCode, MyCodeHandler, People } from './people/index.js';
import type { Actor } from './request.js';
import { MyResults, MyResultsHandler } from './samples/my-results.js';

interface Reading {
  readonly viewing: Viewing;
  readonly freshness: Freshness;
  readonly actor: Actor;
  readonly citizen: CitizenId;
  readonly atLeast: string | null;
}

const READS = {
  'one\'s own code': ({ viewing: { ledger, clock, readModels }, freshness, actor, citizen, atLeast }: Reading) =>
    new MyCodeHandler(ledger, clock, readModels, freshness).execute(new MyCode(actor, citizen, atLeast)),
  'one\'s own results': ({ viewing: { ledger, readModels }, freshness, actor, citizen, atLeast }: Reading) =>
    new MyResultsHandler(ledger, readModels, freshness).execute(new MyResults(actor, citizen, atLeast)),
  'one\'s own guardianships': ({ viewing: { ledger, clock, readModels }, freshness, actor, citizen, atLeast }: Reading) =>
    new MyGuardianshipsHandler(ledger, clock, readModels, new People(ledger), freshness).execute(new MyGuardianships(actor, citizen, atLeast)),
};

/** Reads as `citizen`, with read models that are `behind` a position which the mother was given. */
async function read(what: keyof typeof READS, { citizen = mother, atLeast, behind = 0n }: { citizen?: CitizenId; atLeast?: null; behind?: bigint }) {
  const viewing = await new Viewing().people();
  Object.assign(viewing.readModels, { ownResults: async () => [], basesOf: async () => [], claimsOf: async () => [] });
  const head = await viewing.store.head();
  viewing.readModels.upTo = head - behind;
  const cursors = new Cursors(viewing.index);
  const actor: Actor = { account: AccountId(citizen), assurance: 'al1', citizen, duty: undefined };
  return READS[what]({ viewing, freshness: freshnessOf(viewing), actor, citizen, atLeast: atLeast === null ? null : cursors.write(AccountId(mother), head) });
}

describe.each(Object.keys(READS) as (keyof typeof READS)[])('%s', (what) => {
  it('is not older than a position asked for', async () => {
    expect(await read(what, {})).toMatchObject({ kind: 'done' });
    expect(await read(what, { behind: 1n })).toEqual({ kind: 'refused', code: 'read-models-behind' });
  });

  it('is no older than where the log ended seconds ago, also where no position is asked for', async () => {
    expect(await read(what, { atLeast: null })).toMatchObject({ kind: 'done' });
    expect(await read(what, { atLeast: null, behind: 1n })).toEqual({ kind: 'refused', code: 'read-models-behind' });
  });

  it('takes nobody else\'s position', async () => {
    expect(await read(what, { citizen: daughter })).toEqual({ kind: 'refused', code: 'cursor', field: 'at-least' });
  });
});

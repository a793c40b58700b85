import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { ClaimsOffice, value } from '../../../test/kit/claims-office.js';
import { details, north, south } from '../../../test/kit/guardianship.js';
import { AccountId, CitizenId, EventId, StaffId } from '../../kernel/index.js';
import { accountAggregate } from '../people/aggregates.js';
import { COUNTER, enrolPerson } from '../people/enrol.js';
import { streams } from '../streams.js';
import { ClaimSteps } from './claim-steps.js';
import { ClaimWork } from './claim-work.js';
import { Dependents } from './dependents.js';
import { SweepClaims } from './sweep-claims.js';

const child = details();
const others = [
  { ...north, staff: StaffId('0a'.repeat(16)), citizen: null },
  { ...south, staff: StaffId('0b'.repeat(16)), citizen: null },
] as const;
const elsewhere = AccountId('e1'.repeat(16));

/** Every question to the store takes as many turns of the event loop as it is told, before and after. */
function slowed(office: ClaimsOffice, turns: readonly number[]): void {
  let asked = 0;
  const wait = async (): Promise<void> => {
    const [most = 0] = turns.slice(asked++ % turns.length);
    for (let turned = 0; turned < most; turned += 1) await turn();
  };
  const { store } = office;
  const [appendAll, readMany] = [store.appendAll.bind(store), store.readMany.bind(store)];
  store.appendAll = async (appends) => {
    await wait();
    const verdicts = await appendAll(appends);
    await wait();
    return verdicts;
  };
  store.readMany = async (ranges) => {
    await wait();
    const histories = await readMany(ranges);
    await wait();
    return histories;
  };
}

/** What another process sweeps with. */
function another(office: ClaimsOffice): SweepClaims {
  const { ledger, clock, names, index, people, vault, institutions, readModels } = office;
  const steps = new ClaimSteps(ledger, clock, index);
  return new SweepClaims(readModels, new ClaimWork(steps, new Dependents(ledger, clock, names, steps), people, vault, institutions));
}

/** Somebody comes with the child's document: an account that speaks for somebody else already, so that it is given back; or a counter. */
function enrols(office: ClaimsOffice, by: 'account' | 'counter', nth: number): Promise<unknown> {
  const eventId = (stream: string, ordinal: number) => EventId(office.index.uuid('test', stream, `${ordinal}`, by, `${nth}`));
  const [citizen, account] = [CitizenId(`${nth}`.padStart(32, '7')), by === 'account' ? elsewhere : undefined];
  return enrolPerson(office, { way: by === 'account' ? 'self' : 'counter', maker: account ?? COUNTER, citizen, person: child, phone: null, account, witness: undefined, eventId });
}

const story = fc.record({
  turns: fc.array(fc.oneof({ weight: 9, arbitrary: fc.nat(3) }, { weight: 1, arbitrary: fc.integer({ min: 20, max: 120 }) }), { minLength: 7, maxLength: 61 }),
  acts: fc.array(fc.constantFrom('first', 'second', 'sweep', 'account', 'counter'), { minLength: 4, maxLength: 14 }),
});

it('whoever finishes claims on one child at once, in whatever order: each is confirmed once, or closed, and ends', async () => {
  await fc.assert(
    fc.asyncProperty(story, async ({ turns, acts }) => {
      const office = new ClaimsOffice();
      const first = await office.proposed(await office.adult('1'), child, [north, south], 'mother');
      const second = await office.proposed(await office.adult('2'), child, others, 'father');
      const somebody = await office.adult('3');
      const stream = streams.account(elsewhere);
      const linked = { type: 'AccountLinked', data: { account: elsewhere, citizen: somebody, registrar: null, office: null, at: office.clock.now() } } as const;
      await office.ledger.record({ of: accountAggregate, onto: await office.ledger.load(accountAggregate, stream), events: [{ id: EventId(office.index.uuid('test', stream)), event: linked }] });
      slowed(office, turns);
      const doing = acts.map(async (act, nth) => {
        if (act === 'first') value(await office.countersign(south, first));
        else if (act === 'second') value(await office.countersign(others[1], second));
        else if (act === 'sweep') await another(office).sweep();
        else await enrols(office, act, nth);
      });
      await Promise.all(doing);
      await office.sweep.idle();
      await office.sweep.sweep();
      await office.sweep.idle();
      expect(await office.sweep.sweep()).toEqual({ finished: 0, waiting: 0 });
      const log = await office.store.readAll(0n, 10_000);
      const asked = ['first', 'second'].filter((act) => acts.some((done) => done === act)).length;
      const count = (type: string): number => log.filter((event) => event.type === type).length;
      expect([count('GuardianshipConfirmed'), count('ClaimClosed'), count('ClaimErased')]).toEqual([asked, 0, asked]);
      expect(count('CitizenEnrolled')).toBeLessThanOrEqual(4);
    }),
    { numRuns: 100 },
  );
}, 60_000);

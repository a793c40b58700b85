import { randomUUID } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { stream as guardianships } from '../../../test/kit/guardianship.js';
import { institutionId } from '../../../test/kit/institutions.js';
import { copied } from '../../../test/kit/recorded.js';
import { consent, daughter, mother, Viewing } from '../../../test/kit/viewing.js';
import type { DomainEvent } from '../../domain/codec/index.js';
import type { SampleEvent } from '../../domain/sample/events.js';
import type { Scope } from '../../domain/scope.js';
import { StoreUnavailable, type StreamName } from '../../event-store/index.js';
import { ConsentId, DAY, EventId, guardianshipId, HOUR, InstitutionName, MINUTE, open, plus, SampleId, StaffId } from '../../kernel/index.js';
import { consentAggregate } from '../consent/consent-aggregate.js';
import type { Aggregate } from '../ledger/index.js';
import { citizenAggregate } from '../people/aggregates.js';
import type { ProxyView, SealedEvent } from '../ports/index.js';
import { sampleAggregate } from '../samples/sample-aggregate.js';
import { streams } from '../streams.js';

const busy = { kind: 'refused', code: 'busy' };
const sample = SampleId('5a'.repeat(16));
const other = ConsentId(`c_${'0d'.repeat(16)}`);

/** A copy of an event that is appended for it: it opens like any other. */
async function copyOf<State, Event extends DomainEvent>({ ledger, store }: Viewing, of: Aggregate<State, Event>, stream: StreamName, event: Event): Promise<readonly SealedEvent[]> {
  await ledger.record({ of, onto: await ledger.load(of, stream), events: [{ id: EventId(randomUUID()), event }] });
  return (await store.read({ stream })).slice(-1).map(copied);
}

/** What the daughter is shown where the read models have their row with these changes. */
async function shown(viewing: Viewing, changes: Partial<ProxyView>, scope: Scope = 'status') {
  const row = await viewing.readModels.proxyView(consent, daughter, viewing.clock.now());
  viewing.readModels.proxyView = async () => (row === undefined ? undefined : { ...row, ...changes });
  return viewing.view(scope);
}

/** Something that a clinic did with the mother's tube. */
function tubeEvent(viewing: Viewing, type: 'ResultCorrected' | 'ResultWithdrawn'): SampleEvent {
  const at = viewing.clock.now();
  const tube = { sample, clinic: institutionId('clinic-east'), citizen: mother, staff: StaffId('57'.repeat(16)), reason: open('a mix-up'), at };
  if (type === 'ResultWithdrawn') return { type: 'ResultWithdrawn', data: tube };
  const texts = { testName: null, manufacturer: null, centre: null, country: null, issuer: null };
  const times = { collectedAt: plus(at, -DAY), reportedAt: plus(at, HOUR - DAY) };
  return { type: 'ResultCorrected', data: { ...tube, result: open({ test: '94309-2', disease: '840539006', result: '260373001', ...times, ...texts }) } };
}

describe('the results that are shown', () => {
  it('are newest first, whatever the order of the row, and those collected up to this very instant', async () => {
    const viewing = await new Viewing().granted();
    for (const daysAgo of [0, -1, 5]) await viewing.result(mother, '260415000', daysAgo);
    expect(await viewing.view('results')).toMatchObject({
      value: { results: [{ collectedAt: '2026-03-10T04:00:00.000Z' }, { collectedAt: '2026-03-09T04:00:00.000Z' }, { collectedAt: '2026-03-05T04:00:00.000Z' }] },
    });
  });

  it('are none where there are none, and what the rule says then has no end', async () => {
    const viewing = await new Viewing().granted();
    expect(await shown(viewing, { results: [] }, 'results')).toMatchObject({ kind: 'done', value: { status: 'no-current-result', validUntil: null, results: [] } });
  });

  it('are those that were corrected, too, under the clinic\'s name where the laboratory named no centre', async () => {
    const viewing = await new Viewing().granted();
    await viewing.institutions.name(InstitutionName('clinic-east'));
    const results = await copyOf(viewing, sampleAggregate, streams.sample(sample), tubeEvent(viewing, 'ResultCorrected'));
    expect(await shown(viewing, { results }, 'results')).toMatchObject({ kind: 'done', value: { status: 'positive', results: [{ result: '260373001', institution: 'clinic-east' }] } });
  });

  it('are withheld, all of them, where the row has an event that is no result', async () => {
    const viewing = await new Viewing().granted();
    const results = await copyOf(viewing, sampleAggregate, streams.sample(sample), tubeEvent(viewing, 'ResultWithdrawn'));
    expect(await shown(viewing, { results })).toEqual(busy);
  });
});

describe('whether the viewer is a guardian, too', () => {
  it.each([
    // scope     answer
    ['status', 'done'],
    ['results', 'an error'],
  ] as const)('is asked only where that hides something: with nobody to tell, a view of %s is %s', async (scope, outcome) => {
    const viewing = await new Viewing().granted();
    const readMany = viewing.store.readMany.bind(viewing.store);
    viewing.store.readMany = async (ranges) => {
      if (ranges.some(({ stream }) => stream.startsWith('guardianships-'))) throw new StoreUnavailable();
      return readMany(ranges);
    };
    const kind = await viewing.view(scope).then(({ kind: said }) => said, (error: unknown) => (error instanceof StoreUnavailable ? 'an error' : error));
    expect(kind).toBe(outcome);
  });
});

describe('the surname that is shown', () => {
  it('comes from an enrolment: with another event of the subject\'s in its place, nothing is shown', async () => {
    const viewing = await new Viewing().granted();
    const event = { type: 'ContactChanged', data: { citizen: mother, phone: open(null), at: viewing.clock.now() } } as const;
    for (const enrolled of await copyOf(viewing, citizenAggregate, streams.citizen(mother), event)) expect(await shown(viewing, { enrolled })).toEqual(busy);
    expect(await viewing.facts('ContactChanged')).toHaveLength(1);
  });
});

describe('the label that is shown', () => {
  it('is none where the row has no request', async () => {
    const viewing = await new Viewing().granted();
    expect(await shown(viewing, { requested: null })).toMatchObject({ kind: 'done', value: { label: null, surname: '王' } });
  });

  it('of a guardian is left out only where their claim is out of reach: any other fault is one', async () => {
    const viewing = await new Viewing().confirmed();
    const readMany = viewing.store.readMany.bind(viewing.store);
    viewing.store.readMany = async (ranges) => {
      if (ranges.some(({ stream }) => stream.startsWith('claim-'))) throw new TypeError('a bug');
      return readMany(ranges);
    };
    await expect(viewing.view('status', guardianshipId(guardianships, 1), mother)).rejects.toThrow('a bug');
  });

  it('comes from this basis\'s request: with the viewer\'s request of another, nothing is shown', async () => {
    const viewing = await new Viewing().granted();
    const at = viewing.clock.now();
    const asked = { consent: other, viewer: daughter, scope: 'results', purpose: 'FAMRQT', until: plus(at, DAY), codeHash: 'cd', codeUntil: plus(at, 30 * MINUTE), policy: 'cn-1' } as const;
    const [requested = null] = await copyOf(viewing, consentAggregate, streams.consent(other), { type: 'ConsentRequested', data: { ...asked, label: open('Boss'), at } });
    expect(requested).not.toBeNull();
    expect(await shown(viewing, { requested })).toEqual(busy);
  });

  it('comes from a request: with another event of this basis in its place, nothing is shown', async () => {
    const viewing = await new Viewing().granted();
    const [requested = null] = (await viewing.store.read({ stream: streams.consent(consent) })).filter(({ type }) => type === 'ConsentCodeOpened').map(copied);
    expect(requested).not.toBeNull();
    expect(await shown(viewing, { requested })).toEqual(busy);
  });
});

import { consentAggregate } from '../../../libs/application/consent/consent-aggregate.js';
import type { Institutions } from '../../../libs/application/institutions/index.js';
import { type Aggregate, type Ledger, type Recording, unread } from '../../../libs/application/ledger/index.js';
import type { Names } from '../../../libs/application/names.js';
import { accountAggregate, citizenAggregate } from '../../../libs/application/people/aggregates.js';
import { sampleAggregate } from '../../../libs/application/samples/sample-aggregate.js';
import { streams } from '../../../libs/application/streams.js';
import type { DomainEvent } from '../../../libs/domain/codec/index.js';
import type { CitizenEvent } from '../../../libs/domain/citizen/index.js';
import type { ConsentEvent } from '../../../libs/domain/consent/index.js';
import type { SampleEvent } from '../../../libs/domain/sample/index.js';
import type { StreamName } from '../../../libs/event-store/index.js';
import { type InstitutionId, InstitutionName, type Instant, open, StaffId } from '../../../libs/kernel/index.js';
import { type Basis, basis, eventId, type Inhabitant, inhabitant } from './people.js';

/** How big a city is: the first `viewers` of its citizens hold `bases`. */
export interface CitySize {
  readonly citizens: number;
  readonly viewers: number;
  readonly bases: number;
}

/** What seeding needs. */
export interface Seeding {
  readonly ledger: Ledger;
  readonly names: Names;
  readonly institutions: Institutions;
  readonly issuer: string;
  readonly now: Instant;
  readonly progress: (line: string) => void;
}

const PAGE = 250;
const AHEAD = 3;
const CLINIC = InstitutionName('clinic-east');
const STAFF = StaffId('5f'.repeat(16));

/** Puts a city into the log, sealed as always, in pages of independent appends. Rejects where one of them is not appended. */
export async function seedCity(seeding: Seeding, size: CitySize): Promise<void> {
  const clinic = await seeding.institutions.name(CLINIC);
  await pages(size.citizens, seeding, 'citizens', (page) => seedPeople(seeding, clinic, page.map((index) => inhabitant(index, seeding.now))));
  await pages(size.bases, seeding, 'bases', (page) => seedBases(seeding, page.map((index) => basis(index, size, seeding.now))));
}

async function pages(count: number, { progress }: Seeding, what: string, seed: (page: readonly number[]) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async (): Promise<void> => {
    while (next < count) {
      const from = next;
      next += PAGE;
      progress(`seeding ${what}: ${from} of ${count}`);
      await seed(Array.from({ length: Math.min(PAGE, count - from) }, (_, index) => from + index));
    }
  };
  await Promise.all(Array.from({ length: AHEAD }, work));
}

async function seedPeople({ ledger, names, issuer, now: at }: Seeding, clinic: InstitutionId, people: readonly Inhabitant[]): Promise<void> {
  const linked = people.map(({ sub, citizen }) => {
    const account = names.account(issuer, sub);
    return recording(accountAggregate, streams.account(account), [{ type: 'AccountLinked', data: { account, citizen, registrar: null, office: null, at } }], sub);
  });
  const enrolled = people.map((person) => recording(citizenAggregate, streams.citizen(person.citizen), [enrolment(person, at)], person.sub));
  const sampled = people.map((person) => recording(sampleAggregate, streams.sample(person.sample), samples(person, clinic, at), person.sub));
  await Promise.all([record(ledger, linked), record(ledger, enrolled), record(ledger, sampled)]);
}

const enrolment = ({ citizen, surname, sub }: Inhabitant, at: Instant): CitizenEvent => {
  const personal = { name: open({ family: surname, given: sub, familyLatin: null, givenLatin: null }), birthDate: open('1990-01-01'), phone: open(null) };
  return { type: 'CitizenEnrolled', data: { citizen, way: 'self', registrar: null, office: null, document: open({ type: 'passport', state: 'CN', number: sub }), ...personal, at } };
};

const samples = ({ citizen, sample, sub, result, collectedAt, reportedAt }: Inhabitant, clinic: InstitutionId, at: Instant): readonly SampleEvent[] => {
  const tube = { sample, clinic, citizen, at };
  const more = { disease: '840539006', testName: null, manufacturer: null, centre: null, country: 'CN', issuer: null } as const;
  return [
    { type: 'SampleRegistered', data: { ...tube, staff: STAFF, flagged: open(false), collectedAt: open(collectedAt), barcode: open(sub) } },
    { type: 'ResultRecorded', data: { ...tube, result: open({ test: 'LP6464-4', result, collectedAt, reportedAt, ...more }) } },
  ];
};

async function seedBases({ ledger, now }: Seeding, bases: readonly Basis[]): Promise<void> {
  const made = bases.filter(({ kind }) => kind !== 'unknown');
  await record(ledger, made.map((each) => recording(consentAggregate, streams.consent(each.consent), consentEvents(each, now), each.consent)));
}

function consentEvents({ consent, viewer, subject, scope, label, from, until, kind }: Basis, now: Instant): readonly ConsentEvent[] {
  const parties = { viewer: inhabitant(viewer, now).citizen, subject: inhabitant(subject, now).citizen };
  const terms = { scope, purpose: 'FAMRQT', until } as const;
  const viewerName = open({ family: inhabitant(viewer, now).surname, given: `p${viewer}`, familyLatin: null, givenLatin: null });
  const events: readonly ConsentEvent[] = [
    { type: 'ConsentRequested', data: { consent, viewer: parties.viewer, ...terms, codeHash: '0f'.repeat(16), codeUntil: until, policy: 'cn-1', label: open(label), at: from } },
    { type: 'ConsentCodeOpened', data: { consent, ...parties, at: from } },
    { type: 'ConsentGranted', data: { consent, ...parties, ...terms, from, toGuardian: false, policy: 'cn-1', viewerName, at: from } },
  ];
  return kind === 'revoked' ? [...events, { type: 'ConsentRevoked', data: { consent, ...parties, at: now } }] : events;
}

const recording = <State, Event extends DomainEvent>(of: Aggregate<State, Event>, stream: StreamName, events: readonly Event[], seed: string): Recording<State, Event> => ({
  of,
  onto: unread(stream, of.initial),
  events: events.map((event) => ({ id: eventId(`${event.type}-${seed}`, 0), event })),
});

async function record<State, Event extends DomainEvent>(ledger: Ledger, recordings: readonly Recording<State, Event>[]): Promise<void> {
  const verdicts = await ledger.recordAll(recordings);
  const odd = verdicts.find(({ kind }) => kind !== 'appended');
  if (odd !== undefined) throw new Error(`the city could not be seeded: ${odd.kind}`);
}

import { randomUUID } from 'node:crypto';
import { Disclosures } from '../../libs/application/access/disclosures.js';
import { Refusals } from '../../libs/application/access/refusals.js';
import { Show } from '../../libs/application/access/show.js';
import { VerifiedNames } from '../../libs/application/access/verified-names.js';
import { ViewOther, ViewOtherHandler } from '../../libs/application/access/view-other.js';
import { consentAggregate } from '../../libs/application/consent/consent-aggregate.js';
import { claimAggregate, guardianshipsAggregate } from '../../libs/application/guardianship/aggregates.js';
import { type Aggregate, Ledger } from '../../libs/application/ledger/index.js';
import { Institutions } from '../../libs/application/institutions/index.js';
import { Names } from '../../libs/application/names.js';
import { accountAggregate, citizenAggregate } from '../../libs/application/people/aggregates.js';
import { People } from '../../libs/application/people/people.js';
import { sampleAggregate } from '../../libs/application/samples/sample-aggregate.js';
import { streams } from '../../libs/application/streams.js';
import type { AccountLinked } from '../../libs/domain/citizen/index.js';
import type { DomainEvent } from '../../libs/domain/codec/index.js';
import type { ConsentEvent, ConsentGranted, ConsentRequested } from '../../libs/domain/consent/index.js';
import type { GuardianshipEvent } from '../../libs/domain/guardianship/index.js';
import type { SampleEvent, TestResult } from '../../libs/domain/sample/events.js';
import type { Purpose, Scope } from '../../libs/domain/scope.js';
import type { StreamName } from '../../libs/event-store/index.js';
import { AccountId, type BasisId, CitizenId, ClaimId, ConsentId, DAY, EventId, HOUR, MINUTE, open, plus, SampleId } from '../../libs/kernel/index.js';
import { BlindIndex } from '../../libs/vault/index.js';
import { MemoryVault } from '../../libs/vault/memory-vault.js';
import { FaultyStore } from './faulty-store.js';
import { claimed, confirmed, labelled, stream as guardianships, turned } from './guardianship.js';
import { logEndOf } from './in-time.js';
import { institutionId } from './institutions.js';
import { LiveReadModels } from './live-read-models.js';
import { SteerableClock } from './steerable-clock.js';

/** The people of the story: the mother grants, the daughter looks, under this consent; the stranger has nothing. */
export const mother = CitizenId('a1'.repeat(16));
export const daughter = CitizenId('de'.repeat(16));
export const stranger = CitizenId('ff'.repeat(16));
export const consent = ConsentId(`c_${'0c'.repeat(16)}`);
export const dependent = daughter;

/** What the guardianship of this ordinal came of. */
export const claimOf = (ordinal: number): ClaimId => ClaimId(`${ordinal}`.padStart(32, 'c'));

/** A consent of the mother to the daughter, and a process that serves views: real rules and real sealing, in memory. */
export class Viewing {
  readonly store: FaultyStore;
  readonly vault = new MemoryVault();
  readonly clock = new SteerableClock('2026-03-10T04:00:00Z');
  readonly ledger: Ledger;
  readonly readModels: LiveReadModels;
  readonly index = new BlindIndex(Buffer.alloc(32, 7));
  readonly names = new Names(this.index);
  readonly institutions: Institutions;
  private readonly handler: ViewOtherHandler;

  /** `victim`: the type of event whose appends go wrong where a fault is planted. */
  constructor(victim?: string) {
    this.store = new FaultyStore(victim);
    this.ledger = new Ledger(this.store, this.vault, this.names);
    this.institutions = new Institutions(this.ledger, this.clock, this.names, this.index);
    this.readModels = new LiveReadModels(this.store, this.ledger);
    this.handler = this.process();
  }

  /** Another process on the same log; what it remembers is its own. */
  process(): ViewOtherHandler {
    const { ledger, clock, readModels, names, index } = this;
    const disclosures = new Disclosures(ledger, clock, readModels, names, logEndOf({ ledger, clock }));
    const show = new Show(ledger, new Institutions(ledger, clock, names, index));
    return new ViewOtherHandler(new VerifiedNames(new People(ledger)), disclosures, new Refusals(ledger, readModels, index), show);
  }

  view(scope: Scope = 'status', basis: BasisId = consent, viewer: CitizenId = daughter, purpose: Purpose = 'FAMRQT') {
    return this.handler.execute(new ViewOther(viewer, basis, scope, purpose));
  }

  /** Everybody enrolled, the mother with a negative result of yesterday. */
  async people(): Promise<this> {
    for (const [citizen, family, given] of [[mother, '王', '芳'], [daughter, '李', '娜'], [stranger, '赵', '强']] as const) await this.enrol(citizen, family, given);
    return this.result(mother, '260415000', 1);
  }

  /** Everybody, and the mother's consent. */
  async granted(terms: Partial<ConsentGranted['data']> = {}): Promise<this> {
    await this.people();
    const at = this.clock.now();
    const asked = { scope: 'results', purpose: 'FAMRQT', until: plus(at, 7 * DAY) } as const;
    const parties = { consent, viewer: daughter, subject: mother, at };
    await this.consent(
      { type: 'ConsentRequested', data: { consent, viewer: daughter, ...asked, codeHash: 'ab', codeUntil: plus(at, 30 * MINUTE), policy: 'cn-1', label: open('Mum'), at } },
      { type: 'ConsentCodeOpened', data: parties },
      { type: 'ConsentGranted', data: { ...parties, ...asked, from: at, toGuardian: false, policy: 'cn-1', viewerName: open(nameOf('李', '娜')), ...terms } },
    );
    return this;
  }

  /** Everybody, and the mother as the confirmed guardian of a six-year-old daughter. */
  async confirmed(ordinal = 1): Promise<this> {
    if (ordinal === 1) await this.people();
    if (ordinal === 1) await this.result(daughter, '260373001', 2);
    await this.guardianship(confirmed(ordinal, { guardian: mother, dependent: daughter }));
    return this;
  }

  /** The claim that it came of says what this guardian calls the daughter. */
  async labels(claimant: CitizenId, claim = claimOf(1)): Promise<void> {
    const events = [claimed(), labelled].map((event) => Object.assign({}, event, { data: { ...event.data, claim, claimant } }));
    await this.append(claimAggregate, streams.claim(claim), events);
  }

  async turn(type: Parameters<typeof turned>[0], ordinal = 1): Promise<void> {
    const event = turned(type, ordinal);
    await this.guardianship({ ...event, data: { ...event.data, guardian: mother, dependent: daughter } } as GuardianshipEvent);
  }

  /** Somebody at another machine does this to the consent. */
  consent(...events: readonly ConsentEvent[]): Promise<void> {
    return this.append(consentAggregate, streams.consent(consent), events);
  }

  /** Somebody asks for a consent of its own. */
  request(event: ConsentRequested): Promise<void> {
    return this.append(consentAggregate, streams.consent(event.data.consent), [event]);
  }

  revoke(): Promise<void> {
    return this.consent({ type: 'ConsentRevoked', data: { consent, viewer: daughter, subject: mother, at: this.clock.now() } });
  }

  async result(citizen: CitizenId, result: string, daysAgo: number, changes: Partial<TestResult> = {}): Promise<this> {
    const sample = SampleId(randomUUID().replaceAll('-', ''));
    const collectedAt = plus(this.clock.now(), -daysAgo * DAY);
    const texts = { testName: null, manufacturer: null, country: null, issuer: null };
    const outcome = { test: '94309-2', disease: '840539006', result, collectedAt, reportedAt: plus(collectedAt, HOUR), centre: 'East Clinic', ...texts, ...changes };
    const event: SampleEvent = { type: 'ResultRecorded', data: { sample, clinic: institutionId('clinic-east'), citizen, result: open(outcome), at: this.clock.now() } };
    await this.append(sampleAggregate, streams.sample(sample), [event]);
    return this;
  }

  /** Types in a stream, oldest first. */
  async typesIn(stream: StreamName = streams.consent(consent)): Promise<readonly string[]> {
    return (await this.store.read({ stream })).map(({ type }) => type);
  }

  /** Clear fields of everything of a type in the log. */
  async facts(type: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const log = await this.store.readAll(0n, 10_000);
    return log.filter((event) => event.type === type).map(({ data }) => JSON.parse(Buffer.from(data).toString()) as Readonly<Record<string, unknown>>);
  }

  /** A registrar at another machine does this to a guardianship. */
  guardianship(event: GuardianshipEvent, stream = guardianships): Promise<void> {
    return this.append(guardianshipsAggregate, streams.guardianships(stream), [event]);
  }

  /** By an account of the same id. */
  async enrol(citizen: CitizenId, family: string, given: string, birthDate = '1960-01-01'): Promise<void> {
    const document = open({ type: 'passport', state: 'CN', number: 'E12345678' } as const);
    const nobody = { registrar: null, office: null } as const;
    await this.link(citizen, nobody);
    const seen = { ...nobody, way: 'self', birthDate: open(birthDate), phone: open(null) } as const;
    await this.append(citizenAggregate, streams.citizen(citizen), [{ type: 'CitizenEnrolled', data: { citizen, ...seen, name: open(nameOf(family, given)), document, at: this.clock.now() } }]);
  }

  /** It is seen, by a registrar or nobody, that the account is theirs. */
  link(citizen: CitizenId, seenBy: Pick<AccountLinked['data'], 'registrar' | 'office'>): Promise<void> {
    const account = AccountId(citizen);
    return this.append(accountAggregate, streams.account(account), [{ type: 'AccountLinked', data: { account, citizen, ...seenBy, at: this.clock.now() } } as const]);
  }

  private async append<State, Event extends DomainEvent>(of: Aggregate<State, Event>, stream: StreamName, events: readonly Event[]): Promise<void> {
    const onto = await this.ledger.load(of, stream);
    const verdict = await this.ledger.record({ of, onto, events: events.map((event) => ({ id: EventId(randomUUID()), event })) });
    if (verdict.kind !== 'appended') throw new Error(verdict.kind);
  }
}

const nameOf = (family: string, given: string) => ({ family, given, familyLatin: null, givenLatin: null });

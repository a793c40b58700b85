import { randomUUID } from 'node:crypto';
import { EnrolAtCounter, EnrolAtCounterHandler, EnrolSelf, EnrolSelfHandler, LinkAccount, LinkAccountHandler, People } from '../../libs/application/people/index.js';
import { Institutions } from '../../libs/application/institutions/index.js';
import { Ledger } from '../../libs/application/ledger/index.js';
import { Names } from '../../libs/application/names.js';
import { IdentitySource, type SealedEvent, type VerifiedIdentity } from '../../libs/application/ports/index.js';
import { type Actor, CommandRequest, type Duty } from '../../libs/application/request.js';
import { streams } from '../../libs/application/streams.js';
import type { Identity } from '../../libs/domain/citizen/index.js';
import type { DomainEvent, EventCodec } from '../../libs/domain/codec/index.js';
import { type CitizenId, type KeyRef, StaffId } from '../../libs/kernel/index.js';
import { BlindIndex, keyId } from '../../libs/vault/index.js';
import { MemoryVault } from '../../libs/vault/memory-vault.js';
import { CrashingStore } from './crashing-store.js';
import { tiesOf } from './in-time.js';
import { atInstitution } from './institutions.js';
import { SteerableClock } from './steerable-clock.js';
import { UnaskedReadModels } from './unasked-read-models.js';

/** An issuer whose access tokens are the people's names here. */
class KnownPeople extends IdentitySource {
  constructor(private readonly people: ReadonlyMap<string, VerifiedIdentity>) {
    super();
  }

  override async verified(accessToken: string): Promise<VerifiedIdentity | undefined> {
    return this.people.get(accessToken);
  }
}

/** A registry office and an issuer in memory: real rules, real sealing, nothing durable. */
export class Registry {
  readonly store = new CrashingStore();
  readonly clock = new SteerableClock('2026-11-23T02:00:00Z');
  readonly verified = new Map<string, VerifiedIdentity>();
  readonly ties = new Set<CitizenId>();
  private readonly keys = new Map<string, Buffer | 'destroyed'>();
  readonly vault = new MemoryVault(this.keys);
  readonly index = new BlindIndex(Buffer.alloc(32, 7));
  readonly names = new Names(this.index);
  readonly ledger = new Ledger(this.store, this.vault, this.names);
  readonly people = new People(this.ledger);
  readonly institutions = new Institutions(this.ledger, this.clock, this.names, this.index);
  readonly duty: Duty = { staff: StaffId('5f'.repeat(16)), role: 'registrar', ...atInstitution('office-north') };
  readonly readModels = new UnaskedReadModels();
  /** Whether read models have stopped. */
  late = false;
  /** Whom staff have dealings with. */
  readonly dealings = tiesOf(this);

  constructor() {
    this.readModels.reached = async () => !this.late;
    this.readModels.haveTie = async (_self, other) => this.ties.has(other);
  }

  /** Loses a key, as a vault does that was put back without it: there is no mark that it was destroyed. */
  lose(ref: KeyRef): void {
    this.keys.delete(keyId(ref));
  }

  account(subject: string) {
    return this.names.account('https://issuer.test', subject);
  }

  /** A signed-in account's request; a key used again is a retry. */
  request(subject: string, key: string, citizen?: CitizenId, body = ''): CommandRequest {
    const account = this.account(subject);
    const actor: Actor = { account, assurance: 'al3', citizen, duty: undefined };
    return new CommandRequest(actor, this.clock.now(), this.index, [account, 'route', key], [body]);
  }

  /** Enrols the holder of `token` under the account `subject`. */
  enrolSelf(subject: string, key = 'key', token = subject) {
    return new EnrolSelfHandler(this, new KnownPeople(this.verified)).execute(new EnrolSelf(this.request(subject, key), token));
  }

  /** The registrar (`self`: who they are as a citizen) enrols a person. */
  enrolAtCounter(person: Identity, key = 'key', self?: CitizenId) {
    const request = this.request('registrar', key, self, JSON.stringify(person));
    return new EnrolAtCounterHandler(this, this.dealings).execute(new EnrolAtCounter(request, this.duty, person));
  }

  /** The registrar links an account to a person. */
  linkAccount(person: Identity, subject: string, key = 'link', self?: CitizenId) {
    const command = new LinkAccount(this.request('registrar', key, self), this.duty, person, { issuer: 'https://issuer.test', subject });
    return new LinkAccountHandler(this, this.dealings).execute(command);
  }

  citizenOf(subject: string): Promise<CitizenId | undefined> {
    return this.people.citizenOf(this.account(subject));
  }

  /** Types of everything in the log, oldest first, card codes left out. */
  async log(): Promise<readonly string[]> {
    const events = await this.store.readAll(0n, 1_000);
    return events.map(({ type }) => type).filter((type) => type !== 'SamplingCodeIssued');
  }

  /** A copy of an event as read models hold one. */
  async sealed<Event extends DomainEvent>(codec: EventCodec<Event>, event: Event): Promise<SealedEvent> {
    const sealer = await this.vault.sealer(codec.keysToSeal(event));
    const eventId = randomUUID();
    return { id: eventId, type: event.type, ...codec.encode(event, (ref, field, plain) => sealer.seal(ref, { eventId, field }, plain)), position: 1n };
  }

  /** Whether a printed code would be taken by a clinic. */
  async works(code: string): Promise<boolean> {
    const events = await this.store.read({ stream: streams.samplingCode(this.names.samplingCode(code)) });
    return events.length === 1;
  }
}

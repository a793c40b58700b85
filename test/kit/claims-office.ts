import {
  ClaimGuardianship,
  ClaimGuardianshipHandler,
  ClaimDesk,
  CloseClaim,
  CloseClaimHandler,
  CountersignClaim,
  CountersignClaimHandler,
  NextClaim,
  NextClaimHandler,
  ProposeConfirmation,
  ProposeConfirmationHandler,
  SweepClaims,
} from '../../libs/application/guardianship/index.js';
import { ClaimSteps } from '../../libs/application/guardianship/claim-steps.js';
import { ClaimWork } from '../../libs/application/guardianship/claim-work.js';
import { Dependents } from '../../libs/application/guardianship/dependents.js';
import { Institutions } from '../../libs/application/institutions/index.js';
import { Ledger } from '../../libs/application/ledger/index.js';
import { Names } from '../../libs/application/names.js';
import type { Outcome } from '../../libs/application/outcome.js';
import { COUNTER, enrolPerson } from '../../libs/application/people/enrol.js';
import { People } from '../../libs/application/people/index.js';
import { type Actor, CommandRequest } from '../../libs/application/request.js';
import type { Identity } from '../../libs/domain/citizen/index.js';
import type { ClaimDetails, ClosingReason, Registrar } from '../../libs/domain/guardianship/index.js';
import { AccountId, CitizenId, type ClaimId, DAY, EventId, type KeyRef, plus } from '../../libs/kernel/index.js';
import { BlindIndex, VaultUnavailable } from '../../libs/vault/index.js';
import { MemoryVault } from '../../libs/vault/memory-vault.js';
import { ClaimsFromLog } from './claims-from-log.js';
import { CrashingStore } from './crashing-store.js';
import { institutionOf } from './institutions.js';
import { tiesOf } from './in-time.js';
import { SteerableClock } from './steerable-clock.js';

/** A vault that can be out of reach when a key is to be destroyed. */
class StubbornVault extends MemoryVault {
  stubborn = false;

  override async destroy(ref: KeyRef): Promise<void> {
    if (this.stubborn) throw new VaultUnavailable();
    await super.destroy(ref);
  }
}

/** The guardianship use cases in memory: real rules, real sealing; read models without lag. */
export class ClaimsOffice {
  readonly store = new CrashingStore();
  readonly clock = new SteerableClock('2026-03-10T04:00:00Z');
  readonly vault = new StubbornVault();
  readonly index = new BlindIndex(Buffer.alloc(32, 7));
  readonly names = new Names(this.index);
  readonly ledger = new Ledger(this.store, this.vault, this.names);
  readonly readModels = new ClaimsFromLog(this.store);
  readonly institutions = new Institutions(this.ledger, this.clock, this.names, this.index);
  readonly people = new People(this.ledger);
  readonly steps = new ClaimSteps(this.ledger, this.clock, this.index);
  readonly dependents = new Dependents(this.ledger, this.clock, this.names, this.steps);
  readonly sweep = new SweepClaims(this.readModels, new ClaimWork(this.steps, this.dependents, this.people, this.vault, this.institutions));
  readonly ties = tiesOf(this);
  private readonly desk = new ClaimDesk(this.ledger, this.clock, this.people, this.ties);

  /** A request as the edge makes it; a key used again is a retry. */
  request(who: CitizenId | Registrar, key: string, target = '', body = ''): CommandRequest {
    const account = AccountId(typeof who === 'string' ? who : who.staff);
    const actor: Actor =
      typeof who === 'string'
        ? { account, assurance: 'al3', citizen: who, duty: undefined }
        : { account, assurance: 'al3', citizen: who.citizen ?? undefined, duty: { staff: who.staff, role: 'registrar', ...institutionOf(who.office) } };
    return new CommandRequest(actor, this.clock.now(), this.index, [account, target, key], [body]);
  }

  /** Enrols a person at some counter. */
  async enrol(person: Identity, citizen: CitizenId): Promise<CitizenId> {
    const eventId = (stream: string, ordinal: number) => EventId(this.index.uuid('test', stream, `${ordinal}`));
    await enrolPerson(this, { way: 'counter', maker: COUNTER, citizen, person, phone: null, account: undefined, witness: undefined, eventId });
    return citizen;
  }

  /** Somebody with this Chinese given name and passport number, born in 1990. */
  adult(digit: string): Promise<CitizenId> {
    const name = { family: '李', given: digit, familyLatin: null, givenLatin: null };
    return this.enrol({ name, birthDate: '1990-01-01', document: { type: 'passport', state: 'CN', number: `G${digit.repeat(8)}` } }, CitizenId(digit.repeat(32)));
  }

  claim(claimant: CitizenId, details: ClaimDetails, key = 'claim', label: string | null = null) {
    return new ClaimGuardianshipHandler(this.ledger, this.clock).execute(new ClaimGuardianship(this.request(claimant, key, '', JSON.stringify(details)), claimant, details, label));
  }

  next(registrar: Registrar, key: string) {
    return new NextClaimHandler(this.ledger, this.clock, this.readModels, this.people, this.ties).execute(new NextClaim(this.request(registrar, key)));
  }

  propose(registrar: Registrar, claim: ClaimId, key = 'propose') {
    const terms = { scope: undefined, reviewAt: plus(this.clock.now(), 365 * DAY), until: null };
    return new ProposeConfirmationHandler(this.desk).execute(new ProposeConfirmation(this.request(registrar, key, claim), claim, terms));
  }

  countersign(registrar: Registrar, claim: ClaimId, key = 'countersign') {
    return new CountersignClaimHandler(this.desk, this.dependents, this.sweep).execute(new CountersignClaim(this.request(registrar, key, claim), claim));
  }

  close(registrar: Registrar, claim: ClaimId, reason: ClosingReason) {
    return new CloseClaimHandler(this.desk, this.sweep).execute(new CloseClaim(this.request(registrar, 'close', claim), claim, reason));
  }

  /** A claim up to where the second registrar holds it. */
  async proposed(claimant: CitizenId, details: ClaimDetails, registrars: readonly [Registrar, Registrar], key = 'claim'): Promise<ClaimId> {
    const { claim } = value(await this.claim(claimant, details, key));
    return this.handedOn(claim, registrars, key);
  }

  /** A claim that waits, proposed by the first and dealt to the second. */
  async handedOn(claim: ClaimId, [first, second]: readonly [Registrar, Registrar], key: string): Promise<ClaimId> {
    value(await this.next(first, `${key}-1`));
    value(await this.propose(first, claim));
    value(await this.next(second, `${key}-2`));
    return claim;
  }

  /** Everything in the log after `position`, oldest first, as `stream kind: type`. */
  async log(position = 0n): Promise<readonly string[]> {
    const events = await this.store.readAll(position, 1_000);
    return events.map(({ stream, type }) => `${stream.slice(0, stream.indexOf('-'))}: ${type}`);
  }
}

/** What was answered, where it was not refused. */
export function value<T>(outcome: Outcome<T>): T {
  if (outcome.kind === 'refused') throw new Error(`refused: ${outcome.code}`);
  return outcome.value;
}

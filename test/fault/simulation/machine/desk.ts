import { Disclosures } from '../../../../libs/application/access/disclosures.js';
import { Refusals } from '../../../../libs/application/access/refusals.js';
import { Show } from '../../../../libs/application/access/show.js';
import { VerifiedNames } from '../../../../libs/application/access/verified-names.js';
import { ViewOther, ViewOtherHandler } from '../../../../libs/application/access/view-other.js';
import {
  ConsentCodes,
  ConsentEnds,
  DeclineConsent,
  DeclineConsentHandler,
  GrantConsent,
  GrantConsentHandler,
  HeldConsents,
  OpenCode,
  OpenCodeHandler,
  RelinquishConsent,
  RelinquishConsentHandler,
  RequestConsent,
  RequestConsentHandler,
  RevokeConsent,
  RevokeConsentHandler,
} from '../../../../libs/application/consent/index.js';
import { Cursors } from '../../../../libs/application/cursor.js';
import { EndGuardianship, EndGuardianshipHandler } from '../../../../libs/application/guardianship/end-guardianship.js';
import { GuardianshipDesk } from '../../../../libs/application/guardianship/guardianship-desk.js';
import { ReinstateGuardianship, ReinstateGuardianshipHandler } from '../../../../libs/application/guardianship/reinstate-guardianship.js';
import { SuspendGuardianship, SuspendGuardianshipHandler } from '../../../../libs/application/guardianship/suspend-guardianship.js';
import { Institutions } from '../../../../libs/application/institutions/index.js';
import { Ledger } from '../../../../libs/application/ledger/index.js';
import { LogEnd } from '../../../../libs/application/log-end.js';
import { Names } from '../../../../libs/application/names.js';
import type { Outcome } from '../../../../libs/application/outcome.js';
import { People } from '../../../../libs/application/people/people.js';
import type { Clock, ReadModels } from '../../../../libs/application/ports/index.js';
import { type Actor, CommandRequest, type Duty } from '../../../../libs/application/request.js';
import { CorrectResult, CorrectResultHandler } from '../../../../libs/application/samples/correct-result.js';
import { SampleDesk } from '../../../../libs/application/samples/sample-desk.js';
import { WithdrawResult, WithdrawResultHandler } from '../../../../libs/application/samples/withdraw-result.js';
import { Ties } from '../../../../libs/application/staff/ties.js';
import type { EventStore } from '../../../../libs/event-store/index.js';
import { AccountId, CitizenId, StaffId } from '../../../../libs/kernel/index.js';
import type { BlindIndex, Vault } from '../../../../libs/vault/index.js';
import { atInstitution } from '../../../kit/institutions.js';
import { actorOf, type Command, targetOf } from '../clients/command.js';

/** What one API process stands on. */
export interface Ports {
  readonly store: EventStore;
  readonly vault: Vault;
  readonly clock: Clock;
  readonly readModels: ReadModels;
  readonly index: BlindIndex;
}

const DUTIES: Readonly<Record<string, Duty>> = {
  registrar: { staff: StaffId('01'.repeat(16)), role: 'registrar', ...atInstitution('office-north') },
  nurse: { staff: StaffId('02'.repeat(16)), role: 'clinic', ...atInstitution('clinic-east') },
};

/** Whom an account belongs to: staff act as nobody in particular. */
function actorNamed(name: string): Actor {
  const duty = DUTIES[name];
  return duty === undefined ? { account: AccountId(name), assurance: 'al2', citizen: CitizenId(name), duty } : { account: AccountId(duty.staff), assurance: 'al3', citizen: undefined, duty };
}

/** The product's handlers on one set of ports, wired as the API's module wires them; what they remember is their own. */
export class Desk {
  readonly cursors: Cursors;
  private readonly ledger: Ledger;
  private readonly people: People;
  private readonly held: HeldConsents;
  private readonly ends: ConsentEnds;
  private readonly guardianships: GuardianshipDesk;
  private readonly samples: SampleDesk;
  private readonly codes: ConsentCodes;
  private readonly views: ViewOtherHandler;

  constructor(private readonly ports: Ports) {
    const { store, vault, clock, readModels, index } = ports;
    const names = new Names(index);
    this.ledger = new Ledger(store, vault, names);
    const logEnd = new LogEnd(() => this.ledger.head(), clock);
    this.held = new HeldConsents(readModels, clock, logEnd);
    const ties = new Ties(readModels, clock, logEnd);
    this.cursors = new Cursors(index);
    this.people = new People(this.ledger);
    this.ends = new ConsentEnds(this.ledger, clock, this.cursors);
    this.guardianships = new GuardianshipDesk(this.ledger, clock, ties);
    const institutions = new Institutions(this.ledger, clock, names, index);
    this.samples = new SampleDesk(this.ledger, clock, ties, institutions);
    this.codes = new ConsentCodes(index);
    const disclosures = new Disclosures(this.ledger, clock, readModels, names, logEnd);
    this.views = new ViewOtherHandler(new VerifiedNames(this.people), disclosures, new Refusals(this.ledger, readModels, index), new Show(this.ledger, institutions));
  }

  /** Carries a command out, as the route that it belongs to would. */
  carryOut(command: Command, key: string): Promise<Outcome<object>> {
    if (command.kind === 'view') return this.views.execute(new ViewOther(command.by, command.basis, command.scope, command.purpose));
    const request = this.request(command, key);
    if ('guardianship' in command) return this.onGuardianship(command, request);
    return 'sample' in command ? this.onSample(command, request) : this.onConsent(command, request);
  }

  /** The edge's seed is account, route, target and key; its fingerprint is of the body. */
  private request(command: Command, key: string): CommandRequest {
    const actor = actorNamed(actorOf(command));
    const body = JSON.stringify({ ...command, by: undefined });
    return new CommandRequest(actor, this.ports.clock.now(), this.ports.index, [actor.account, command.kind, targetOf(command), key], [body]);
  }

  private onConsent(command: Exclude<Command, { kind: 'view' } | { guardianship: unknown } | { sample: unknown }>, request: CommandRequest): Promise<Outcome<object>> {
    const { ledger, people, codes, cursors, ends } = this;
    const { clock, index } = this.ports;
    switch (command.kind) {
      case 'request':
        return new RequestConsentHandler(ledger, clock, this.held, codes, cursors).execute(new RequestConsent(request, command.by, command.terms, 'label'));
      case 'open':
        return new OpenCodeHandler(ledger, clock, codes, people, cursors).execute(new OpenCode(request, command.by, command.code));
      case 'grant':
        return new GrantConsentHandler(ledger, clock, people, new Names(index), cursors).execute(new GrantConsent(request, command.consent, command.by, command.terms));
      case 'decline':
        return new DeclineConsentHandler(ends).execute(new DeclineConsent(request, command.consent, command.by));
      case 'revoke':
        return new RevokeConsentHandler(ends).execute(new RevokeConsent(request, command.consent, command.by));
      case 'relinquish':
        return new RelinquishConsentHandler(ends).execute(new RelinquishConsent(request, command.consent, command.by));
    }
  }

  private onGuardianship({ kind, guardianship, reason }: Extract<Command, { guardianship: unknown }>, request: CommandRequest): Promise<Outcome<object>> {
    switch (kind) {
      case 'suspend':
        return new SuspendGuardianshipHandler(this.guardianships).execute(new SuspendGuardianship(request, guardianship, reason));
      case 'reinstate':
        return new ReinstateGuardianshipHandler(this.guardianships).execute(new ReinstateGuardianship(request, guardianship, reason));
      case 'end':
        return new EndGuardianshipHandler(this.guardianships).execute(new EndGuardianship(request, guardianship, reason));
    }
  }

  private onSample(command: Extract<Command, { sample: unknown }>, request: CommandRequest): Promise<Outcome<object>> {
    const { duty } = request.actor;
    if (duty === undefined) throw new Error('samples are for staff');
    if (command.kind === 'withdraw') return new WithdrawResultHandler(this.samples).execute(new WithdrawResult(request, duty, command.sample, command.reason));
    return new CorrectResultHandler(this.samples).execute(new CorrectResult(request, duty, command.sample, command.correction, command.reason));
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { admitIdentity, type Identity, link, reserveLink } from '../../domain/citizen/index.js';
import { ageInstants } from '../../domain/guardianship/index.js';
import { dateIn } from '../../domain/person.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { type AccountId, type CitizenId, type Refused, refused } from '../../kernel/index.js';
import { done, type Outcome } from '../outcome.js';
import type { CommandRequest, Duty } from '../request.js';
import { type OwnTies, Ties } from '../staff/ties.js';
import { streams } from '../streams.js';
import { accountAggregate } from './aggregates.js';
import { EnrolmentDesk, findPerson, type Standing } from './enrol.js';
import type { EnrolmentTaken } from './enrol-self.js';
import { EVEN_PACE } from './even-pace.js';
import { settle } from './settle.js';

/** A registrar lets a sign-in account speak for the person before them, who was enrolled without one; or, where theirs was made before they were 14, sees that it is theirs now. */
export class LinkAccount {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly person: Identity,
    /** As the person's own sign-in shows it: the issuer's URL and their subject there. */
    readonly account: { readonly issuer: string; readonly subject: string },
  ) {}
}

/** Who links which account. */
interface Linking {
  readonly request: CommandRequest;
  readonly account: AccountId;
  readonly ties: OwnTies;
}

/** Answers alike whatever came of it: the person's own `GET /v1/me` shows whether it took. */
@CommandHandler(LinkAccount)
export class LinkAccountHandler implements ICommandHandler<LinkAccount, Outcome<EnrolmentTaken>> {
  constructor(
    private readonly desk: EnrolmentDesk,
    private readonly ties: Ties,
  ) {}

  async execute(command: LinkAccount): Promise<Outcome<EnrolmentTaken>> {
    const admitted = admitIdentity(command.person, dateIn(this.desk.clock.now(), CN_1));
    return 'kind' in admitted ? admitted : EVEN_PACE.keep(() => this.link(command, admitted));
  }

  private async link({ request, duty, account: { issuer, subject } }: LinkAccount, person: Identity): Promise<Outcome<EnrolmentTaken>> {
    const ties = await this.ties.ownOf(request.actor);
    if (ties === undefined) return refused('read-models-behind');
    const account = this.desk.names.account(issuer, subject);
    const found = await this.linkable({ request, account, ties }, await findPerson(this.desk, person));
    // Registrars never link their own account: it would speak for whoever they say they saw.
    if (found === undefined || account === request.actor.account) return done({ state: 'received' });
    const { citizen, enrolled } = found;
    const witness = { registrar: duty.staff, office: duty.institution };
    const eventId = request.eventId.bind(request);
    const { fourteen } = ageInstants(person.birthDate, CN_1);
    const reserved = enrolled.way === 'self' ? undefined : await this.reserve(account, citizen, eventId);
    const linked = reserved ?? (await settle(this.desk, { of: accountAggregate, stream: streams.account(account), eventId, decide: (state, at) => link({ account, citizen, fourteen, witness, at }, state) }));
    return linked.kind === 'refused' && linked.code === 'busy' ? { kind: 'refused', code: 'busy' } : done({ state: 'received' });
  }

  /** Undefined where the citizen's one account is this one, and it speaks for nobody else. */
  private async reserve(account: AccountId, citizen: CitizenId, eventId: CommandRequest['eventId']): Promise<Refused<'busy' | 'linked-elsewhere'> | undefined> {
    if (await this.speaksForAnother(account, citizen)) return refused('linked-elsewhere');
    const stream = streams.account(this.desk.names.accountOf(citizen));
    const { state: before } = await this.desk.ledger.load(accountAggregate, stream);
    const left = before.status === 'linked' && (await this.speaksForAnother(before.account, citizen)) ? before.account : undefined;
    const reserved = await settle(this.desk, { of: accountAggregate, stream, eventId, decide: (state, at) => reserveLink({ account, citizen, left, at }, state) });
    return reserved.kind === 'refused' ? reserved : undefined;
  }

  private async speaksForAnother(account: AccountId, citizen: CitizenId): Promise<boolean> {
    const holder = await this.holderOf(account);
    return holder !== undefined && holder !== citizen;
  }

  private async holderOf(account: AccountId): Promise<CitizenId | undefined> {
    const { state } = await this.desk.ledger.load(accountAggregate, streams.account(account));
    return state.status === 'linked' ? state.citizen : undefined;
  }

  private async linkable({ request: { actor }, account, ties }: Linking, standing: Standing): Promise<Extract<Standing, { kind: 'theirs' }> | undefined> {
    if (standing.kind !== 'theirs') return undefined;
    // Who enrolled themselves has an account already: no other one is linked to them.
    if (standing.enrolled.way === 'self' && (await this.holderOf(account)) !== standing.citizen) return undefined;
    const tied = await ties.isTied(actor, standing.citizen);
    return tied ? undefined : standing;
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { admitIdentity, type Identity, link } from '../../domain/citizen/index.js';
import { dateIn } from '../../domain/person.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import type { CitizenId } from '../../kernel/index.js';
import { done, type Outcome } from '../outcome.js';
import { ReadModels } from '../ports/index.js';
import type { CommandRequest, Duty } from '../request.js';
import { isTied } from '../staff/ties.js';
import { streams } from '../streams.js';
import { accountAggregate } from './aggregates.js';
import { EnrolmentDesk, findPerson, type Standing } from './enrol.js';
import type { EnrolmentTaken } from './enrol-self.js';
import { atEvenPace } from './even-pace.js';
import { settle } from './settle.js';

/** A registrar lets a sign-in account speak for the person before them, who was enrolled without one. */
export class LinkAccount {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly person: Identity,
    /** As the person's own sign-in shows it: the issuer's URL and their subject there. */
    readonly account: { readonly issuer: string; readonly subject: string },
  ) {}
}

/** Answers alike whatever came of it: the person's own `GET /v1/me` shows whether it took. */
@CommandHandler(LinkAccount)
export class LinkAccountHandler implements ICommandHandler<LinkAccount, Outcome<EnrolmentTaken>> {
  constructor(
    private readonly desk: EnrolmentDesk,
    private readonly readModels: ReadModels,
  ) {}

  async execute(command: LinkAccount): Promise<Outcome<EnrolmentTaken>> {
    const admitted = admitIdentity(command.person, dateIn(this.desk.clock.now(), CN_1));
    return 'kind' in admitted ? admitted : atEvenPace(() => this.link(command, admitted));
  }

  private async link({ request, duty, account: { issuer, subject } }: LinkAccount, person: Identity): Promise<Outcome<EnrolmentTaken>> {
    const account = this.desk.names.account(issuer, subject);
    const citizen = await this.linkable(request, await findPerson(this.desk, person));
    // Registrars never link their own account: it would speak for whoever they say they saw.
    if (citizen === undefined || account === request.actor.account) return done({ state: 'received' });
    const witness = { registrar: duty.staff, office: duty.institution };
    const linked = await settle(this.desk, {
      of: accountAggregate,
      stream: streams.account(account),
      eventId: (stream, ordinal) => request.eventId(stream, ordinal),
      decide: (state, at) => link({ account, citizen, witness, at }, state),
    });
    return linked.kind === 'refused' && linked.code === 'busy' ? { kind: 'refused', code: 'busy' } : done({ state: 'received' });
  }

  private async linkable({ actor }: CommandRequest, standing: Standing): Promise<CitizenId | undefined> {
    // Who enrolled themselves has an account already.
    if (standing.kind !== 'theirs' || standing.enrolled.way === 'self') return undefined;
    const tied = await isTied(this.readModels, this.desk.clock.now(), actor, standing.citizen);
    return tied ? undefined : standing.citizen;
  }
}

import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { admitIdentity, changeContact, isPhone } from '../../domain/citizen/index.js';
import { dateIn } from '../../domain/person.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { type AccountId, CitizenId, type Refused, refused } from '../../kernel/index.js';
import { done, type Outcome } from '../outcome.js';
import { IdentitySource, IdentitySourceUnavailable, type VerifiedIdentity } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { accountAggregate, citizenAggregate } from './aggregates.js';
import { EnrolmentDesk, enrolPerson, type Standing } from './enrol.js';
import { EVEN_PACE } from './even-pace.js';
import { settle } from './settle.js';

/** Somebody enrols themselves with the identity that their issuer verified. */
export class EnrolSelf {
  readonly #accessToken: string;

  /** The token goes to the issuer's userinfo endpoint and nowhere else: hidden, so that no log of the command holds it. */
  constructor(
    readonly request: CommandRequest,
    accessToken: string,
  ) {
    this.#accessToken = accessToken;
  }

  verifiedBy(source: IdentitySource): Promise<VerifiedIdentity | undefined> {
    return source.verified(this.#accessToken);
  }
}

/** The same for new, known and mismatching people: `GET /v1/me` tells the person themselves. */
export interface EnrolmentTaken {
  readonly state: 'received';
}

@CommandHandler(EnrolSelf)
export class EnrolSelfHandler implements ICommandHandler<EnrolSelf, Outcome<EnrolmentTaken>> {
  constructor(
    private readonly desk: EnrolmentDesk,
    private readonly source: IdentitySource,
  ) {}

  async execute(command: EnrolSelf): Promise<Outcome<EnrolmentTaken>> {
    const verified = await this.verified(command);
    if (verified.kind === 'refused') return verified;
    return EVEN_PACE.keep(() => this.enrol(command.request, verified.value));
  }

  private async verified(command: EnrolSelf): Promise<{ readonly kind: 'verified'; readonly value: VerifiedIdentity } | Refused<'identity-unverified' | 'busy'>> {
    try {
      const told = await command.verifiedBy(this.source);
      if (told === undefined || (told.phone !== null && !isPhone(told.phone))) return refused('identity-unverified');
      const person = admitIdentity(told, dateIn(this.desk.clock.now(), CN_1));
      return 'kind' in person ? refused('identity-unverified') : { kind: 'verified', value: { ...person, phone: told.phone } };
    } catch (error) {
      if (error instanceof IdentitySourceUnavailable) return refused('busy');
      throw error;
    }
  }

  private async enrol(request: CommandRequest, person: VerifiedIdentity): Promise<Outcome<EnrolmentTaken>> {
    const { account } = request.actor;
    const standing = await enrolPerson(this.desk, {
      way: 'self',
      maker: account,
      citizen: CitizenId(request.newId(`citizen-${this.desk.names.identity(person.document)}`)),
      person,
      phone: person.phone,
      account,
      witness: undefined,
      eventId: (stream, ordinal) => request.eventId(stream, ordinal),
    });
    if (standing.kind === 'refused') return standing;
    const contact = await this.takeOverPhone(request, standing, person.phone);
    return contact ?? done({ state: 'received' });
  }

  /** Only for the citizen that this very account speaks for: others may hold the same document. */
  private async takeOverPhone(request: CommandRequest, standing: Standing, phone: string | null): Promise<Refused<'busy'> | undefined> {
    if (standing.kind !== 'theirs' || phone === null || !(await this.speaksFor(request.actor.account, standing.citizen))) return undefined;
    const { citizen } = standing;
    const changed = await settle(this.desk, {
      of: citizenAggregate,
      stream: streams.citizen(citizen),
      eventId: (stream, ordinal) => request.eventId(stream, ordinal),
      decide: (state, at) => changeContact({ citizen, phone, at }, state),
    });
    return changed.kind === 'refused' ? changed : undefined;
  }

  private async speaksFor(account: AccountId, citizen: CitizenId): Promise<boolean> {
    const { state } = await this.desk.ledger.load(accountAggregate, streams.account(account));
    return state.status === 'linked' && state.citizen === citizen;
  }
}

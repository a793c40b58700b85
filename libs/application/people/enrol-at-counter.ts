import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { admitIdentity, type Identity } from '../../domain/citizen/index.js';
import { dateIn } from '../../domain/person.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { CitizenId, refused } from '../../kernel/index.js';
import { done, type Outcome } from '../outcome.js';
import type { CommandRequest, Duty } from '../request.js';
import { cardCodes, issueCardCodes } from '../samples/card-codes.js';
import { Ties } from '../staff/ties.js';
import { COUNTER, EnrolmentDesk, enrolPerson } from './enrol.js';
import { EVEN_PACE } from './even-pace.js';

/** A registrar enrols the person before them, whose document they hold; a card of sampling codes is printed. */
export class EnrolAtCounter {
  constructor(
    readonly request: CommandRequest,
    readonly duty: Duty,
    readonly person: Identity,
  ) {}
}

/** The card's codes, always as many. Whether they work, only a clinic that scans one finds out: they are dead for a person who did not match. */
export interface CardPrinted {
  readonly codes: readonly string[];
}

@CommandHandler(EnrolAtCounter)
export class EnrolAtCounterHandler implements ICommandHandler<EnrolAtCounter, Outcome<CardPrinted>> {
  constructor(
    private readonly desk: EnrolmentDesk,
    private readonly ties: Ties,
  ) {}

  async execute({ request, duty, person }: EnrolAtCounter): Promise<Outcome<CardPrinted>> {
    const admitted = admitIdentity(person, dateIn(this.desk.clock.now(), CN_1));
    return 'kind' in admitted ? admitted : EVEN_PACE.keep(() => this.enrol(request, duty, admitted));
  }

  private async enrol(request: CommandRequest, { staff, institution }: Duty, person: Identity): Promise<Outcome<CardPrinted>> {
    const ties = await this.ties.ownOf(request.actor);
    if (ties === undefined) return refused('read-models-behind');
    const { names } = this.desk;
    const standing = await enrolPerson(this.desk, {
      way: 'counter',
      maker: COUNTER,
      citizen: CitizenId(request.newId(`citizen-${names.identity(person.document)}`)),
      person,
      phone: null,
      account: undefined,
      witness: { registrar: staff, office: institution },
      eventId: (stream, ordinal) => request.eventId(stream, ordinal),
    });
    if (standing.kind === 'refused') return standing;
    const tied = standing.kind === 'theirs' && (await ties.isTied(request.actor, standing.citizen));
    // A refusal would tell that the number belongs to a relative: a dead card tells nothing.
    if (standing.kind !== 'theirs' || tied) return done({ codes: cardCodes(request, CN_1) });
    const issued = await issueCardCodes(this.desk, request, standing.citizen, CN_1);
    return issued.kind === 'refused' ? issued : done({ codes: issued.value });
  }
}

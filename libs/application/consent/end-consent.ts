import { Injectable } from '@nestjs/common';
import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Consent, type ConsentAct, type ConsentEvent, type ConsentRefusal, decline, relinquish, revoke } from '../../domain/consent/index.js';
import type { CitizenId, ConsentId, Decision } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import { Ledger, perform } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { consentAggregate } from './consent-aggregate.js';

class EndConsent {
  constructor(
    readonly request: CommandRequest,
    readonly consent: ConsentId,
    readonly by: CitizenId,
  ) {}
}

/** The subject says no to what was asked. */
export class DeclineConsent extends EndConsent {}

/** The subject takes a grant back. Acknowledged: no view whose request begins later is served under it. */
export class RevokeConsent extends EndConsent {}

/** The viewer gives a grant up. */
export class RelinquishConsent extends EndConsent {}

/** The consent that is over. The same whatever ended it first. */
export interface ConsentOver {
  readonly consent: ConsentId;
  readonly state: 'declined' | 'ended';
  readonly position: string;
}

type Decide = (act: ConsentAct, state: Consent) => Decision<ConsentEvent, ConsentRefusal>;

/** Ends consents. Retries conflicts until the command's deadline: views of a busy basis must not keep it from ending. */
@Injectable()
export class ConsentEnds {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly cursors: Cursors,
  ) {}

  async carryOut({ request, consent, by }: EndConsent, decide: Decide): Promise<Outcome<ConsentOver>> {
    const performed = await perform(this.ledger, this.clock, {
      of: consentAggregate,
      stream: streams.consent(consent),
      request,
      decide: (state, at) => decide({ consent, by, at }, state),
    });
    if (performed.kind === 'refused') return performed;
    const { state } = performed.after;
    return done({ consent, state: state.status === 'declined' ? 'declined' : 'ended', position: this.cursors.after(request, performed.after) });
  }
}

@CommandHandler(DeclineConsent)
export class DeclineConsentHandler implements ICommandHandler<DeclineConsent, Outcome<ConsentOver>> {
  constructor(private readonly ends: ConsentEnds) {}

  execute(command: DeclineConsent): Promise<Outcome<ConsentOver>> {
    return this.ends.carryOut(command, decline);
  }
}

@CommandHandler(RevokeConsent)
export class RevokeConsentHandler implements ICommandHandler<RevokeConsent, Outcome<ConsentOver>> {
  constructor(private readonly ends: ConsentEnds) {}

  execute(command: RevokeConsent): Promise<Outcome<ConsentOver>> {
    return this.ends.carryOut(command, revoke);
  }
}

@CommandHandler(RelinquishConsent)
export class RelinquishConsentHandler implements ICommandHandler<RelinquishConsent, Outcome<ConsentOver>> {
  constructor(private readonly ends: ConsentEnds) {}

  execute(command: RelinquishConsent): Promise<Outcome<ConsentOver>> {
    return this.ends.carryOut(command, relinquish);
  }
}

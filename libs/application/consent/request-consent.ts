import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { request as decideRequest, type Terms } from '../../domain/consent/index.js';
import { type CitizenId, ConsentId, formatInstant, plus, refused } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import { Ledger, perform } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { consentAggregate } from './consent-aggregate.js';
import { ConsentCodes } from './consent-codes.js';
import { HeldConsents } from './held-consents.js';

/** A viewer asks for a view of whoever will open the code. */
export class RequestConsent {
  constructor(
    readonly request: CommandRequest,
    readonly viewer: CitizenId,
    readonly terms: Terms,
    readonly label: string,
  ) {}
}

/** `code` is shown once more on a retry with the same key, and nowhere else; `words` are compared with the other screen. */
export interface ConsentAsked {
  readonly consent: ConsentId;
  readonly code: string;
  readonly words: readonly string[];
  readonly codeUntil: string;
  readonly position: string;
}

@CommandHandler(RequestConsent)
export class RequestConsentHandler implements ICommandHandler<RequestConsent, Outcome<ConsentAsked>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly held: HeldConsents,
    private readonly codes: ConsentCodes,
    private readonly cursors: Cursors,
  ) {}

  async execute({ request, viewer, terms, label }: RequestConsent): Promise<Outcome<ConsentAsked>> {
    const held = await this.held.by(viewer);
    if (held === undefined) return refused('read-models-behind');
    const consent = ConsentId(`c_${request.newId('consent')}`);
    const { code, hash, words } = this.codes.make(consent, request.newSecret('consent-code'));
    const stream = streams.consent(consent);
    const performed = await perform(this.ledger, this.clock, {
      of: consentAggregate,
      stream,
      request,
      decide: (state, at) => decideRequest({ consent, viewer, terms, label, codeHash: hash, held, at }, state, CN_1),
    });
    if (performed.kind === 'refused') return performed;
    // A retry may find the request opened, granted, declined or ended since, and its answer must not tell.
    const askedAt = performed.after.commands.get(request.eventId(stream, 0))?.at ?? performed.after.lastAt ?? this.clock.now();
    const codeUntil = plus(askedAt, CN_1.consent.codeLife);
    return done({ consent, code, words, codeUntil: formatInstant(codeUntil), position: this.cursors.after(request, performed.after) });
  }
}

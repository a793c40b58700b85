import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Consent, openCode, type Terms } from '../../domain/consent/index.js';
import type { PersonName } from '../../domain/person.js';
import { type CitizenId, ConsentId, formatInstant, Malformed, refused } from '../../kernel/index.js';
import { Cursors } from '../cursor.js';
import { Ledger, perform } from '../ledger/index.js';
import { done, type Outcome } from '../outcome.js';
import { People } from '../people/people.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { consentAggregate } from './consent-aggregate.js';
import { type ConsentCode, ConsentCodes } from './consent-codes.js';

/** A person opens the code they were handed; of any age. */
export class OpenCode {
  constructor(
    readonly request: CommandRequest,
    readonly opener: CitizenId,
    readonly code: string,
  ) {}
}

/** What the subject decides on: who asks, verified, and for what. `words` are compared with the other screen. */
export interface CodeOpened {
  readonly consent: ConsentId;
  readonly viewer: PersonName;
  readonly scope: Terms['scope'];
  readonly purpose: Terms['purpose'];
  readonly until: string;
  readonly words: readonly string[];
  readonly position: string;
}

@CommandHandler(OpenCode)
export class OpenCodeHandler implements ICommandHandler<OpenCode, Outcome<CodeOpened>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly codes: ConsentCodes,
    private readonly people: People,
    private readonly cursors: Cursors,
  ) {}

  async execute({ request, opener, code: text }: OpenCode): Promise<Outcome<CodeOpened>> {
    const { consent, hash: codeHash, words } = this.read(text, request);
    const performed = await perform(this.ledger, this.clock, {
      of: consentAggregate,
      stream: streams.consent(consent),
      request,
      decide: (state, at) => openCode({ opener, codeHash, at }, state),
    });
    if (performed.kind === 'refused') return performed;
    const asked = shownTo(performed.after.state);
    if (asked === undefined) return refused('code-expired');
    const viewer = await this.people.personOf(asked.viewer);
    // Somebody who can no longer be named is nobody to grant anything to.
    if (viewer === undefined) return refused('code-expired');
    const { scope, purpose, until } = asked;
    return done({ consent, viewer: viewer.name, scope, purpose, until: formatInstant(until), words, position: this.cursors.after(request, performed.after) });
  }

  /** What cannot be a code is looked up all the same, where nothing is: it is answered, and costs, like one that nobody made. */
  private read(text: string, request: CommandRequest): ConsentCode {
    try {
      return this.codes.read(text);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      return this.codes.make(ConsentId(`c_${request.newId('no-consent')}`), request.newSecret('no-consent'));
    }
  }
}

/** The terms before the subject; a retry may find them granted since. */
function shownTo(state: Consent): (Terms & { readonly viewer: CitizenId }) | undefined {
  if (state.status === 'opened') return { ...state.asked, viewer: state.viewer };
  return state.status === 'live' || state.status === 'ended' ? state.grant : undefined;
}

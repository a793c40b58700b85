import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { type Consent, grant, subjectOf, type Terms, viewerOf } from '../../domain/consent/index.js';
import { ageInstants, type AgeInstants } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import { type CitizenId, type ConsentId, formatInstant, refused } from '../../kernel/index.js';
import { guards } from '../guardianship/guards.js';
import { Cursors } from '../cursor.js';
import { Ledger, perform } from '../ledger/index.js';
import { Names } from '../names.js';
import { done, type Outcome } from '../outcome.js';
import { People, type Person } from '../people/people.js';
import { Clock } from '../ports/index.js';
import type { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { consentAggregate } from './consent-aggregate.js';

/** The subject grants what was asked, or less. */
export class GrantConsent {
  constructor(
    readonly request: CommandRequest,
    readonly consent: ConsentId,
    readonly subject: CitizenId,
    readonly terms: Terms,
  ) {}
}

/** What was granted: from when it counts, and until when. */
export interface Granted {
  readonly consent: ConsentId;
  readonly scope: Terms['scope'];
  readonly purpose: Terms['purpose'];
  readonly from: string;
  readonly until: string;
  readonly position: string;
}

@CommandHandler(GrantConsent)
export class GrantConsentHandler implements ICommandHandler<GrantConsent, Outcome<Granted>> {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly people: People,
    private readonly names: Names,
    private readonly cursors: Cursors,
  ) {}

  async execute({ request, consent, subject, terms }: GrantConsent): Promise<Outcome<Granted>> {
    const stream = streams.consent(consent);
    // Who asked, and who opened the code, never changes in a consent's stream, so it may be read before the decision is. A stranger hears no later than where nobody asked.
    const { state } = await this.ledger.load(consentAggregate, stream);
    const viewer = viewerOf(state);
    if (viewer === undefined || subjectOf(state) !== subject) return refused('not-found');
    const [people, linkedAt] = await Promise.all([this.people.peopleOf([viewer, subject]), this.people.linkedAt(request.actor.account)]);
    const viewerName = people.get(viewer)?.name;
    if (viewerName === undefined) return refused('not-found');
    const ages = agesOf(people.get(subject));
    const viewerIsGuardian = await guards(this.ledger, this.names, { viewer, subject }, this.clock.now());
    const performed = await perform(this.ledger, this.clock, {
      of: consentAggregate,
      stream,
      request,
      decide: (now, at) => grant({ by: subject, terms, viewerName, ages, linkedAt, viewerIsGuardian, at }, now, CN_1),
    });
    return performed.kind === 'refused' ? performed : told(consent, performed.after.state, this.cursors.after(request, performed.after));
  }
}

const agesOf = (subject: Person | undefined): AgeInstants | 'shut' => (subject === undefined ? 'shut' : ageInstants(subject.birthDate, CN_1));

function told(consent: ConsentId, state: Consent, position: string): Outcome<Granted> {
  if (state.status !== 'live' && state.status !== 'ended') return refused('consent-not-open');
  const { scope, purpose, from, until } = state.grant;
  return done({ consent, scope, purpose, from: formatInstant(from), until: formatInstant(until), position });
}

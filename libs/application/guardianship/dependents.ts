import { Injectable } from '@nestjs/common';
import { FREE_ACCOUNT, isAbandoned, sameIdentity } from '../../domain/citizen/index.js';
import type { ClaimDetails } from '../../domain/guardianship/index.js';
import { type CitizenId, type ClaimId, type GuardianshipId, guardianshipId, type Refused } from '../../kernel/index.js';
import { Ledger } from '../ledger/index.js';
import { Names } from '../names.js';
import { citizenAggregate, identityAggregate } from '../people/aggregates.js';
import { enrolPerson, freeAbandoned, type Standing } from '../people/enrol.js';
import { Clock } from '../ports/index.js';
import { streams } from '../streams.js';
import { guardianshipsAggregate } from './aggregates.js';
import { ClaimSteps } from './claim-steps.js';

/**
 * What the log says about a claimed document. `known`: this person, by name and birth date too. `mismatch`: somebody else by name or birth date. `unknown`:
 * nobody, or this claim's own reservation. `pending`: reserved by another act that has not enrolled them yet, and only that act finishes it; or that never will (`free`).
 */
export interface FoundDependent {
  readonly kind: 'known' | 'mismatch' | 'unknown' | 'pending';
  readonly citizen: CitizenId;
  /** The next guardianship of this person. */
  readonly next: GuardianshipId;
  /** True where this very claim is confirmed: `next` is then somebody else's. */
  readonly confirmed: boolean;
}

/** The people whom claims speak of. */
@Injectable()
export class Dependents {
  constructor(
    private readonly ledger: Ledger,
    private readonly clock: Clock,
    private readonly names: Names,
    private readonly steps: ClaimSteps,
  ) {}

  /** Matches by the document's reservation, with the same work whether or not the person exists. */
  async find(claim: ClaimId, details: ClaimDetails): Promise<FoundDependent> {
    const { state: document } = await this.ledger.load(identityAggregate, streams.identity(this.names.identity(details.document)));
    const reserved = document.status === 'reserved';
    const citizen = reserved ? document.citizen : this.steps.newDependent(claim);
    const all = this.names.guardianships(citizen);
    const [person, guardianships] = await Promise.all([
      this.ledger.load(citizenAggregate, streams.citizen(citizen)),
      this.ledger.load(guardianshipsAggregate, streams.guardianships(all)),
    ]);
    const whose = { citizen, next: guardianshipId(all, guardianships.state.length + 1), confirmed: guardianships.state.some((one) => one.claim === claim) };
    if (document.status === 'reserved' && person.state.status === 'enrolled') {
      if (sameIdentity(details, person.state)) return { kind: 'known', ...whose };
      const isLeft = isAbandoned({ reservation: document, document: details.document, holder: person.state, account: FREE_ACCOUNT });
      return { kind: isLeft ? 'pending' : 'mismatch', ...whose };
    }
    return { kind: reserved && document.maker !== claim ? 'pending' : 'unknown', ...whose };
  }

  /** Frees a claimed document that another act reserved and cannot finish any more; `kept` where it can. */
  async free(claim: ClaimId, { name, birthDate, document }: ClaimDetails): Promise<'again' | 'kept' | Refused<'busy'>> {
    const { ledger, clock, names, steps } = this;
    const { state } = await ledger.load(identityAggregate, streams.identity(names.identity(document)));
    if (state.status === 'free') return 'again';
    return freeAbandoned({ ledger, clock, names }, state, { person: { name, birthDate, document }, eventId: steps.eventIds(claim) });
  }

  /** Enrols somebody whom nobody knew: no account speaks for them. */
  enrol(claim: ClaimId, { name, birthDate, document }: ClaimDetails): Promise<Standing | Refused<'busy'>> {
    const { ledger, clock, names, steps } = this;
    const person = { name, birthDate, document };
    const citizen = steps.newDependent(claim);
    return enrolPerson({ ledger, clock, names }, { way: 'claim', maker: claim, citizen, person, phone: null, account: undefined, witness: undefined, eventId: steps.eventIds(claim) });
  }
}

import { Injectable } from '@nestjs/common';
import { abandon, type Claim, type ClaimDetails, confirm, erase, refix } from '../../domain/guardianship/index.js';
import { CN_1 } from '../../domain/policy/cn-1.js';
import type { ClaimId } from '../../kernel/index.js';
import { Vault } from '../../vault/index.js';
import { Institutions } from '../institutions/index.js';
import { People } from '../people/people.js';
import { ClaimSteps } from './claim-steps.js';
import { Dependents } from './dependents.js';

/** `waiting`: something else has to happen first (an enrolment that another act began, a store out of reach); the next sweep tries again. */
export type Progress = 'finished' | 'waiting';

type Countersigned = Extract<Claim, { status: 'countersigned' }>;
type Round = Progress | 'again';

/** Far above what one claim takes; each round that isn't the last one moved the log forward. */
const ROUNDS = 32;

/**
 * What follows a countersignature or a closing, one step a round, each decided from the log alone: enrol the dependent, confirm, destroy the claim's key,
 * record that. It may stop after any step and be run again, also twice at once.
 */
@Injectable()
export class ClaimWork {
  constructor(
    private readonly steps: ClaimSteps,
    private readonly dependents: Dependents,
    private readonly people: People,
    private readonly vault: Vault,
    private readonly institutions: Institutions,
  ) {}

  async finish(claim: ClaimId): Promise<Progress> {
    for (let round = 0; round < ROUNDS; round += 1) {
      const progress = await this.round(claim);
      if (progress !== 'again') return progress;
    }
    return 'waiting';
  }

  private async round(id: ClaimId): Promise<Round> {
    const claim = await this.steps.claim(id);
    if (claim.status === 'closed') return this.erase(id);
    if (claim.status !== 'countersigned') return 'finished';
    // What follows says both offices, of which nobody may have acted since institutions have ids.
    for (const { office } of [claim.proposal, claim.countersigned]) await this.institutions.carryOver(office);
    const all = await this.steps.beside(claim.countersigned.guardianship);
    return all.some((one) => one.claim === id) ? this.erase(id) : this.proceed(claim);
  }

  private async proceed({ claim, details, ...rest }: Countersigned): Promise<Round> {
    // Whoever cannot read the claim cannot tell what it asks for; it stays where it is.
    if (details === undefined) return 'waiting';
    const { kind, citizen: dependent, next: guardianship, confirmed } = await this.dependents.find(claim, details);
    // Somebody else confirmed it: since this round began, or before yet another countersigned it anew who had found the document to be someone else's.
    if (confirmed) return this.erase(claim);
    if (kind === 'mismatch') return this.abandon(claim);
    if (dependent !== rest.countersigned.dependent || guardianship !== rest.countersigned.guardianship) {
      return round(await this.steps.onClaim(claim, (state, at) => refix({ dependent, guardianship, at }, state)));
    }
    if (kind === 'pending') return this.free(claim, details);
    return kind === 'unknown' ? round(await this.dependents.enrol(claim, details)) : this.confirm({ claim, details, ...rest }, details);
  }

  private async free(claim: ClaimId, details: ClaimDetails): Promise<Round> {
    return (await this.dependents.free(claim, details)) === 'again' ? 'again' : 'waiting';
  }

  private async confirm({ claim, claimant: guardian, proposal, countersigned }: Countersigned, { ground, birthDate }: ClaimDetails): Promise<Round> {
    const person = await this.people.personOf(guardian);
    if (person === undefined) return 'waiting';
    const { guardianship, dependent } = countersigned;
    const { scope, reviewAt, until } = proposal;
    const offices = [proposal.office, countersigned.office];
    const agreed = { guardianship, claim, guardian, guardianName: person.name, dependent, birthDate, ground, scope, reviewAt, until, offices };
    const confirmed = await this.steps.onGuardianships(claim, guardianship, (all, at) => confirm({ ...agreed, at }, all, CN_1));
    // A birthday may have passed since the countersignature. An ordinal that was taken meanwhile is fixed anew by the next round.
    return confirmed.kind === 'refused' && confirmed.code === 'ground-unfit' ? this.abandon(claim) : round(confirmed);
  }

  private async abandon(claim: ClaimId): Promise<Round> {
    return round(await this.steps.onClaim(claim, (state, at) => abandon(at, state)));
  }

  /** Only after the confirmation or closing was read back from the store, that is, acknowledged. */
  private async erase(claim: ClaimId): Promise<Round> {
    await this.vault.destroy({ owner: claim, class: 'claim' });
    return round(await this.steps.onClaim(claim, (state, at) => erase(at, state)));
  }
}

const round = (step: { readonly kind: string; readonly code?: string }): Round => (step.code === 'busy' ? 'waiting' : 'again');

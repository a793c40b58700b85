import { CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { GrantedTerms } from '../../domain/access/index.js';
import type { Purpose, Scope } from '../../domain/scope.js';
import { type BasisId, type CitizenId, formatInstant, refused } from '../../kernel/index.js';
import { done, type Outcome, type Refusal } from '../outcome.js';
import type { No } from './asked-view.js';
import { Disclosures } from './disclosures.js';
import { Refusals } from './refusals.js';
import { type OtherView, Show } from './show.js';
import { VerifiedNames } from './verified-names.js';

/** Somebody asks to see somebody else: once each time, without an idempotency key. */
export class ViewOther {
  constructor(
    readonly viewer: CitizenId,
    readonly basis: BasisId,
    readonly scope: Scope,
    readonly purpose: Purpose,
  ) {}
}

/** The one way to a view of another person: decided, recorded, then shown. Every no is recorded, too, before it is answered. */
@CommandHandler(ViewOther)
export class ViewOtherHandler implements ICommandHandler<ViewOther, Outcome<OtherView>> {
  constructor(
    private readonly names: VerifiedNames,
    private readonly disclosures: Disclosures,
    private readonly refusals: Refusals,
    private readonly show: Show,
  ) {}

  async execute({ viewer, basis, scope, purpose }: ViewOther): Promise<Outcome<OtherView>> {
    const arrived = performance.now();
    const viewerName = await this.names.of(viewer);
    // Who cannot be named to the subject does not look.
    if (viewerName === undefined) return refused('busy');
    const asked = { viewer, viewerName, basis, scope, purpose, arrived };
    const ruling = await this.disclosures.disclose(asked);
    switch (ruling.kind) {
      case 'failed':
        return refused(ruling.code);
      case 'refused':
        return (await this.refusals.record(asked, ruling.parties, ruling.at)) ? told(ruling.answer) : refused('busy');
      case 'disclosed': {
        const view = await this.show.show(ruling, asked);
        return view === undefined ? refused('busy') : done(view);
      }
    }
  }
}

const told = (answer: No): Refusal => (answer.kind === 'no' ? refused('not-found') : { kind: 'refused', code: 'outside-grant', details: { grant: ownTerms(answer.terms) } });

const ownTerms = ({ scope, purposes, from, until }: GrantedTerms) => ({ scope, purposes, from: formatInstant(from), until: formatInstant(until) });

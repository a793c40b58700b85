import type { BasisId, CitizenId, GuardianshipsId, Instant } from '../../kernel/index.js';
import { GuardianshipId, guardianshipsOf, instant, later } from '../../kernel/index.js';
import type { ConsentEvent } from '../consent/events.js';
import { evolve as evolveConsent } from '../consent/evolve.js';
import { type Consent, NO_CONSENT } from '../consent/consent.js';
import type { GuardianshipEvent } from '../guardianship/events.js';
import { evolveGuardianships, guardianshipIn, type Guardianships, NO_GUARDIANSHIPS } from '../guardianship/guardianships.js';
import type { Purpose, Scope } from '../scope.js';
import { type Asked, type ClearAnswer, clearlyAllows, clearTermsOf, type GrantedTerms } from './allows.js';
import { type Basis, consentBasis, guardianshipBasis, partiesOf } from './basis.js';
import type { RefusalEvent } from './events.js';

/** An event that says who may look or did; decoded without any key. */
export type AccessFact = ConsentEvent | GuardianshipEvent | RefusalEvent;

type ChangingFact = Extract<ConsentEvent, { type: 'ConsentGranted' | 'ConsentRevoked' | 'ConsentRelinquished' | 'ConsentEnded' }> | GuardianshipEvent;

/** Whose access is replayed: one subject's, one basis's, or everybody's. */
export type Concern = { readonly subject: CitizenId } | { readonly basis: BasisId } | 'everybody';

/** A basis on which somebody could look; `answer` is the clear half of the rule, which knows no ages. */
export interface CouldLook {
  readonly basis: BasisId;
  readonly viewer: CitizenId;
  readonly subject: CitizenId;
  readonly scope: Scope;
  readonly purposes: readonly Purpose[];
  readonly from: Instant;
  readonly until: Instant;
  readonly answer: 'yes' | 'as-age-allows';
}

/** A view that was recorded; `withheld` where the log itself shows that nothing may have been answered. */
export interface DidLook extends Asked {
  readonly position: bigint;
  readonly basis: BasisId;
  readonly rule: string;
  readonly at: Instant;
  readonly shown: 'shown' | 'withheld';
}

/** A view that was refused. */
export interface WasRefused extends Asked {
  readonly position: bigint;
  readonly basis: BasisId;
  readonly at: Instant;
}

/** What changed who can look: something granted or confirmed, with its terms, or the end or pause of it. */
export interface Changed {
  readonly position: bigint;
  readonly type: Exclude<ChangingFact['type'], 'ViewDisclosed'>;
  readonly basis: BasisId;
  readonly viewer: CitizenId;
  readonly at: Instant;
  /** What it then allows, in clear; null where it allows nothing any more. `byAge`: as age allows, too, which is sealed. */
  readonly terms: (GrantedTerms & { readonly byAge: boolean }) | null;
}

/** Who could look at `asOf`; what changed that, who did and who was refused until then. */
export interface AccessHistory {
  readonly changed: readonly Changed[];
  readonly could: readonly CouldLook[];
  readonly did: readonly DidLook[];
  readonly refused: readonly WasRefused[];
}

/** A fold of the log that opens nothing: feed it every event in position order, then ask. The same events give the same answers. */
export class AccessReplay {
  private readonly consents = new Map<BasisId, Consent>();
  private readonly guardianships = new Map<GuardianshipsId, Guardianships>();
  private readonly changed: Changed[] = [];
  private readonly did: DidLook[] = [];
  private readonly refused: WasRefused[] = [];
  /** When the last event of a basis, or of its stream, was recorded. */
  private readonly lastAt = new Map<BasisId | GuardianshipsId, Instant>();

  constructor(private readonly concern: Concern) {}

  /** Takes the next event of the log; those that do not concern the question change nothing. */
  apply(position: bigint, fact: AccessFact): void {
    if (!this.concerns(fact)) return;
    if (fact.type === 'ViewRefused') this.refused.push({ position, ...lookOf(fact.data) });
    else if (fact.type === 'ViewDisclosed') this.did.push(this.judged(position, fact.data));
    else if ('consent' in fact.data) this.evolveConsent(fact as ConsentEvent, fact.data.consent);
    else this.evolveGuardianships(fact as GuardianshipEvent, guardianshipsOf(fact.data.guardianship));
    if (isChange(fact)) this.changed.push(this.change(position, fact));
  }

  /** Windows are judged at `asOf`; those of a basis at its last event, where that says later: so are views of it. */
  history(asOf: Instant): AccessHistory {
    return { changed: this.changed, could: this.bases().flatMap(([id, basis, at]) => couldLook(id, basis, later(asOf, at))), did: this.did, refused: this.refused };
  }

  private concerns({ data }: AccessFact): boolean {
    if (this.concern === 'everybody') return true;
    const { basis, subject } = concernsOf(data);
    return 'subject' in this.concern ? subject === this.concern.subject : basis === this.concern.basis;
  }

  private judged(position: bigint, data: Extract<AccessFact, { type: 'ViewDisclosed' }>['data']): DidLook {
    const basis = this.basis(data.basis);
    return { position, rule: data.rule, ...lookOf(data), shown: shows(clearlyAllows(data, basis, data.at)) ? 'shown' : 'withheld' };
  }

  private change(position: bigint, { type, data }: Change): Changed {
    const id = basisOf(data);
    const basis = this.basis(id);
    const terms = basis === undefined || ENDS.has(type) ? null : { ...clearTermsOf(basis), byAge: basis.kind === 'guardianship' && basis.facts.byAge };
    return { position, type, basis: id, viewer: 'viewer' in data ? data.viewer : data.guardian, at: data.at, terms };
  }

  private basis(id: BasisId): Basis | undefined {
    const consent = this.consents.get(id);
    if (consent !== undefined) return consentBasis(consent);
    return id.startsWith('g_') ? this.guardianship(GuardianshipId(id)) : undefined;
  }

  private guardianship(id: GuardianshipId): Basis | undefined {
    const found = guardianshipIn(this.guardianships.get(guardianshipsOf(id)) ?? NO_GUARDIANSHIPS, id);
    return found === undefined ? undefined : guardianshipBasis(found);
  }

  private bases(): readonly (readonly [BasisId, Basis | undefined, Instant])[] {
    const at = (id: BasisId | GuardianshipsId): Instant => this.lastAt.get(id) ?? instant(0);
    const consents = [...this.consents].map(([id, consent]) => [id, consentBasis(consent), at(id)] as const);
    const guardianships = [...this.guardianships].flatMap(([stream, all]) => all.map((one) => [one.id, guardianshipBasis(one), at(stream)] as const));
    return [...consents, ...guardianships];
  }

  private evolveConsent(event: ConsentEvent, id: BasisId): void {
    this.lastAt.set(id, event.data.at);
    this.consents.set(id, evolveConsent(this.consents.get(id) ?? NO_CONSENT, event));
  }

  private evolveGuardianships(event: GuardianshipEvent, id: GuardianshipsId): void {
    this.lastAt.set(id, event.data.at);
    this.guardianships.set(id, evolveGuardianships(this.guardianships.get(id) ?? NO_GUARDIANSHIPS, event));
  }
}

function couldLook(id: BasisId, basis: Basis | undefined, asOf: Instant): readonly CouldLook[] {
  if (basis === undefined) return [];
  const [parties, terms] = [partiesOf(basis), clearTermsOf(basis)];
  const answer = terms.purposes.map((purpose) => clearlyAllows({ viewer: parties.viewer, scope: terms.scope, purpose }, basis, asOf)).find(shows);
  return answer === undefined ? [] : [{ basis: id, ...parties, ...terms, answer }];
}

const shows = (answer: ClearAnswer): answer is CouldLook['answer'] => answer === 'yes' || answer === 'as-age-allows';

type Change = Exclude<ChangingFact, { type: 'ViewDisclosed' }>;

/** After these, a basis allows nothing, for good or until it is reinstated. */
const ENDS: ReadonlySet<Change['type']> = new Set<Change['type']>(['ConsentRevoked', 'ConsentRelinquished', 'ConsentEnded', 'GuardianshipSuspended', 'GuardianshipEnded']);
const CHANGES: ReadonlySet<string> = new Set<Change['type']>([...ENDS, 'ConsentGranted', 'GuardianshipConfirmed', 'GuardianshipReinstated']);

const isChange = (fact: AccessFact): fact is Change => CHANGES.has(fact.type);

type Look = Asked & { readonly basis: BasisId; readonly at: Instant };

const lookOf = ({ basis, viewer, scope, purpose, at }: Look): Look => ({ basis, viewer, scope, purpose, at });

const subjectOf = (data: AccessFact['data']): CitizenId | null => ('dependent' in data ? data.dependent : 'subject' in data ? data.subject : null);

const basisOf = (data: AccessFact['data']): BasisId => ('basis' in data ? data.basis : 'consent' in data ? data.consent : data.guardianship);

/** The basis that a fact is about, and whose access it speaks of (null: nobody's yet). */
export const concernsOf = (data: AccessFact['data']): { readonly basis: BasisId; readonly subject: CitizenId | null } => ({ basis: basisOf(data), subject: subjectOf(data) });

/** What a replay is asked for: the log up to a position, or the longest prefix of it whose events were all recorded by an instant; or as it stands, whatever the clocks said that recorded it. */
export type ReplayPoint = { readonly position: bigint } | { readonly time: Instant } | { readonly now: Instant };

/** True for an event that lies beyond the point; the first such event ends the prefix. */
export function isBeyond(point: ReplayPoint, position: bigint, at: Instant): boolean {
  if ('now' in point) return false;
  return 'position' in point ? position > point.position : at > point.time;
}

/** The instant at which windows are judged: the time asked for, or that of the latest event up to the position. */
export function judgedAt(point: ReplayPoint, latest: Instant): Instant {
  if ('now' in point) return point.now;
  return 'time' in point ? point.time : latest;
}

import { type Basis, consentBasis, guardianshipBasis, type ViewDisclosed } from '../../domain/access/index.js';
import type { DomainEvent } from '../../domain/codec/index.js';
import { type Consent, type ConsentEvent, subjectOf, viewerOf } from '../../domain/consent/index.js';
import { guardianshipIn, type GuardianshipEvent, type Guardianships } from '../../domain/guardianship/index.js';
import type { Verdict } from '../../event-store/index.js';
import { type BasisId, type CitizenId, type EventId, GuardianshipId, type Instant, type KeyRef } from '../../kernel/index.js';
import { consentAggregate } from '../consent/consent-aggregate.js';
import { guardianshipsAggregate } from '../guardianship/aggregates.js';
import { type Aggregate, decisionInstant, type Ledger, type Loaded } from '../ledger/index.js';
import { streams } from '../streams.js';

/** The two whom a basis, or what may become one, is between. No viewer: nobody was confirmed under the id, and whose guardian it would be is known all the same. */
export interface Parties {
  readonly viewer: CitizenId | undefined;
  readonly subject: CitizenId | undefined;
}

/** A basis's stream as it stood at a revision: what a view is decided on, and what it is appended to. */
export interface BasisHistory {
  /** False where nobody ever made such a basis. */
  readonly exists: boolean;
  /** Where the last event that was not a view stands in the log. */
  readonly changedAt: bigint;
  /** What stands under this id; undefined where nothing was granted. */
  basis(id: BasisId): Basis | undefined;
  /** Who asked or was confirmed, and whom it is about as soon as that is known. */
  parties(id: BasisId): Parties | undefined;
  /** The keys that opened what decisions on this history depend on: remembered, it counts only while they are there. */
  keys(): readonly KeyRef[];
  /** The instant of a decision on this history. */
  decidedAt(now: Instant): Instant;
  /** Reads what was appended since. */
  again(): Promise<BasisHistory>;
  /** Appends a view, expecting the revision of this history. */
  append(id: EventId, view: ViewDisclosed): Promise<Verdict>;
  /** What became of an append of which nothing is known: read, never written again. */
  settle(id: EventId): Promise<'recorded' | 'lost' | 'open'>;
  /** This history with the view that was appended to it. */
  after(view: ViewDisclosed): BasisHistory;
}

/** One kind of basis stream; views are among its events. */
interface Kind<State, Event extends DomainEvent> {
  readonly of: Aggregate<State, Event>;
  basis(state: State, id: BasisId): Basis | undefined;
  parties(state: State, id: BasisId): Parties | undefined;
  keys(state: State): readonly KeyRef[];
  view(view: ViewDisclosed): Event;
}

class History<State, Event extends DomainEvent> implements BasisHistory {
  constructor(
    private readonly ledger: Ledger,
    private readonly kind: Kind<State, Event>,
    private readonly loaded: Loaded<State>,
  ) {}

  get exists(): boolean {
    return this.loaded.revision !== undefined;
  }

  get changedAt(): bigint {
    return this.loaded.change?.position ?? 0n;
  }

  basis(id: BasisId): Basis | undefined {
    return this.kind.basis(this.loaded.state, id);
  }

  parties(id: BasisId): Parties | undefined {
    return this.kind.parties(this.loaded.state, id);
  }

  keys(): readonly KeyRef[] {
    return this.kind.keys(this.loaded.state);
  }

  decidedAt(now: Instant): Instant {
    return decisionInstant(this.loaded, now);
  }

  async again(): Promise<BasisHistory> {
    return new History(this.ledger, this.kind, await this.ledger.refresh(this.kind.of, this.loaded));
  }

  append(id: EventId, view: ViewDisclosed): Promise<Verdict> {
    return this.ledger.record({ of: this.kind.of, onto: this.loaded, events: [{ id, event: this.kind.view(view) }] });
  }

  async settle(id: EventId): Promise<'recorded' | 'lost' | 'open'> {
    const next = await this.ledger.next(this.loaded);
    if (next === undefined) return 'open';
    return next === id ? 'recorded' : 'lost';
  }

  after(view: ViewDisclosed): BasisHistory {
    const { state, revision = -1n } = this.loaded;
    const loaded = { ...this.loaded, state: this.kind.of.evolve(state, this.kind.view(view)), revision: revision + 1n, lastAt: view.data.at };
    return new History(this.ledger, this.kind, loaded);
  }
}

const consents: Kind<Consent, ConsentEvent> = {
  of: consentAggregate,
  basis: consentBasis,
  parties: (state) => {
    const viewer = viewerOf(state);
    return viewer === undefined ? undefined : { viewer, subject: subjectOf(state) };
  },
  keys: () => [],
  view: (view) => view,
};

const guardianships: Kind<Guardianships, GuardianshipEvent> = {
  of: guardianshipsAggregate,
  basis: (state, id) => {
    const one = guardianshipIn(state, GuardianshipId(id));
    return one === undefined ? undefined : guardianshipBasis(one);
  },
  parties: (state, id) => {
    // All guardianships of one stream are of one dependent. Ids end in an ordinal: whoever was given one can try the others, and the dependent sees it.
    const [first] = state;
    return first === undefined ? undefined : { viewer: guardianshipIn(state, GuardianshipId(id))?.guardian, subject: first.dependent };
  },
  // Their ages.
  keys: (state) => state.slice(0, 1).map(({ dependent }) => ({ owner: dependent, class: 'person' })),
  view: (view) => view,
};

/** Reads a basis's stream; one that nobody made is read alike. */
export async function readBasis(ledger: Ledger, id: BasisId): Promise<BasisHistory> {
  const stream = streams.basis(id);
  if (id.startsWith('c_')) return new History(ledger, consents, await ledger.load(consents.of, stream));
  return new History(ledger, guardianships, await ledger.load(guardianships.of, stream));
}

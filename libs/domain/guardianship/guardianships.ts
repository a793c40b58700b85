import type { ClaimId, GuardianshipId } from '../../kernel/index.js';
import type { GuardianshipFacts } from '../access/basis.js';
import type { GuardianshipConfirmed, GuardianshipEvent } from './events.js';

/** One confirmed guardianship. */
export interface Guardianship extends GuardianshipFacts {
  readonly id: GuardianshipId;
  readonly claim: ClaimId;
  /** How many guardianships of the dependent its holder is told of: those there were when it stopped being live, or null for all. */
  readonly toldOf: number | null;
  /** To the holders of how many it is told: those there were when it ended, or null for all. */
  readonly toldTo: number | null;
}

/** All guardianships of one dependent, by ordinal: the n-th stands at n - 1. */
export type Guardianships = readonly Guardianship[];

/** Nobody is this person's guardian. */
export const NO_GUARDIANSHIPS: Guardianships = [];

/** The one with this id. */
export const guardianshipIn = (all: Guardianships, id: GuardianshipId): Guardianship | undefined => all.find((one) => one.id === id);

/** Folds the stream; accepts it as it is. */
export function evolveGuardianships(all: Guardianships, event: GuardianshipEvent): Guardianships {
  switch (event.type) {
    case 'GuardianshipConfirmed':
      return [...all, confirmed(event.data)];
    case 'ViewDisclosed':
      return all;
    case 'GuardianshipSuspended':
      return turned(all, event.data.guardianship, 'suspended');
    case 'GuardianshipReinstated':
      return turned(all, event.data.guardianship, 'live');
    case 'GuardianshipEnded':
      return turned(all, event.data.guardianship, 'ended');
  }
}

function confirmed({ guardianship: id, claim, guardian, dependent, scope, purposes, byAge, ages, from, reviewAt, until }: GuardianshipConfirmed['data']): Guardianship {
  const readable = ages.kind === 'open' ? ages.value : 'shut';
  return { id, claim, guardian, dependent, scope, purposes, byAge, ages: readable, from, reviewAt, until, status: 'live', toldOf: null, toldTo: null };
}

function turned(all: Guardianships, id: GuardianshipId, status: Guardianship['status']): Guardianships {
  const told = (one: Guardianship) => ({ toldOf: status === 'live' ? null : (one.toldOf ?? all.length), toldTo: status === 'ended' ? all.length : null });
  // An end is for good, whatever an odd history says after it.
  return all.map((one) => (one.id === id && one.status !== 'ended' ? { ...one, status, ...told(one) } : one));
}

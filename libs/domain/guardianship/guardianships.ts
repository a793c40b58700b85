import { type CitizenId, type ClaimId, type GuardianshipId, type Instant, opened } from '../../kernel/index.js';
import type { Purpose, Scope } from '../scope.js';
import type { AgeInstants, GuardianshipConfirmed, GuardianshipEvent } from './events.js';

/** One confirmed guardianship. `ages` is null where age has no say, undefined where it cannot be read: then nothing is shown. */
export interface Guardianship {
  readonly id: GuardianshipId;
  readonly claim: ClaimId;
  readonly guardian: CitizenId;
  readonly dependent: CitizenId;
  readonly scope: Scope;
  readonly purposes: readonly Purpose[];
  readonly byAge: boolean;
  readonly ages: AgeInstants | null | undefined;
  readonly from: Instant;
  readonly reviewAt: Instant;
  readonly until: Instant | null;
  readonly status: 'confirmed' | 'suspended' | 'ended';
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
      return turned(all, event.data.guardianship, 'confirmed');
    case 'GuardianshipEnded':
      return turned(all, event.data.guardianship, 'ended');
  }
}

function confirmed({ guardianship: id, claim, guardian, dependent, scope, purposes, byAge, ages, from, reviewAt, until }: GuardianshipConfirmed['data']): Guardianship {
  return { id, claim, guardian, dependent, scope, purposes, byAge, ages: opened(ages), from, reviewAt, until, status: 'confirmed' };
}

// An end is for good, whatever an odd history says after it.
const turned = (all: Guardianships, id: GuardianshipId, status: Guardianship['status']): Guardianships =>
  all.map((one) => (one.id === id && one.status !== 'ended' ? { ...one, status } : one));

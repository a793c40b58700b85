import type { Account, Citizen, Reservation } from './citizen.js';
import type { AccountEvent, CitizenEvent, IdentityEvent } from './events.js';

/** Folds an account's history; accepts it as it is. */
export function evolveAccount(_before: Account, { type, data }: AccountEvent): Account {
  switch (type) {
    case 'AccountLinked':
      return { status: 'linked', account: data.account, citizen: data.citizen, at: data.at };
  }
}

/** Folds a document's history. */
export function evolveReservation(_before: Reservation, { type, data }: IdentityEvent): Reservation {
  switch (type) {
    case 'IdentityReserved':
      return { status: 'reserved', citizen: data.citizen, maker: data.maker };
    case 'IdentityReleased':
      return { status: 'free' };
  }
}

/** Folds a person's history. */
export function evolveCitizen(before: Citizen, { type, data }: CitizenEvent): Citizen {
  switch (type) {
    case 'CitizenEnrolled': {
      const { citizen, way, name, document, birthDate, phone } = data;
      return { status: 'enrolled', citizen, way, name, document, birthDate, phone };
    }
    case 'ContactChanged':
      return before.status === 'enrolled' ? { ...before, phone: data.phone } : before;
  }
}

import { Person } from '../entities.js';
import { change, type Handlers, projection, put } from '../projection.js';

/** Where what is known about a person stands in the log. */
export const personHandlers = {
  CitizenEnrolled: ({ citizen }, copy) => put(citizen, { citizen, enrolled: copy.position, contact: null }),
  ContactChanged: ({ citizen }, copy) => change(citizen, (row) => ({ ...row, contact: copy.position })),
} satisfies Handlers<Person>;

/** People who are known. */
export const people = projection(Person, personHandlers);

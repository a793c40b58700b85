import type { XinmaClient } from '../../libs/client/index.js';
import { done } from './granted.js';
import { patiently } from './patiently.js';

/** Enrols them, one after the other. Whatever is not done is asked for again; rejects where somebody is refused. */
export async function enrol(...people: readonly XinmaClient[]): Promise<void> {
  for (const person of people) done(await person.POST('/v1/enrolments', { fetch: patiently }));
}

import { accepted, type Decision, type InstitutionId, type InstitutionName, type Instant, open, type Private } from '../../kernel/index.js';
import type { InstitutionEvent } from './events.js';

/** A clinic or an office; its name is for good, for its id derives from it. */
export type Institution = { readonly status: 'none' } | { readonly status: 'named'; readonly name: Private<InstitutionName> };

/** Before anything happened. */
export const NO_INSTITUTION: Institution = { status: 'none' };

/** Folds an institution's history. */
export const evolveInstitution = (_before: Institution, { data }: InstitutionEvent): Institution => ({ status: 'named', name: data.name });

/** Somebody is about to be appointed there, or was before institutions had ids. */
export interface NameInstitution {
  readonly institution: InstitutionId;
  readonly name: InstitutionName;
  readonly at: Instant;
}

/** Writes its name down, once. */
export const nameInstitution = ({ institution, name, at }: NameInstitution, state: Institution): Decision<InstitutionEvent, never> =>
  state.status === 'named' ? accepted() : accepted({ type: 'InstitutionNamed', data: { institution, name: open(name), at } });

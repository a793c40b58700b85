import { accepted, type Decision, type InstitutionId, type InstitutionName, type Instant, open, opened, type Private } from '../../kernel/index.js';
import type { InstitutionEvent } from './events.js';

/** A clinic or an office; its name is for good, for its id derives from it. */
export type Institution = { readonly status: 'none' } | { readonly status: 'named'; readonly name: Private<InstitutionName> };

/** Before anything happened. */
export const NO_INSTITUTION: Institution = { status: 'none' };

/** True where its name can be read. */
const isReadable = (state: Institution): boolean => state.status === 'named' && opened(state.name) !== undefined;

/** Folds an institution's history. It is named again only where its key was lost, so one name that can be read is as good as another. */
export const evolveInstitution = (before: Institution, { data }: InstitutionEvent): Institution => (isReadable(before) ? before : { status: 'named', name: data.name });

/** Somebody is about to be appointed there, or was before institutions had ids. */
export interface NameInstitution {
  readonly institution: InstitutionId;
  readonly name: InstitutionName;
  readonly at: Instant;
}

/** Writes its name down, where nothing says it or nobody can read what does. */
export const nameInstitution = ({ institution, name, at }: NameInstitution, state: Institution): Decision<InstitutionEvent, never> =>
  isReadable(state) ? accepted() : accepted({ type: 'InstitutionNamed', data: { institution, name: open(name), at } });

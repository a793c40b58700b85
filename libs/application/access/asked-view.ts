import type { Answer } from '../../domain/access/index.js';
import type { PersonName } from '../../domain/person.js';
import type { Purpose, Scope } from '../../domain/scope.js';
import type { BasisId, CitizenId, EventId, Instant } from '../../kernel/index.js';
import type { ProxyView } from '../ports/index.js';
import type { Parties } from './basis-history.js';

/** A view as somebody asked for it. `arrived` is on this process's monotonic clock, in milliseconds. */
export interface AskedView {
  readonly viewer: CitizenId;
  readonly viewerName: PersonName;
  readonly basis: BasisId;
  readonly scope: Scope;
  readonly purpose: Purpose;
  readonly arrived: number;
}

/** What `allows` said yes to. */
export type Yes = Extract<Answer, { kind: 'yes' }>;

/** What it did not. */
export type No = Exclude<Answer, Yes>;

/** A view that is in the log and may now be shown. */
export interface Disclosed {
  readonly kind: 'disclosed';
  readonly id: EventId;
  readonly at: Instant;
  readonly shown: Yes;
  readonly row: ProxyView;
}

/** What became of a view. `refused` was decided on a read begun after the request; `failed` is nobody's fault, and no view. */
export type Ruling =
  | Disclosed
  | { readonly kind: 'refused'; readonly answer: No; readonly parties: Parties | undefined; readonly at: Instant }
  | { readonly kind: 'failed'; readonly code: 'busy' | 'read-models-behind' };

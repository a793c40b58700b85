import { BasisId, CitizenId, type Instant, type Private } from '../../kernel/index.js';
import { oneOf, parsed, type Schema, sealedBy, text, time } from '../codec/index.js';
import { type PersonName, personName } from '../person.js';
import { type Purpose, PURPOSES, type Scope, SCOPES } from '../scope.js';

/**
 * A view that may have been shown, appended to its basis's own stream before a byte of it leaves. Says what was shown as scope, purpose and rule, never
 * the values. The viewer's verified name is sealed under the subject's access-log key: it outlives the viewer's erasure.
 */
export interface ViewDisclosed {
  readonly type: 'ViewDisclosed';
  readonly data: {
    readonly basis: BasisId;
    readonly viewer: CitizenId;
    readonly subject: CitizenId;
    readonly scope: Scope;
    readonly purpose: Purpose;
    /** The rule that gave the status, e.g. `cn-1`. */
    readonly rule: string;
    readonly viewerName: Private<PersonName>;
    readonly at: Instant;
  };
}

/** How it is stored, in consent and guardianship streams alike. */
export const viewDisclosed: Schema<ViewDisclosed['data']> = {
  version: 1,
  clear: { basis: parsed(BasisId), viewer: parsed(CitizenId), subject: parsed(CitizenId), scope: oneOf(...SCOPES), purpose: oneOf(...PURPOSES), rule: text, at: time },
  sealed: { viewerName: sealedBy('access-log', (data) => data.subject, personName) },
};

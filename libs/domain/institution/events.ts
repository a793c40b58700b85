import type { InstitutionId, InstitutionName, Instant, Private } from '../../kernel/index.js';

/** `institution-<HMAC(name)>`, alone in its stream but for the same again after its key was lost: what an operator calls this institution. Stands before anything that says its id. */
export interface InstitutionNamed {
  readonly type: 'InstitutionNamed';
  readonly data: {
    readonly institution: InstitutionId;
    /** Sealed under the institution's own key. */
    readonly name: Private<InstitutionName>;
    readonly at: Instant;
  };
}

/** Events of an institution's stream. */
export type InstitutionEvent = InstitutionNamed;

import type { BasisId, CitizenId, InstitutionId, Instant, Private, StaffId } from '../../kernel/index.js';
import type { PersonName } from '../person.js';
import type { Purpose, Scope } from '../scope.js';

/**
 * A view that was not shown; one event, in a stream of its own (`refusal-<id>`). `subject` is null where the basis does not exist.
 * `viewerName` is there for a viewer who ever had a basis or request with the subject; others stand in the log by a pseudonym.
 */
export interface ViewRefused {
  readonly type: 'ViewRefused';
  readonly data: {
    readonly viewer: CitizenId;
    readonly basis: BasisId;
    readonly subject: CitizenId | null;
    readonly scope: Scope;
    readonly purpose: Purpose;
    /** True where the viewer's name may be shown to the subject. */
    readonly known: boolean;
    /** The name, or null for a viewer who is not known; sealed under the subject's access-log key (the viewer's own where there is no subject). */
    readonly viewerName: Private<PersonName | null>;
    readonly at: Instant;
  };
}

/** An auditor asked who could see somebody, or what a basis was, and was answered or refused; in a stream of its own (`audit-<id>`), appended before either, shown to the subject. */
export interface AccessReplayed {
  readonly type: 'AccessReplayed';
  readonly data: {
    readonly auditor: StaffId;
    readonly institution: InstitutionId;
    readonly subject: CitizenId | null;
    readonly basis: BasisId | null;
    /** The instant whose history was asked for. */
    readonly asOf: Instant;
    readonly at: Instant;
  };
}

/** Events of a `refusal-<id>` stream. */
export type RefusalEvent = ViewRefused;

/** Events of an `audit-<id>` stream. */
export type AuditEvent = AccessReplayed;

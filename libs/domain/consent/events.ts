import type { CitizenId, ConsentId, Instant, Private } from '../../kernel/index.js';
import type { ViewDisclosed } from '../access/view-disclosed.js';
import type { PersonName } from '../person.js';
import type { Purpose, Scope } from '../scope.js';

interface Event<Type extends string, Data extends object> {
  readonly type: Type;
  readonly data: { readonly consent: ConsentId; readonly at: Instant } & Data;
}

/** A viewer asked for a view of somebody whom only the code's way finds. `codeHash` is a keyed hash, hex; `label` is the viewer's own ("Mum"), seen by nobody else. */
export type ConsentRequested = Event<
  'ConsentRequested',
  {
    readonly viewer: CitizenId;
    readonly scope: Scope;
    readonly purpose: Purpose;
    readonly until: Instant;
    readonly codeHash: string;
    readonly codeUntil: Instant;
    /** Version of the policy that bounded it; null in what was written before this was recorded. */
    readonly policy: string | null;
    readonly label: Private<string>;
  }
>;

/** A person opened the code: the request is bound to them, everybody else sees an expired code. */
export type ConsentCodeOpened = Event<'ConsentCodeOpened', { readonly viewer: CitizenId; readonly subject: CitizenId }>;

/**
 * The subject granted what was asked or less. The window is [from, until). A minor of 14-17 who grants results to their own guardian (`toGuardian`) has a day
 * to think better of it before it counts; the institution stays hidden from a guardian.
 */
export type ConsentGranted = Event<
  'ConsentGranted',
  {
    readonly viewer: CitizenId;
    readonly subject: CitizenId;
    readonly scope: Scope;
    readonly purpose: Purpose;
    readonly from: Instant;
    readonly until: Instant;
    readonly toGuardian: boolean;
    /** Version of the policy that bounded it. */
    readonly policy: string;
    /** Sealed under the subject's access-log key. */
    readonly viewerName: Private<PersonName>;
  }
>;

/** The subject said no to what was asked. */
export type ConsentDeclined = Event<'ConsentDeclined', { readonly viewer: CitizenId; readonly subject: CitizenId }>;

/** The subject took the grant back. */
export type ConsentRevoked = Event<'ConsentRevoked', { readonly viewer: CitizenId; readonly subject: CitizenId }>;

/** The viewer gave the grant up. */
export type ConsentRelinquished = Event<'ConsentRelinquished', { readonly viewer: CitizenId; readonly subject: CitizenId }>;

/** The system ended it because one of the two is closing. */
export type ConsentEnded = Event<'ConsentEnded', { readonly viewer: CitizenId; readonly subject: CitizenId; readonly cause: 'subject-closing' | 'viewer-closing' }>;

/** Events of a consent's stream. */
export type ConsentEvent =
  | ConsentRequested
  | ConsentCodeOpened
  | ConsentGranted
  | ConsentDeclined
  | ViewDisclosed
  | ConsentRevoked
  | ConsentRelinquished
  | ConsentEnded;

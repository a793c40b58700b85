// What was seen from outside while something went wrong: what clients asked and heard, the log that is left, and the rows. Imports nothing of the product.

/** What somebody asks for; `view` alone takes no key. */
export type Kind = 'request' | 'open' | 'grant' | 'decline' | 'revoke' | 'relinquish' | 'suspend' | 'reinstate' | 'end' | 'correct' | 'withdraw' | 'view';

/**
 * One operation as its client saw it. `began` and `ended` are in milliseconds of one clock that only goes forward; without an answer `ended` is `Infinity`.
 * `done`: a good answer came; `refused`: a decided no; `failed`: an answer that decides nothing (503), after which it may have happened or not.
 */
export interface Operation {
  readonly kind: Kind;
  readonly actor: string;
  /** The basis or the sample; of a request the consent that was answered, '' where none was. */
  readonly target: string;
  readonly key: string;
  readonly body: string;
  readonly began: number;
  readonly ended: number;
  readonly outcome: 'done' | 'refused' | 'failed' | 'unanswered';
  /** The code of a refusal. */
  readonly code?: string;
  /** Everything of the answer that a retry has to repeat, where it has to. */
  readonly answer?: string;
  /** Where the answer says that its event stands in the log. */
  readonly position?: number;
  /** How the basis stands, where the answer says so. */
  readonly state?: string;
  /** Of a view: what was asked for. */
  readonly asked?: Terms;
  /** Of a view that was answered. */
  readonly shown?: Shown;
}

/** What a view is asked for. */
export interface Terms {
  readonly scope: string;
  readonly purpose: string;
}

/**
 * What is checked of an answered view. Where it is known: `acknowledgedAt`, what the serving process's clock said when the log had taken its event, and
 * `repeated`, whether the log only said that it had it already.
 */
export interface Shown {
  readonly disclosure: string;
  readonly surname: string;
  readonly acknowledgedAt?: number;
  readonly repeated?: boolean;
}

/** An event of the log: its clear fields as they are stored. */
export interface LogEntry {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly id: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Who could look, by the read models. Instants in milliseconds; purposes separated by commas. */
export interface ViewRow {
  readonly basis: string;
  readonly viewer: string;
  readonly subject: string;
  readonly scope: string;
  readonly purposes: string;
  readonly from: number;
  readonly until: number;
}

/** The read models once they are where the log ends: rows of `proxy_view`, (position, subject) of access logs, (sample, position) of standing results. */
export interface Rows {
  readonly position: number;
  readonly proxyView: readonly ViewRow[];
  readonly accessLog: readonly { readonly position: number; readonly subject: string }[];
  readonly standing: readonly { readonly sample: string; readonly position: number }[];
}

/** A whole run. */
export interface History {
  readonly operations: readonly Operation[];
  readonly log: readonly LogEntry[];
  readonly rows: Rows;
  /** Surname by person: whose view was it? */
  readonly surnames: ReadonlyMap<string, string>;
  /** The wall time of the operations' 0. */
  readonly epoch: number;
  /** By how many milliseconds a server's clock may have been off. */
  readonly clockError: number;
  /** Which share of the operations has to be decided, 0 to 1. */
  readonly decided: number;
}

/** What is wrong, by name. */
export type Name =
  | 'view-unrecorded'
  | 'view-shared'
  | 'view-mismatched'
  | 'view-of-another'
  | 'view-without-basis'
  | 'view-outside-window'
  | 'view-acknowledged-late'
  | 'view-from-idempotence'
  | 'view-after-end'
  | 'log-without-basis'
  | 'refusal-unrecorded'
  | 'refused-though-live'
  | 'command-twice'
  | 'key-reused'
  | 'acknowledged-lost'
  | 'log-broken'
  | 'rows-differ'
  | 'unseen'
  | 'undecided';

/** One wrong thing, and where. */
export interface Finding {
  readonly name: Name;
  readonly what: string;
}

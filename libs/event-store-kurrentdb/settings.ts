/** One node of a cluster, or a name that stands for all of them. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** Where the log is and as whom. Several `nodes`, or one with `discover`, are asked who leads; a single one is taken as it is. */
export interface KurrentPlace {
  readonly nodes: readonly [Endpoint, ...Endpoint[]];
  readonly discover: boolean;
  /** Certificates (PEM) that the server's is signed by; the runtime's authorities where it is empty. Undefined: no TLS. */
  readonly tls: { readonly ca: string | undefined } | undefined;
  readonly user: { readonly username: string; readonly password: string } | undefined;
}

/** How long is waited, in milliseconds, before the answer is that there is none. */
export interface Deadlines {
  /** For an append, from when it is sent, and for its turn to be sent. */
  readonly append: number;
  readonly read: number;
}

/** A store's settings. */
export interface KurrentEventStoreSettings {
  readonly place: KurrentPlace;
  readonly deadlines?: Partial<Deadlines>;
  /** Appends that may wait for their turn; more are `unavailable` at once. */
  readonly maxWaiting?: number;
}

/** Deadlines where none are set. */
export const DEADLINES: Deadlines = { append: 5_000, read: 5_000 };

/** Appends that wait where no bound is set, and reads. */
export const MAX_WAITING = 10_000;

/** Bytes of appends that wait. */
export const MAX_WAITING_BYTES = 64 * 1_048_576;

/** Calls that are on their way at once, of appends, of reads, and of reads for appends each. */
export const WINDOW = 256;

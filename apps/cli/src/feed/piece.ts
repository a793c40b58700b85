import type { Instant } from '../../../../libs/kernel/index.js';

/** What was read at once. */
export interface Piece {
  /** For the wire. */
  readonly wire: Uint8Array;
  /** The rows that end in it, as they are sent. */
  readonly rows: readonly Uint8Array[];
  /** Bytes of the source. */
  readonly read: number;
  /** Here a body may end, and the next one begin. */
  readonly pause?: boolean;
}

/** How a feed is read. With `asOf`, rows are moved up to it, and sent as they then are. `over` aborts where nobody wants the rest of a standard input. */
export interface Reading {
  readonly asOf?: Instant | undefined;
  readonly over?: AbortSignal | undefined;
}

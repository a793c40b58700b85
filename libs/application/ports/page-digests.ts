/**
 * What is kept of one page of the log, derived from it and never believed where it does not agree with itself: `hash` is over all the rest. `latest` is the latest
 * recorded time in the page, `last` the id of its last event, `facts` where the page says something about access.
 */
export interface StoredDigest {
  /** Counts from 1. */
  readonly page: number;
  /** Of the way it was made. */
  readonly version: number;
  readonly latest: number;
  readonly last: string;
  readonly facts: Uint8Array;
  readonly hash: Uint8Array;
}

/** Digests of the log's pages, so that a replay need not read what does not concern it. */
export abstract class PageDigests {
  /** Those of pages `from` to `from + limit - 1` that are kept, in order: none where they cannot be asked, for the log has everything. */
  abstract read(from: number, limit: number): Promise<readonly StoredDigest[]>;
}

/** Keeps none: a replay then folds the log from its first event. */
export class NoDigests extends PageDigests {
  async read(): Promise<readonly StoredDigest[]> {
    return [];
  }
}

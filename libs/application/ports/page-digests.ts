/**
 * What is kept of one page of the log, derived from it. `latest` is the latest recorded time in the page, `last` the id of its last event, `facts` where the
 * page says something about access.
 */
export interface StoredDigest {
  /** Counts from 1. */
  readonly page: number;
  /** Of the way it was made. */
  readonly version: number;
  readonly latest: number;
  readonly last: string;
  readonly facts: Uint8Array;
}

/** Digests of the log's pages, so that a replay need not read what does not concern it. Whatever is not just as it was kept, by somebody who has the server's key, is not among them. */
export abstract class PageDigests {
  /** Those of pages `from` to `from + limit - 1` that are kept, in order: none where they cannot be asked, for the log has everything. */
  abstract read(from: number, limit: number): Promise<readonly StoredDigest[]>;

  /** Puts a digest, in place of whatever was kept of its page. Rejects where it cannot be. */
  abstract keep(digest: StoredDigest): Promise<void>;

  /** Forgets what is kept of pages after this one: the log does not reach them. Rejects where it cannot be. */
  abstract forgetAfter(page: number): Promise<void>;
}

/** Keeps none: a replay then folds the log from its first event. */
export class NoDigests extends PageDigests {
  async read(): Promise<readonly StoredDigest[]> {
    return [];
  }

  async keep(): Promise<void> {}

  async forgetAfter(): Promise<void> {}
}

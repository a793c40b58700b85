import type { ClientBase, Pool } from 'pg';
import { PageDigests, type StoredDigest } from '../../application/ports/index.js';

interface DigestRow {
  readonly page: string;
  readonly version: number;
  readonly latest: string;
  readonly last: string;
  readonly facts: Buffer;
  readonly hash: Buffer;
}

const THROUGH_FUNCTION = { name: 'page-digests', text: 'SELECT page, version, latest, last, facts, hash FROM api.page_digests($1, $2)' };
const FROM_TABLE = 'SELECT page, version, latest, last, facts, hash FROM history.page_digest WHERE page >= $1 AND page < $1 + $2 ORDER BY page';

const digest = ({ page, latest, ...rest }: DigestRow): StoredDigest => ({ ...rest, page: Number(page), latest: Number(latest) });

/** The digests, through the function that the API may call. The pool is its maker's to end. */
export class PostgresPageDigests extends PageDigests {
  constructor(private readonly pool: Pool) {
    super();
  }

  async read(from: number, limit: number): Promise<readonly StoredDigest[]> {
    try {
      return (await this.pool.query<DigestRow>({ ...THROUGH_FUNCTION, values: [from, limit] })).rows.map(digest);
    } catch {
      // No answer is as good as none kept: the log is read instead, and if that cannot be read either, its error is the one to tell.
      return [];
    }
  }
}

/** The digests as the projector keeps them, on one connection. Rejects where the database does not answer. */
export class DigestTable extends PageDigests {
  constructor(private readonly client: ClientBase) {
    super();
  }

  async read(from: number, limit: number): Promise<readonly StoredDigest[]> {
    return (await this.client.query<DigestRow>(FROM_TABLE, [from, limit])).rows.map(digest);
  }

  /** Puts a digest, in place of whatever was kept of its page. */
  async keep({ page, version, latest, last, facts, hash }: StoredDigest): Promise<void> {
    await this.client.query(
      `INSERT INTO history.page_digest (page, version, latest, last, facts, hash) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (page) DO UPDATE
       SET version = EXCLUDED.version, latest = EXCLUDED.latest, last = EXCLUDED.last, facts = EXCLUDED.facts, hash = EXCLUDED.hash`,
      [page, version, latest, last, facts, hash],
    );
  }

  /** Forgets what is kept of pages after this one: the log does not reach them. */
  async forgetAfter(page: number): Promise<void> {
    await this.client.query('DELETE FROM history.page_digest WHERE page > $1', [page]);
  }
}

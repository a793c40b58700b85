import type { Pool } from 'pg';
import { PageDigests, type StoredDigest } from '../../application/ports/index.js';
import type { BlindIndex } from '../../vault/index.js';

interface DigestRow {
  readonly page: string;
  readonly version: number;
  readonly latest: string;
  readonly last: string;
  readonly facts: Buffer;
  readonly hash: Buffer;
}

const READ = { name: 'page-digests', text: 'SELECT page, version, latest, last, facts, hash FROM api.page_digests($1, $2)' };
const KEEP = 'SELECT api.keep_page_digest($1, $2, $3, $4, $5, $6)';
const FORGET = 'SELECT api.forget_page_digests($1)';

/**
 * The digests, through functions that the API may call; the pool is its maker's to end. Each is sealed under the server's key (HMAC): the roles that may write the table,
 * the projector's among them, can lose digests and make none.
 */
export class PostgresPageDigests extends PageDigests {
  constructor(
    private readonly pool: Pool,
    private readonly index: Pick<BlindIndex, 'mac'>,
  ) {
    super();
  }

  async read(from: number, limit: number): Promise<readonly StoredDigest[]> {
    try {
      const { rows } = await this.pool.query<DigestRow>({ ...READ, values: [from, limit] });
      return rows.flatMap(({ hash, page, latest, ...rest }) => {
        const digest = { ...rest, page: Number(page), latest: Number(latest) };
        return this.sealOf(digest).equals(hash) ? digest : [];
      });
    } catch {
      // No answer is as good as none kept: the log is read instead, and if that cannot be read either, its error is the one to tell.
      return [];
    }
  }

  async keep(digest: StoredDigest): Promise<void> {
    const { page, version, latest, last, facts } = digest;
    await this.pool.query(KEEP, [page, version, latest, last, facts, this.sealOf(digest)]);
  }

  async forgetAfter(page: number): Promise<void> {
    await this.pool.query(FORGET, [page]);
  }

  private sealOf({ page, version, latest, last, facts }: StoredDigest): Buffer {
    return this.index.mac('page-digest', [`${page} ${version} ${latest} ${last}`, facts]);
  }
}

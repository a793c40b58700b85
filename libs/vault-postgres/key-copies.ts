import type { ClientBase } from 'pg';

/** A row of the keys' table, as text: `wrapped` as base64, null for a key that was destroyed at `destroyedAt` (RFC 3339, microseconds). */
export interface KeyCopy {
  readonly class: string;
  readonly owner: string;
  readonly wrapped: string | null;
  readonly destroyedAt: string | null;
}

const PAGE = 1_000;

/** All keys and marks of destroyed ones as they stand at one moment, page by page, in one order. */
export async function* copiesOfKeys(client: ClientBase): AsyncGenerator<readonly KeyCopy[]> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  await client.query(`
    DECLARE each_key NO SCROLL CURSOR FOR SELECT class, owner, translate(encode(wrapped, 'base64'), E'\\n', '') AS wrapped,
      to_char(destroyed_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "destroyedAt" FROM vault.subject_key ORDER BY class, owner`);
  for (;;) {
    const { rows } = await client.query<KeyCopy>(`FETCH ${PAGE} FROM each_key`);
    if (rows.length > 0) yield rows;
    if (rows.length < PAGE) break;
  }
  await client.query('COMMIT');
}

/** What recognises the master key, as base64; empty where no key was ever made. */
export async function checkOfKeys(client: ClientBase): Promise<string> {
  const { rows } = await client.query<{ check_value: Buffer }>('SELECT check_value FROM vault.master_key');
  return rows[0]?.check_value.toString('base64') ?? '';
}

/** Puts the check value of the master key, unless there is one. As the owner, in the caller's transaction. */
export const putCheck = async (client: ClientBase, check: string): Promise<void> => {
  await client.query(`INSERT INTO vault.master_key (check_value) VALUES (decode($1, 'base64')) ON CONFLICT DO NOTHING`, [check]);
};

/** Puts copies back, in the caller's transaction. A mark of a destroyed key is never replaced by a key. */
export const putKeys = async (client: ClientBase, keys: readonly KeyCopy[]): Promise<void> => {
  await client.query(
    `INSERT INTO vault.subject_key AS k (class, owner, wrapped, destroyed_at)
     SELECT c, o, decode(w, 'base64'), d FROM unnest($1::text[], $2::text[], $3::text[], $4::timestamptz[]) AS t (c, o, w, d)
     ON CONFLICT (owner, class) DO UPDATE SET wrapped = NULL, destroyed_at = EXCLUDED.destroyed_at WHERE k.destroyed_at IS NULL AND EXCLUDED.destroyed_at IS NOT NULL`,
    [keys.map((key) => key.class), keys.map(({ owner }) => owner), keys.map(({ wrapped }) => wrapped), keys.map(({ destroyedAt }) => destroyedAt)],
  );
};

/** Which of these there is a row of: true for a key, false for one that was destroyed; by `<class>/<owner>`. */
export async function standingOf(client: ClientBase, refs: readonly { readonly owner: string; readonly class: string }[]): Promise<ReadonlyMap<string, boolean>> {
  const { rows } = await client.query<{ id: string; whole: boolean }>(
    `SELECT class || '/' || owner AS id, wrapped IS NOT NULL AS whole FROM vault.subject_key WHERE (owner, class) IN (SELECT * FROM unnest($1::text[], $2::text[]))`,
    [refs.map(({ owner }) => owner), refs.map((ref) => ref.class)],
  );
  return new Map(rows.map(({ id, whole }) => [id, whole]));
}

/** Advisory locks of the log's database around the read models, as arguments of Postgres's functions; the log's own lock is another. */
export const LOCKS = {
  /** Of whoever writes read models, to the end of its transaction: pages and a rebuild's swap never interleave. */
  writing: '1481330689, 1',
  /** Of the one projector that is active, for as long as its connection lives. */
  projecting: '1481330689, 2',
  /** Of the one rebuild that runs. */
  rebuilding: '1481330689, 3',
  /** Of the one replay of the read models that runs. */
  replaying: '1481330689, 5',
} as const;

const [GROUP, NUMBER] = LOCKS.projecting.split(', ');

/** Whether some projector is active in this database, as an expression of SQL. Every role may ask. */
export const IS_PROJECTING = `EXISTS (SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = ${GROUP} AND objid = ${NUMBER} AND database = (SELECT oid FROM pg_database WHERE datname = current_database()))`;

/** Of whoever migrates, to the end of its transaction, and of a rebuild while it swaps: taken before `writing`. Nobody else at the read models holds it, so that a migration waits for none. */
export const MIGRATING = '1481330689, 4';

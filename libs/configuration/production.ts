import { ConfigurationError } from './problem.js';

/** Settings of the database server on which "acknowledged" rests. */
export interface Durability {
  readonly fsync: string;
  readonly synchronousCommit: string;
  readonly fullPageWrites: string;
}

/** Throws where, in production, the server could lose what was acknowledged. */
export function assertDurable(production: boolean, server: Durability): void {
  const wrong = [
    { variable: 'fsync (PostgreSQL)', expected: 'on', lost: server.fsync === 'off' },
    { variable: 'synchronous_commit (PostgreSQL)', expected: 'on', lost: server.synchronousCommit === 'off' },
    { variable: 'full_page_writes (PostgreSQL)', expected: 'on', lost: server.fullPageWrites === 'off' },
  ].filter((each) => each.lost);
  if (production && wrong.length > 0) throw new ConfigurationError(wrong);
}

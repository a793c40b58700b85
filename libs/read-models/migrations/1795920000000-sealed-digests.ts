import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define, publish, withdraw } from './sql-function.js';

const WRITERS = [
  define({
    name: 'keep_page_digest',
    takes: ['page bigint', 'version integer', 'latest bigint', 'last uuid', 'facts bytea', 'hash bytea'],
    returns: 'void',
    body: `
      INSERT INTO history.page_digest AS d (page, version, latest, last, facts, hash)
      VALUES (keep_page_digest.page, keep_page_digest.version, keep_page_digest.latest, keep_page_digest.last, keep_page_digest.facts, keep_page_digest.hash)
      ON CONFLICT ON CONSTRAINT page_digest_pkey DO UPDATE
      SET version = EXCLUDED.version, latest = EXCLUDED.latest, last = EXCLUDED.last, facts = EXCLUDED.facts, hash = EXCLUDED.hash`,
  }),
  define({
    name: 'forget_page_digests',
    takes: ['after bigint'],
    returns: 'void',
    body: 'DELETE FROM history.page_digest d WHERE d.page > forget_page_digests.after',
  }),
];

/** Digests are made, and sealed, by whoever has the server's key. The projector's role keeps its grants, for a version that runs beside: what it writes is not believed. */
export class SealedDigests1795920000000 implements MigrationInterface {
  name = 'SealedDigests1795920000000';

  async up(runner: QueryRunner): Promise<void> {
    await publish(runner, WRITERS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await withdraw(runner, WRITERS);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define, publish, withdraw } from './sql-function.js';

const PAGE_DIGESTS = define({
  name: 'page_digests',
  takes: ['first bigint', 'at_most integer'],
  returns: 'TABLE (page bigint, version integer, latest bigint, last uuid, facts bytea, hash bytea)',
  body: `
    SELECT d.page, d.version, d.latest, d.last, d.facts, d.hash FROM history.page_digest d
    WHERE d.page >= page_digests.first AND d.page < page_digests.first + at_most ORDER BY d.page`,
});

/** What replays are sped up with: derived from the log, apart from the read models, and thrown away without loss. */
export class History1795413600000 implements MigrationInterface {
  name = 'History1795413600000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE SCHEMA history');
    await runner.query(`
      CREATE TABLE history.page_digest (
        page bigint PRIMARY KEY CHECK (page > 0), version integer NOT NULL, latest bigint NOT NULL, last uuid NOT NULL, facts bytea NOT NULL, hash bytea NOT NULL
      )`);
    // Ids are random bits: nothing is gained by trying to compress them.
    await runner.query('ALTER TABLE history.page_digest ALTER COLUMN facts SET STORAGE EXTERNAL');
    await runner.query(`COMMENT ON TABLE history.page_digest IS 'Where each thousand events of the log speak of access, and their latest time. Derived; the log is believed, never this.'`);
    await runner.query(`
      CREATE TABLE history.snapshot ("position" bigint PRIMARY KEY, version text NOT NULL, last uuid NOT NULL, tables jsonb NOT NULL, hash bytea NOT NULL)`);
    await runner.query(`COMMENT ON TABLE history.snapshot IS 'Read models as they stood at a position; rows in the schema read_model_at_<position>. Derived; the log is believed, never this.'`);
    await runner.query('GRANT USAGE ON SCHEMA history TO xinma_projector');
    await runner.query('GRANT SELECT, INSERT, UPDATE, DELETE ON history.page_digest TO xinma_projector');
    await publish(runner, [PAGE_DIGESTS]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await withdraw(runner, [PAGE_DIGESTS]);
    await runner.query('DROP SCHEMA history CASCADE');
  }
}

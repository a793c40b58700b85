import type { MigrationInterface, QueryRunner } from 'typeorm';
import { LOCKS } from '../locks.js';
import { define, publish, withdraw } from './sql-function.js';

const TABLE = `
CREATE TABLE read_model.locked_barcode (
  sample text COLLATE "C" PRIMARY KEY, clinic text COLLATE "C" NOT NULL, "position" bigint NOT NULL, since timestamptz NOT NULL
);
CREATE INDEX locked_barcode_clinic ON read_model.locked_barcode (clinic, "position");
GRANT SELECT, INSERT, UPDATE, DELETE ON read_model.locked_barcode TO xinma_projector`;

/** What a rebuild would make of the log as far as the other tables are: what is in clear in the copies is all that it takes. */
const FILL = `
INSERT INTO read_model.locked_barcode (sample, clinic, "position", since)
SELECT sample, clinic, "position", since FROM (
  SELECT DISTINCT ON (fact.data ->> 'sample') fact.data ->> 'sample' AS sample, fact.data ->> 'clinic' AS clinic, fact."position", (fact.data ->> 'at')::timestamptz AS since, fact.type
  FROM (SELECT c."position", c.type, convert_from(c.data, 'UTF8')::jsonb AS data FROM read_model.copy c WHERE c.type IN ('BarcodeLocked', 'BarcodeReleased')) fact
  ORDER BY fact.data ->> 'sample', fact."position" DESC
) last WHERE last.type = 'BarcodeLocked'`;

const QUARANTINE = define({
  name: 'quarantine',
  takes: ['clinic text', 'before bigint', 'at_most integer'],
  returns: 'TABLE (sample text, "position" bigint, since timestamptz)',
  body: `
    SELECT l.sample, l."position", l.since FROM read_model.locked_barcode l
    WHERE l.clinic = quarantine.clinic AND (before IS NULL OR l."position" < before) ORDER BY l."position" DESC LIMIT at_most`,
});

const counts = (tables: readonly string[]): string =>
  define({
    name: 'read_model_counts',
    takes: [],
    returns: 'TABLE (name text, rows bigint)',
    body: tables.map((table) => `SELECT '${table}', count(*) FROM read_model.${table}`).join(' UNION ALL '),
  }).definition.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION');

const BEFORE = ['access_entry', 'basis', 'claim', 'copy', 'person', 'proxy_view', 'standing_result'];

/** The clinics' quarantine. */
export class LockedBarcodes1795478400000 implements MigrationInterface {
  name = 'LockedBarcodes1795478400000';

  async up(runner: QueryRunner): Promise<void> {
    // A projector that is at work waits: nothing is locked or released between the filling and its commit.
    await runner.query(`SELECT pg_advisory_xact_lock(${LOCKS.writing})`);
    await runner.query(TABLE);
    await runner.query(FILL);
    await publish(runner, [QUARANTINE]);
    await runner.query(counts([...BEFORE, 'locked_barcode']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(counts(BEFORE));
    await withdraw(runner, [QUARANTINE]);
    await runner.query('DROP TABLE read_model.locked_barcode');
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { define, publish, withdraw } from './sql-function.js';

const QUARANTINE_OF = define({
  name: 'quarantine_of',
  takes: ['clinics text[]', 'before bigint', 'at_most integer'],
  returns: 'TABLE (sample text, "position" bigint, since timestamptz)',
  body: `
    SELECT l.sample, l."position", l.since FROM read_model.locked_barcode l
    WHERE l.clinic = ANY (clinics) AND (before IS NULL OR l."position" < before) ORDER BY l."position" DESC LIMIT at_most`,
});

const WAITING_CLAIMS_FOR = define({
  name: 'waiting_claims_for',
  takes: ['registrar text', 'offices text[]', 'instant timestamptz', 'at_most integer'],
  returns: 'SETOF text',
  body: `
    SELECT m.claim FROM read_model.claim m
    WHERE (m.stage = 'new' OR (m.stage = 'proposed' AND m.proposer <> registrar AND m.proposer_office <> ALL (offices)))
      AND (m.dealt_until IS NULL OR m.dealt_until <= instant) ORDER BY m.received LIMIT at_most`,
});

const FUNCTIONS = [QUARANTINE_OF, WAITING_CLAIMS_FOR];

/** An institution stands in rows by its id, in those of older events by its name: both are asked for. The functions for one of them stay, for a version that runs beside. */
export class InstitutionsBothWays1796040000000 implements MigrationInterface {
  name = 'InstitutionsBothWays1796040000000';

  async up(runner: QueryRunner): Promise<void> {
    await publish(runner, FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await withdraw(runner, FUNCTIONS);
  }
}

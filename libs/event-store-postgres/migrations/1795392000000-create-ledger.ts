import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The log: one table that is only ever added to. Columns of fixed width come first, so that rows carry no padding. */
export class CreateLedger1795392000000 implements MigrationInterface {
  readonly name = 'CreateLedger1795392000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('create schema if not exists ledger');
    await runner.query(`
      create table ledger.event (
        position bigint not null constraint event_position primary key check (position > 0),
        revision bigint not null check (revision >= 0),
        id uuid not null,
        stream text collate "C" not null,
        type text collate "C" not null,
        data bytea not null,
        metadata bytea not null,
        constraint event_stream_revision unique (stream, revision)
      )`);
    await runner.query(`
      comment on table ledger.event is
      'The log. xinma_api may select and insert, xinma_projector may select; nobody but the owner may update, delete or truncate. A mistake is corrected by a new event, never by changing a row.'`);
    await runner.query('grant usage on schema ledger to xinma_api, xinma_projector');
    await runner.query('grant select, insert on ledger.event to xinma_api');
    await runner.query('grant select on ledger.event to xinma_projector');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger.event');
  }
}

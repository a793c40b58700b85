import type { MigrationInterface, QueryRunner } from 'typeorm';

/** One call takes the log's lock and writes a batch that is judged already, so that nobody holds the lock while a client thinks. The function judges nothing; the table's constraints do. */
export class AppendInOneCall1795420800000 implements MigrationInterface {
  readonly name = 'AppendInOneCall1795420800000';

  async up(runner: QueryRunner): Promise<void> {
    // Volatile: each statement in it has a snapshot of its own, so what follows the lock sees everything that was committed before the lock was got. 517164920161 is the log's key: see sql.ts.
    await runner.query(`
      create function ledger.append(streams text[], revisions bigint[], ids uuid[], types text[], data bytea[], metadata bytea[], needed_streams text[], needed_revisions bigint[])
      returns bigint language plpgsql volatile security invoker as $$
      declare
        head bigint;
      begin
        perform pg_advisory_xact_lock(517164920161);
        if cardinality(needed_streams) > 0 and cardinality(needed_streams) <> (
          select count(*) from unnest(needed_streams, needed_revisions) as needed(stream, revision)
          join ledger.event e on e.stream = needed.stream and e.revision = needed.revision) then
          return null;
        end if;
        select coalesce(max(e.position), 0) into head from ledger.event e;
        insert into ledger.event (position, stream, revision, id, type, data, metadata)
        select head + n.ordinal, n.stream, n.revision, n.id, n.type, n.data, n.metadata
        from unnest(streams, revisions, ids, types, data, metadata) with ordinality as n(stream, revision, id, type, data, metadata, ordinal);
        return head;
      end $$`);
    await runner.query(`
      comment on function ledger.append is
      'Adds rows to the end of the log and answers the position before them; writes nothing and answers null where an event that they need is not there. For xinma_api, by its own right to insert.'`);
    await runner.query('revoke execute on function ledger.append from public');
    await runner.query('grant execute on function ledger.append to xinma_api');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function ledger.append');
  }
}

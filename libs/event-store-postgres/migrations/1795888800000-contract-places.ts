import type { MigrationInterface, QueryRunner } from 'typeorm';
import { KINDS, TYPES } from '../words.js';

const texts = (words: readonly string[]): string => `array[${words.map((word) => `'${word}'`).join(', ')}]`;

/** The same rules as in `places.ts` and `words.ts`, for people, for the doctor and for moving a log. */
const FUNCTIONS = [
  `create function ledger.key_of(place bytea) returns bytea language sql immutable parallel safe as $$
     select substring(place from 1 for case get_byte(place, 0) when 0 then 2 + get_byte(place, 1) else 17 end) $$`,
  `create function ledger.stream_of(place bytea) returns text language sql immutable parallel safe as $$
     select case get_byte(place, 0)
       when 0 then convert_from(substring(place from 3 for get_byte(place, 1)), 'UTF8')
       else (${texts(KINDS)})[(get_byte(place, 0) + 1) / 2] || '-' ||
         case get_byte(place, 0) % 2 when 1 then encode(substring(place from 2 for 16), 'hex') else encode(substring(place from 2 for 16), 'hex')::uuid::text end
     end $$`,
  `create function ledger.revision_of(place bytea) returns bigint language sql immutable parallel safe as $$
     select case when get_byte(place, length(ledger.key_of(place))) < 240 then get_byte(place, length(ledger.key_of(place)))
       else ('x' || lpad(encode(substring(place from length(ledger.key_of(place)) + 2), 'hex'), 16, '0'))::bit(64)::bigint end $$`,
  `create function ledger.type_of(written text) returns text language sql immutable parallel safe as $$
     select case when written ~ '^[0-9]' then (${texts(TYPES)})[written::integer + 1] else written end $$`,
  `create function ledger.place_of(stream text, revision bigint) returns bytea language sql immutable parallel safe as $$
     with name as (select regexp_match(stream, '^(${KINDS.join('|')})-([0-9a-f]{32}|[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12})$') as parts),
       digits as (select repeat('0', length(to_hex(revision)) % 2) || to_hex(revision) as written)
     select decode(
       case when name.parts is null then '00' || lpad(to_hex(length(stream)), 2, '0') || encode(convert_to(stream, 'UTF8'), 'hex')
         else lpad(to_hex(2 * array_position(${texts(KINDS)}, name.parts[1]) - case when length(name.parts[2]) = 32 then 1 else 0 end), 2, '0') || replace(name.parts[2], '-', '') end
       || case when revision < 240 then '' else to_hex(239 + length(digits.written) / 2) end || digits.written, 'hex') from name, digits $$`,
];

/**
 * An event says where it stands in some twenty bytes: its stream and its revision are one key, which stands in the row and in the index that keeps it unique, and the types that are known
 * are numbers. Moves the log that is there. An old version finds none of its columns and is refused everything.
 */
export class ContractPlaces1795888800000 implements MigrationInterface {
  readonly name = 'ContractPlaces1795888800000';

  async up(runner: QueryRunner): Promise<void> {
    for (const text of FUNCTIONS) await runner.query(text);
    await runner.query('lock table ledger.event in access exclusive mode');
    await runner.query(`
      create table ledger.moved (
        position bigint not null check (position > 0),
        id uuid not null,
        place bytea not null,
        type text collate "C" not null,
        metadata bytea not null,
        data bytea not null
      )`);
    await runner.query(`
      insert into ledger.moved
      select e.position, e.id, ledger.place_of(e.stream, e.revision), coalesce((array_position(${texts(TYPES)}, e.type::text) - 1)::text, e.type), e.metadata, e.data
      from ledger.event e order by e.position`);
    await runner.query('drop table ledger.event');
    await runner.query('alter table ledger.moved rename to event');
    // Positions only grow, so that index is never split in the middle and no page of it needs room.
    await runner.query('alter table ledger.event add constraint event_position primary key (position) with (fillfactor = 100), add constraint event_place unique (place)');
    await runner.query(`
      comment on table ledger.event is
      'The log. xinma_api may select and insert, xinma_projector may select; nobody but the owner may update, delete or truncate. A mistake is corrected by a new event, never by changing a row. ledger.readable shows it in words.'`);
    await runner.query('grant select, insert on ledger.event to xinma_api');
    await runner.query('grant select on ledger.event to xinma_projector');
    await this.#showInWords(runner);
    await this.#appendPlaces(runner);
    await runner.query('analyze ledger.event');
  }

  async down(): Promise<void> {
    throw new Error('a log that was moved is not moved back: restore a backup with the version that made it');
  }

  // By the right of whoever looks: the view gives nobody more than the table does.
  async #showInWords(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view ledger.readable with (security_invoker = true) as
      select e.position, ledger.stream_of(e.place) as stream, ledger.revision_of(e.place) as revision, e.id, ledger.type_of(e.type) as type, e.data, e.metadata from ledger.event e`);
    await runner.query('grant select on ledger.readable to xinma_api, xinma_projector');
  }

  async #appendPlaces(runner: QueryRunner): Promise<void> {
    await runner.query('drop function ledger.append');
    // Volatile: each statement in it has a snapshot of its own, so what follows the lock sees everything that was committed before the lock was got. 517164920161 is the log's key: see sql.ts.
    // The limit makes it a look for each place: a plan made while the log is empty would go through all of it for them.
    await runner.query(`
      create function ledger.append(places bytea[], ids uuid[], types text[], metadata bytea[], data bytea[], needed bytea[])
      returns bigint language plpgsql volatile security invoker as $$
      declare
        head bigint;
      begin
        perform pg_advisory_xact_lock(517164920161);
        if cardinality(needed) > 0 and cardinality(needed) <> (select count(*) from unnest(needed) as n(place) cross join lateral (select from ledger.event e where e.place = n.place limit 1) as found) then
          return null;
        end if;
        select coalesce(max(e.position), 0) into head from ledger.event e;
        insert into ledger.event (position, id, place, type, metadata, data)
        select head + n.ordinal, n.id, n.place, n.type, n.metadata, n.data
        from unnest(places, ids, types, metadata, data) with ordinality as n(place, id, type, metadata, data, ordinal);
        return head;
      end $$`);
    await runner.query(`
      comment on function ledger.append is
      'Adds rows to the end of the log and answers the position before them; writes nothing and answers null where an event that they need is not there. For xinma_api, by its own right to insert.'`);
    await runner.query('revoke execute on function ledger.append from public');
    await runner.query('grant execute on function ledger.append to xinma_api');
  }
}

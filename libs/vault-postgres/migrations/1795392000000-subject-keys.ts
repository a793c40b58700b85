import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The keys' own database: wrapped keys, tombstones of destroyed ones, and what recognises the master key. */
export class SubjectKeys1795392000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE SCHEMA vault;
      CREATE TABLE vault.subject_key (
        owner text NOT NULL,
        class text NOT NULL CHECK (class IN ('person', 'access-log', 'claim')),
        wrapped bytea,
        destroyed_at timestamptz,
        PRIMARY KEY (owner, class),
        CHECK ((wrapped IS NULL) = (destroyed_at IS NOT NULL))
      );
      COMMENT ON TABLE vault.subject_key IS 'One random key per owner and class, wrapped by the master key. A destroyed one leaves its row without bytes, so that it is not made again.';
      CREATE FUNCTION vault.stays_destroyed() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'a key is made once and destroyed once'; END $$;
      CREATE TRIGGER stays_destroyed BEFORE UPDATE ON vault.subject_key FOR EACH ROW
        WHEN (OLD.destroyed_at IS NOT NULL OR NEW.destroyed_at IS NULL) EXECUTE FUNCTION vault.stays_destroyed();
      CREATE TABLE vault.master_key (
        single boolean PRIMARY KEY DEFAULT true CHECK (single),
        check_value bytea NOT NULL
      );
      COMMENT ON TABLE vault.master_key IS 'Recognises the master key that wrapped the keys; says nothing about it.';
      GRANT USAGE ON SCHEMA vault TO xinma_keys;
      GRANT SELECT, INSERT ON vault.subject_key, vault.master_key TO xinma_keys;
      GRANT UPDATE (wrapped, destroyed_at) ON vault.subject_key TO xinma_keys;`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA vault CASCADE');
  }
}

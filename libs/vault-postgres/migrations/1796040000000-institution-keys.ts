import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Holds for rows from now on. Those that stand held to fewer classes, or to whatever a way back leaves of them: to look at each would keep everybody from their keys meanwhile. */
const isOneOf = (classes: string): string => `
  ALTER TABLE vault.subject_key DROP CONSTRAINT subject_key_class_check;
  ALTER TABLE vault.subject_key ADD CONSTRAINT subject_key_class_check CHECK (class IN (${classes})) NOT VALID`;

/** Keys that institutions' names are sealed under. */
export class InstitutionKeys1796040000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(isOneOf(`'person', 'access-log', 'claim', 'institution'`));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(isOneOf(`'person', 'access-log', 'claim'`));
  }
}

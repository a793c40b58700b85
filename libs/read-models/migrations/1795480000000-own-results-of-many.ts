import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNCTIONS_OF_MANY } from './view-functions.js';

/** The results of many people in one statement; the function for one stays, for a version that runs beside. */
export class OwnResultsOfMany1795480000000 implements MigrationInterface {
  name = 'OwnResultsOfMany1795480000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const { signature, definition } of FUNCTIONS_OF_MANY) {
      await runner.query(definition);
      await runner.query(`REVOKE ALL ON FUNCTION api.${signature} FROM PUBLIC`);
      await runner.query(`GRANT EXECUTE ON FUNCTION api.${signature} TO xinma_api`);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const { signature } of FUNCTIONS_OF_MANY) await runner.query(`DROP FUNCTION api.${signature}`);
  }
}

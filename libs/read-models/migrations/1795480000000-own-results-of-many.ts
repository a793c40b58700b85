import type { MigrationInterface, QueryRunner } from 'typeorm';
import { publish, withdraw } from './sql-function.js';
import { FUNCTIONS_OF_MANY } from './view-functions.js';

/** The results of many people in one statement; the function for one stays, for a version that runs beside. */
export class OwnResultsOfMany1795480000000 implements MigrationInterface {
  name = 'OwnResultsOfMany1795480000000';

  async up(runner: QueryRunner): Promise<void> {
    await publish(runner, FUNCTIONS_OF_MANY);
  }

  async down(runner: QueryRunner): Promise<void> {
    await withdraw(runner, FUNCTIONS_OF_MANY);
  }
}

import type { MigrationInterface, QueryRunner } from 'typeorm';
import { FUNCTIONS } from './functions.js';
import { publish, withdraw } from './sql-function.js';
import { TABLES } from './tables.js';

/** Read models and the functions through which, and only through which, the API reads them. */
export class ReadModels1763863200000 implements MigrationInterface {
  name = 'ReadModels1763863200000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query('CREATE SCHEMA IF NOT EXISTS api');
    await runner.query('GRANT USAGE ON SCHEMA api TO xinma_api');
    await publish(runner, FUNCTIONS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await withdraw(runner, FUNCTIONS);
    await runner.query('DROP SCHEMA read_model CASCADE');
  }
}

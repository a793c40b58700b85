import type { MigrationInterface } from 'typeorm';
import { ReadModels1763863200000 } from './1763863200000-read-models.js';

/** Migrations of the read models, oldest first. */
export const readModelMigrations: readonly (new () => MigrationInterface)[] = [ReadModels1763863200000];

import type { MigrationInterface } from 'typeorm';
import { ReadModels1763863200000 } from './1763863200000-read-models.js';
import { History1795413600000 } from './1795413600000-history.js';
import { LockedBarcodes1795478400000 } from './1795478400000-locked-barcodes.js';
import { OwnResultsOfMany1795480000000 } from './1795480000000-own-results-of-many.js';
import { InstitutionsBothWays1796040000000 } from './1796040000000-institutions-both-ways.js';
import { SealedDigests1795920000000 } from './1795920000000-sealed-digests.js';

/** Migrations of the read models, oldest first. */
export const readModelMigrations: readonly (new () => MigrationInterface)[] = [
  ReadModels1763863200000,
  History1795413600000,
  LockedBarcodes1795478400000,
  OwnResultsOfMany1795480000000,
  SealedDigests1795920000000,
  InstitutionsBothWays1796040000000,
];

export { READ_MODEL_ENTITIES, SCHEMA } from './entities.js';
export { ProjectionStopped } from './events.js';
export { readModelMigrations } from './migrations/index.js';
export { applyPage, PAGE } from './page.js';
export { PositionHint } from './position-hint.js';
export { PostgresReadModels } from './postgres-read-models.js';
export { rebuild, type RebuildProgress, type RebuildSettings, type Rebuilt } from './rebuild.js';
export { checkpointOf } from './rows.js';
export { type TableHash } from './table-hash.js';

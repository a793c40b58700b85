import { pool } from '../../event-store-postgres/adapter.js';
export const direct = pool;

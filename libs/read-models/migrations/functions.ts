import { CLAIM_FUNCTIONS } from './claim-functions.js';
import { define, type SqlFunction } from './sql-function.js';
import { VIEW_FUNCTIONS } from './view-functions.js';

const POSITION = define({
  name: 'read_model_position',
  takes: [],
  returns: 'bigint',
  body: `SELECT coalesce((SELECT "position" FROM read_model.checkpoint), 0)`,
});

const COUNTED = ['access_entry', 'basis', 'claim', 'copy', 'person', 'proxy_view', 'standing_result'];

/** One pass over each table: for operators, not for requests. */
const COUNTS = define({
  name: 'read_model_counts',
  takes: [],
  returns: 'TABLE (name text, rows bigint)',
  body: COUNTED.map((table) => `SELECT '${table}', count(*) FROM read_model.${table}`).join(' UNION ALL '),
});

/** Everything that the API may ask the read models. */
export const FUNCTIONS: readonly SqlFunction[] = [POSITION, COUNTS, ...VIEW_FUNCTIONS, ...CLAIM_FUNCTIONS];

import { define, type SqlFunction } from './sql-function.js';

const CLAIMS_OF = define({
  name: 'claims_of',
  takes: ['claimant text'],
  returns: 'TABLE (claim text, stage text, guardianship text, received_at timestamptz, id uuid, type text, version integer, data bytea, "position" bigint)',
  body: `
    SELECT m.claim, m.stage, m.guardianship, m.received_at, c.id, c.type, c.version, c.data, c."position"
    FROM read_model.claim m LEFT JOIN read_model.copy c ON c."position" = m.closed WHERE m.claimant = claims_of.claimant ORDER BY m.received DESC`,
});

const HELD_CLAIM = define({
  name: 'held_claim',
  takes: ['registrar text', 'instant timestamptz'],
  returns: 'text',
  body: `SELECT m.claim FROM read_model.claim m WHERE m.stage IN ('new', 'proposed') AND m.dealt_to = registrar AND m.dealt_until > instant ORDER BY m.received LIMIT 1`,
});

const WAITING_CLAIMS = define({
  name: 'waiting_claims',
  takes: ['registrar text', 'office text', 'instant timestamptz', 'at_most integer'],
  returns: 'SETOF text',
  body: `
    SELECT m.claim FROM read_model.claim m
    WHERE (m.stage = 'new' OR (m.stage = 'proposed' AND m.proposer <> registrar AND m.proposer_office <> office))
      AND (m.dealt_until IS NULL OR m.dealt_until <= instant) ORDER BY m.received LIMIT at_most`,
});

const UNFINISHED_CLAIMS = define({
  name: 'unfinished_claims',
  takes: ['at_most integer'],
  returns: 'SETOF text',
  body: `SELECT m.claim FROM read_model.claim m WHERE m.stage IN ('countersigned', 'confirmed', 'closed') AND m.erased_at IS NULL ORDER BY m.received LIMIT at_most`,
});

/** What is asked about claims. */
export const CLAIM_FUNCTIONS: readonly SqlFunction[] = [CLAIMS_OF, HELD_CLAIM, WAITING_CLAIMS, UNFINISHED_CLAIMS];

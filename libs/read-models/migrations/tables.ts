/** The tables of `entities.ts`; a test compares the two. The projector writes them; the API has no right on any. */
export const TABLES = `
CREATE SCHEMA read_model;

CREATE TABLE read_model.copy (
  "position" bigint PRIMARY KEY, id uuid NOT NULL, type text NOT NULL, version integer NOT NULL, data bytea NOT NULL
);
COMMENT ON TABLE read_model.copy IS 'Events as they were appended, sealed. No key is near.';

CREATE TABLE read_model.person (citizen text COLLATE "C" PRIMARY KEY, enrolled bigint NOT NULL, contact bigint);

CREATE TABLE read_model.basis (
  basis text COLLATE "C" PRIMARY KEY, kind text NOT NULL, viewer text COLLATE "C" NOT NULL, subject text COLLATE "C", state text NOT NULL,
  scope text NOT NULL, purposes text NOT NULL, valid_from timestamptz, valid_until timestamptz NOT NULL, code_until timestamptz,
  requested bigint, granted bigint, changed_at timestamptz NOT NULL
);
CREATE INDEX basis_viewer ON read_model.basis (viewer);
CREATE INDEX basis_subject ON read_model.basis (subject);

CREATE TABLE read_model.proxy_view (
  basis text COLLATE "C" PRIMARY KEY, kind text NOT NULL, viewer text COLLATE "C" NOT NULL, subject text COLLATE "C" NOT NULL,
  scope text NOT NULL, purposes text NOT NULL, valid_from timestamptz NOT NULL, valid_until timestamptz NOT NULL, requested bigint
);
COMMENT ON TABLE read_model.proxy_view IS 'Rows come and go by events, never by a clock. Read through api.proxy_view only.';

CREATE TABLE read_model.standing_result (sample text COLLATE "C" PRIMARY KEY, subject text COLLATE "C" NOT NULL, "position" bigint NOT NULL);
CREATE INDEX standing_result_subject ON read_model.standing_result (subject);

CREATE TABLE read_model.access_entry (subject text COLLATE "C" NOT NULL, "position" bigint PRIMARY KEY, kind text NOT NULL);
CREATE INDEX access_entry_subject ON read_model.access_entry (subject, "position");

CREATE TABLE read_model.claim (
  claim text COLLATE "C" PRIMARY KEY, claimant text COLLATE "C" NOT NULL, stage text NOT NULL, received bigint NOT NULL, received_at timestamptz NOT NULL,
  dealt_to text, dealt_until timestamptz, proposer text, proposer_office text, dependent text COLLATE "C", guardianship text, closed bigint,
  changed_at timestamptz NOT NULL, erased_at timestamptz
);
CREATE INDEX claim_claimant ON read_model.claim (claimant);
CREATE INDEX claim_stage ON read_model.claim (stage, received);

CREATE TABLE read_model.checkpoint (name text PRIMARY KEY, "position" bigint NOT NULL);

GRANT USAGE ON SCHEMA read_model TO xinma_projector;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA read_model TO xinma_projector;
`;

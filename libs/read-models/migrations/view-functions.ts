import { define, type SqlFunction } from './sql-function.js';

const COPY = 'id uuid, type text, version integer, data bytea, "position" bigint';

/**
 * The only way to the proxy view: (basis, viewer) pairs, each at its instant. A pair without a row that is live then yields nothing. What it yields for the
 * n-th pair: the subject's enrolment, the viewer's request, and each standing result of the subject, sealed.
 */
const PROXY_VIEW = define({
  name: 'proxy_view',
  takes: ['bases text[]', 'viewers text[]', 'instants timestamptz[]'],
  returns: `TABLE (asked integer, part text, subject text, ${COPY})`,
  body: `
    WITH live AS MATERIALIZED (
      SELECT a.n::integer AS asked, v.subject, v.requested
      FROM unnest(bases, viewers, instants) WITH ORDINALITY AS a (basis, viewer, instant, n)
      JOIN read_model.proxy_view v ON v.basis = a.basis AND v.viewer = a.viewer
      WHERE v.valid_from <= a.instant AND a.instant < v.valid_until
    ), wanted AS (
      SELECT l.asked, 'enrolled' AS part, l.subject, p.enrolled AS "position" FROM live l JOIN read_model.person p ON p.citizen = l.subject
      UNION ALL SELECT l.asked, 'requested', l.subject, l.requested FROM live l WHERE l.requested IS NOT NULL
      UNION ALL SELECT l.asked, 'result', l.subject, r."position" FROM live l JOIN read_model.standing_result r ON r.subject = l.subject
    )
    SELECT w.asked, w.part, w.subject, c.id, c.type, c.version, c.data, c."position" FROM wanted w JOIN read_model.copy c ON c."position" = w."position"
    ORDER BY w.asked, c."position"`,
});

const OWN_RESULTS = define({
  name: 'own_results',
  takes: ['citizen text'],
  returns: `TABLE (${COPY})`,
  body: `
    SELECT c.id, c.type, c.version, c.data, c."position"
    FROM read_model.standing_result r JOIN read_model.copy c ON c."position" = r."position" WHERE r.subject = own_results.citizen ORDER BY c."position" DESC`,
});

/** For the n-th citizen: their standing results, newest first. */
const OWN_RESULTS_OF_MANY = define({
  name: 'own_results',
  takes: ['citizens text[]'],
  returns: `TABLE (asked integer, ${COPY})`,
  body: `
    SELECT a.n::integer, c.id, c.type, c.version, c.data, c."position"
    FROM unnest(citizens) WITH ORDINALITY AS a (citizen, n)
    JOIN read_model.standing_result r ON r.subject = a.citizen JOIN read_model.copy c ON c."position" = r."position" ORDER BY a.n, c."position" DESC`,
});

const DISCLOSURES = define({
  name: 'disclosures',
  takes: ['citizen text', 'before bigint', 'at_most integer'],
  returns: `TABLE (kind text, ${COPY})`,
  body: `
    SELECT e.kind, c.id, c.type, c.version, c.data, c."position"
    FROM read_model.access_entry e JOIN read_model.copy c ON c."position" = e."position"
    WHERE e.subject = disclosures.citizen AND (before IS NULL OR e."position" < before) ORDER BY e."position" DESC LIMIT at_most`,
});

const BASES_OF = define({
  name: 'bases_of',
  takes: ['citizen text'],
  returns: `TABLE (basis text, kind text, viewer text, subject text, state text, scope text, purposes text, valid_from timestamptz, valid_until timestamptz,
    requested_id uuid, requested_type text, requested_version integer, requested_data bytea, requested_position bigint,
    granted_id uuid, granted_type text, granted_version integer, granted_data bytea, granted_position bigint)`,
  body: `
    SELECT b.basis, b.kind, b.viewer, b.subject, b.state, b.scope, b.purposes, b.valid_from, b.valid_until,
      r.id, r.type, r.version, r.data, r."position", g.id, g.type, g.version, g.data, g."position"
    FROM read_model.basis b LEFT JOIN read_model.copy r ON r."position" = b.requested LEFT JOIN read_model.copy g ON g."position" = b.granted
    WHERE b.viewer = bases_of.citizen OR b.subject = bases_of.citizen ORDER BY coalesce(b.requested, b.granted)`,
});

/** Open requests count while they can still become a grant: unopened ones until their code dies, opened ones until the end they ask for. */
const HELD_CONSENTS = define({
  name: 'held_consents',
  takes: ['viewer text', 'instant timestamptz'],
  returns: 'integer',
  body: `
    SELECT count(*)::integer FROM read_model.basis b
    WHERE b.viewer = held_consents.viewer AND b.kind = 'consent' AND b.valid_until > instant
      AND (b.state IN ('live', 'opened') OR (b.state = 'requested' AND b.code_until > instant))`,
});

/** A basis ties its parties until it ends or its window does; a claim ties claimant and dependent from the countersignature on. */
const HAVE_TIE = define({
  name: 'have_tie',
  takes: ['one text', 'other text', 'since timestamptz'],
  returns: 'boolean',
  body: `
    SELECT EXISTS (
      SELECT FROM read_model.basis b WHERE ((b.viewer = one AND b.subject = other) OR (b.viewer = other AND b.subject = one))
        AND CASE WHEN b.state IN ('ended', 'declined') THEN b.changed_at ELSE b.valid_until END >= since
    ) OR EXISTS (
      SELECT FROM read_model.claim c WHERE ((c.claimant = one AND c.dependent = other) OR (c.claimant = other AND c.dependent = one))
        AND (c.stage = 'countersigned' OR c.changed_at >= since)
    )`,
});

/** What is asked about bases, people and results. */
export const VIEW_FUNCTIONS: readonly SqlFunction[] = [PROXY_VIEW, OWN_RESULTS, DISCLOSURES, BASES_OF, HELD_CONSENTS, HAVE_TIE];

/** What came later: many at once. */
export const FUNCTIONS_OF_MANY: readonly SqlFunction[] = [OWN_RESULTS_OF_MANY];

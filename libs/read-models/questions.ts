import type { QueryConfig } from 'pg';

/** A prepared statement: parsed and planned once on each connection. */
export interface Question {
  readonly name: string;
  readonly text: string;
}

const question = (name: string, text: string): Question => ({ name, text });

/** What the API's role may ask: functions of schema `api`, nothing else. */
export const QUESTIONS = {
  position: question('position', 'SELECT api.read_model_position() AS "position"'),
  counts: question('counts', 'SELECT name, rows FROM api.read_model_counts()'),
  proxyView: question('proxy-view', 'SELECT asked, part, subject, id, type, version, data, "position" FROM api.proxy_view($1, $2, $3)'),
  ownResults: question('own-results', 'SELECT asked, id, type, version, data, "position" FROM api.own_results($1::text[])'),
  disclosures: question('disclosures', 'SELECT kind, id, type, version, data, "position" FROM api.disclosures($1, $2, $3)'),
  quarantine: question('quarantine', 'SELECT sample, "position", since FROM api.quarantine_of($1, $2, $3)'),
  basesOf: question('bases-of', 'SELECT * FROM api.bases_of($1)'),
  heldConsents: question('held-consents', 'SELECT api.held_consents($1, $2) AS answer'),
  haveTie: question('have-ties', 'SELECT api.have_tie(a.one, a.other, a.since) AS answer FROM unnest($1::text[], $2::text[], $3::timestamptz[]) WITH ORDINALITY AS a (one, other, since, n) ORDER BY a.n'),
  claimsOf: question('claims-of', 'SELECT * FROM api.claims_of($1)'),
  heldClaim: question('held-claim', 'SELECT api.held_claim($1, $2) AS claim'),
  waitingClaims: question('waiting-claims', 'SELECT api.waiting_claims_for($1, $2, $3, $4) AS claim'),
  unfinishedClaims: question('unfinished-claims', 'SELECT api.unfinished_claims($1) AS claim'),
} as const;

/** With its values. */
export const asked = ({ name, text }: Question, ...values: readonly unknown[]): QueryConfig => ({ name, text, values: [...values] });

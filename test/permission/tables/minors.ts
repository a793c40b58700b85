import type { Row } from '../table.js';

/** What the young grant: nothing alone under 14; from then on like anybody, except that a guardian's results come a day later. */
export const MINORS: readonly Row[] = [
  // who          relation    consent                                    route                                          answer
  ['citizen',     'subject',  'requested, subject of 13',                'POST /v1/consent-codes/openings',             '200'],
  ['citizen',     'subject',  'opened, subject of 13',                   'POST /v1/consents/{id}/grant',                '403 under-age'],
  ['citizen',     'viewer',   'opened, subject of 13',                   'POST /v1/consents/{id}/grant',                '404 not-found'],
  ['citizen',     'subject',  'opened, subject of 13',                   'POST /v1/consents/{id}/decline',              '200'],
  ['citizen',     'subject',  'opened, subject of 15',                   'POST /v1/consents/{id}/grant',                '200'],
  ['citizen',     'viewer',   'live, results, subject of 15',            'POST /v1/bases/{basis}/views results FAMRQT', '200'],
  ['citizen',     'viewer',   'live, results, to a guardian',            'POST /v1/bases/{basis}/views results FAMRQT', '404 not-found'],
  ['citizen',     'viewer',   'live, results, to a guardian, a day ago', 'POST /v1/bases/{basis}/views results FAMRQT', '200'],
  ['citizen',     'viewer',   'live, results, to a guardian, a day ago', 'POST /v1/bases/{basis}/views results SUPNWK', '403 outside-grant'],
  ['citizen',     'stranger', 'live, results, to a guardian, a day ago', 'POST /v1/bases/{basis}/views results FAMRQT', '404 not-found'],
  ['citizen al1', 'subject',  'live, results, to a guardian',            'POST /v1/consents/{id}/revocation',           '200'],
];

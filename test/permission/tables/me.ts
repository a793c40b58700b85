import type { Row } from '../table.js';

/** What somebody sees of themselves, and nobody else of them: there is no id in these routes. `newcomer`: signed in and not enrolled; `unverified`: never can be. */
export const ME: readonly Row[] = [
  // who          relation      state                 route                                     answer
  ['nobody',      'none',       'anything',           'POST /v1/enrolments',                    '401 token-missing'],
  ['bad token',   'none',       'anything',           'POST /v1/enrolments',                    '401 token-invalid'],
  ['citizen al1', 'unverified', 'anything',           'POST /v1/enrolments',                    '422 identity-unverified'],
  ['citizen al1', 'self',       'anything',           'POST /v1/enrolments',                    '202'],
  ['citizen al1', 'newcomer',   'anything',           'GET /v1/me',                             '404 not-enrolled'],
  ['citizen al1', 'newcomer',   'anything',           'GET /v1/me/code',                        '404 not-enrolled'],
  ['citizen al1', 'newcomer',   'anything',           'GET /v1/me/results',                     '404 not-enrolled'],
  ['citizen al1', 'newcomer',   'anything',           'GET /v1/me/disclosures',                 '404 not-enrolled'],
  ['citizen al1', 'newcomer',   'anything',           'GET /v1/me/bases',                       '404 not-enrolled'],
  ['citizen al1', 'newcomer',   'anything',           'GET /v1/me/guardianships',               '404 not-enrolled'],
  ['citizen al1', 'newcomer',   'anything',           'POST /v1/me/sampling-codes',             '404 not-enrolled'],
  ['citizen',     'newcomer',   'anything',           'POST /v1/consent-requests',              '404 not-enrolled'],
  ['citizen al1', 'self',       'anything',           'GET /v1/me',                             '200'],
  ['citizen al1', 'self',       'anything',           'GET /v1/me/code',                        '200'],
  ['citizen al1', 'self',       'anything',           'GET /v1/me/results',                     '200'],
  ['citizen al1', 'self',       'anything',           'GET /v1/me/disclosures',                 '200'],
  ['citizen al1', 'self',       'anything',           'GET /v1/me/bases',                       '200'],
  ['citizen al1', 'self',       'anything',           'GET /v1/me/guardianships',               '200'],
  ['citizen al1', 'self',       'anything',           'POST /v1/me/sampling-codes',             '201'],
  ['citizen al1', 'self',       'anything',           'POST /v1/consent-requests',              '403 step-up al2'],
  ['citizen',     'self',       'anything',           'POST /v1/consent-requests',              '201'],
  ['citizen',     'self',       'anything',           'POST /v1/consent-requests for-work',     '400 invalid-field'],
  ['citizen',     'self',       'anything',           'POST /v1/consent-requests for-ever',     '422 window'],
  ['citizen',     'self',       'ten held',           'POST /v1/consent-requests',              '409 too-many-consents'],

  ['citizen al1', 'self',       'a cursor of theirs', 'GET /v1/me/disclosures?before={id}',     '200'],
  ['citizen al1', 'viewer',     'a cursor of theirs', 'GET /v1/me/disclosures?before={id}',     '400 cursor'],
  ['citizen al1', 'stranger',   'a cursor of theirs', 'GET /v1/me/disclosures?before={id}',     '400 cursor'],
  ['citizen al1', 'self',       'a place of theirs',  'GET /v1/me/bases?at-least={id}',         '200'],
  ['citizen al1', 'viewer',     'a place of theirs',  'GET /v1/me/bases?at-least={id}',         '400 cursor'],
  ['citizen al1', 'viewer',     'a place of theirs',  'GET /v1/me/guardianships?at-least={id}', '400 cursor'],
  ['citizen al1', 'viewer',     'a place of theirs',  'GET /v1/me/results?at-least={id}',       '400 cursor'],
  ['citizen al1', 'viewer',     'a place of theirs',  'GET /v1/me/code?at-least={id}',          '400 cursor'],

  ['nobody',      'none',       'anything',           'GET /health',                            '200'],
  ['bad token',   'none',       'anything',           'GET /ready',                             '200'],
  ['nobody',      'none',       'anything',           'GET /openapi.json',                      '200'],
];

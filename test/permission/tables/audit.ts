import type { Row } from '../table.js';

/** An auditor replays what was allowed, shown and refused; not for themselves, nor for people close to them: staff never act on those. */
export const AUDIT: readonly Row[] = [
  // who          relation           subject or basis   route                                 answer
  ['nobody',      'none',            'a basis',         'GET /v1/audit/events',               '401 token-missing'],
  ['citizen',     'viewer',          'a basis',         'GET /v1/audit/events',               '403 not-permitted'],
  ['registrar',   'registrar',       'a basis',         'GET /v1/audit/events',               '403 not-permitted'],
  ['auditor',     'over',            'a basis',         'GET /v1/audit/events',               '403 not-permitted'],
  ['auditor al1', 'auditor',         'a basis',         'GET /v1/audit/events',               '403 step-up al2'],
  ['auditor al2', 'auditor',         'a basis',         'GET /v1/audit/events',               '200'],

  ['nobody',      'none',            'a basis',         'GET /v1/audit/bases/{id}',           '401 token-missing'],
  ['citizen',     'viewer',          'a basis',         'GET /v1/audit/bases/{id}',           '403 not-permitted'],
  ['citizen',     'subject',         'a basis',         'GET /v1/audit/bases/{id}',           '403 not-permitted'],
  ['clinic',      'nurse',           'a basis',         'GET /v1/audit/bases/{id}',           '403 not-permitted'],
  ['registrar',   'registrar',       'a basis',         'GET /v1/audit/bases/{id}',           '403 not-permitted'],
  ['auditor',     'over',            'a basis',         'GET /v1/audit/bases/{id}',           '403 not-permitted'],
  ['auditor al1', 'auditor',         'a basis',         'GET /v1/audit/bases/{id}',           '403 step-up al2'],
  ['auditor al2', 'auditor',         'a basis',         'GET /v1/audit/bases/{id}',           '200'],
  ['auditor',     'auditor',         'a revoked basis', 'GET /v1/audit/bases/{id}',           '200'],
  ['auditor',     'auditor',         'no basis',        'GET /v1/audit/bases/{id}',           '200'],
  ['auditor',     'auditor',         'no id',           'GET /v1/audit/bases/{id}',           '404 not-found'],
  ['auditor',     'viewing auditor', 'a revoked basis', 'GET /v1/audit/bases/{id}',           '409 conflict-of-interest'],
  ['auditor',     'tied auditor',    'a basis',         'GET /v1/audit/bases/{id}',           '409 conflict-of-interest'],
  ['auditor',     'close auditor',   'a basis',         'GET /v1/audit/bases/{id}',           '409 conflict-of-interest'],
  ['auditor',     'auditor',         'a tried basis',   'GET /v1/audit/bases/{id}',           '200'],
  ['auditor',     'close auditor',   'a tried basis',   'GET /v1/audit/bases/{id}',           '409 conflict-of-interest'],

  ['nobody',      'none',            'a subject',       'GET /v1/audit/subjects/{id}/access', '401 token-missing'],
  ['citizen',     'viewer',          'a subject',       'GET /v1/audit/subjects/{id}/access', '403 not-permitted'],
  ['citizen',     'subject',         'a subject',       'GET /v1/audit/subjects/{id}/access', '403 not-permitted'],
  ['registrar',   'registrar',       'a subject',       'GET /v1/audit/subjects/{id}/access', '403 not-permitted'],
  ['auditor al1', 'auditor',         'a subject',       'GET /v1/audit/subjects/{id}/access', '403 step-up al2'],
  ['auditor al2', 'auditor',         'a subject',       'GET /v1/audit/subjects/{id}/access', '200'],
  ['auditor',     'auditor',         'nobody',          'GET /v1/audit/subjects/{id}/access', '200'],
  ['auditor',     'auditor',         'no id',           'GET /v1/audit/subjects/{id}/access', '404 not-found'],
  ['auditor',     'tied auditor',    'a subject',       'GET /v1/audit/subjects/{id}/access', '409 conflict-of-interest'],
  ['auditor',     'close auditor',   'a seen subject',  'GET /v1/audit/subjects/{id}/access', '409 conflict-of-interest'],
  ['auditor',     'viewing auditor', 'themselves',      'GET /v1/audit/subjects/{id}/access', '409 conflict-of-interest'],
];

import type { Row } from '../table.js';

/** Views under a consent. A holder outside their grant hears its terms, alike whether it is live or over; all else that is no view is one `404`. */
export const CONSENT_VIEWS: readonly Row[] = [
  // who          relation    consent             route                                          answer
  ['nobody',      'none',     'live',             'POST /v1/bases/{basis}/views status FAMRQT',  '401 token-missing'],
  ['bad token',   'none',     'live',             'POST /v1/bases/{basis}/views status FAMRQT',  '401 token-invalid'],
  ['citizen',     'stranger', 'live',             'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'stranger', 'live',             'POST /v1/bases/{basis}/views results FAMRQT', '404 not-found'],
  ['citizen',     'subject',  'live',             'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen al1', 'viewer',   'live',             'POST /v1/bases/{basis}/views status FAMRQT',  '403 step-up al2'],
  ['citizen',     'viewer',   'live',             'POST /v1/bases/{basis}/views status FAMRQT',  '200'],
  ['citizen al3', 'viewer',   'live',             'POST /v1/bases/{basis}/views status FAMRQT',  '200'],
  ['citizen',     'viewer',   'live',             'POST /v1/bases/{basis}/views status SUPNWK',  '403 outside-grant'],
  ['citizen',     'viewer',   'live',             'POST /v1/bases/{basis}/views results FAMRQT', '403 outside-grant'],
  ['citizen',     'viewer',   'live, results',    'POST /v1/bases/{basis}/views results FAMRQT', '200'],
  ['citizen',     'viewer',   'live, results',    'POST /v1/bases/{basis}/views status FAMRQT',  '200'],
  ['citizen',     'viewer',   'live, results',    'POST /v1/bases/{basis}/views results SUPNWK', '403 outside-grant'],

  ['citizen',     'viewer',   'requested',        'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'viewer',   'code over',        'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'viewer',   'opened',           'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'viewer',   'declined',         'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'viewer',   'declined',         'POST /v1/bases/{basis}/views results FAMRQT', '404 not-found'],

  ['citizen',     'viewer',   'revoked',          'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'viewer',   'revoked',          'POST /v1/bases/{basis}/views status SUPNWK',  '403 outside-grant'],
  ['citizen',     'viewer',   'revoked',          'POST /v1/bases/{basis}/views results FAMRQT', '403 outside-grant'],
  ['citizen',     'viewer',   'revoked, results', 'POST /v1/bases/{basis}/views results FAMRQT', '404 not-found'],
  ['citizen',     'stranger', 'revoked',          'POST /v1/bases/{basis}/views results FAMRQT', '404 not-found'],
  ['citizen',     'subject',  'revoked',          'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'viewer',   'relinquished',     'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'viewer',   'relinquished',     'POST /v1/bases/{basis}/views results FAMRQT', '403 outside-grant'],

  ['citizen',     'viewer',   'expired',          'POST /v1/bases/{basis}/views status FAMRQT',  '403 outside-grant'],
  ['citizen',     'stranger', 'expired',          'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'viewer',   'revoked, expired', 'POST /v1/bases/{basis}/views status FAMRQT',  '403 outside-grant'],
  ['citizen',     'stranger', 'revoked, expired', 'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
];

/** Views under a guardianship: status and results under 14, status until 18, then nothing; a suspension is a `404`, an age outside the grant is not. */
export const GUARDIAN_VIEWS: readonly Row[] = [
  // who          relation          guardianship            route                                          answer
  ['nobody',      'none',           'live at 6',            'POST /v1/bases/{basis}/views status FAMRQT',  '401 token-missing'],
  ['citizen al1', 'guardian',       'live at 6',            'POST /v1/bases/{basis}/views status FAMRQT',  '403 step-up al2'],
  ['citizen',     'guardian',       'live at 6',            'POST /v1/bases/{basis}/views status FAMRQT',  '200'],
  ['citizen',     'guardian',       'live at 6',            'POST /v1/bases/{basis}/views results FAMRQT', '200'],
  ['citizen',     'guardian',       'live at 6',            'POST /v1/bases/{basis}/views status SUPNWK',  '403 outside-grant'],
  ['citizen',     'stranger',       'live at 6',            'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['registrar',   'proposer',       'live at 6',            'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-enrolled'],
  ['citizen',     'dependent',      'live at 13',           'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'guardian',       'live at 13',           'POST /v1/bases/{basis}/views results FAMRQT', '200'],
  ['citizen',     'other guardian', 'live at 13, too',      'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'guardian',       'told at 15',           'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'guardian',       'live at 15',           'POST /v1/bases/{basis}/views status FAMRQT',  '200'],
  ['citizen',     'guardian',       'live at 15',           'POST /v1/bases/{basis}/views results FAMRQT', '403 outside-grant'],

  ['citizen',     'guardian',       'suspended at 6',       'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'guardian',       'suspended at 6',       'POST /v1/bases/{basis}/views results FAMRQT', '404 not-found'],
  ['citizen',     'guardian',       'suspended at 6',       'POST /v1/bases/{basis}/views status SUPNWK',  '403 outside-grant'],
  ['citizen',     'stranger',       'suspended at 6',       'POST /v1/bases/{basis}/views status SUPNWK',  '404 not-found'],
  ['citizen',     'guardian',       'reinstated at 6',      'POST /v1/bases/{basis}/views results FAMRQT', '200'],
  ['citizen',     'guardian',       'ended at 6',           'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'guardian',       'ended at 6',           'POST /v1/bases/{basis}/views status SUPNWK',  '403 outside-grant'],

  ['citizen',     'guardian',       'turned 14',            'POST /v1/bases/{basis}/views status FAMRQT',  '200'],
  ['citizen',     'guardian',       'turned 14',            'POST /v1/bases/{basis}/views results FAMRQT', '403 outside-grant'],
  ['citizen',     'guardian',       'suspended, turned 14', 'POST /v1/bases/{basis}/views results FAMRQT', '403 outside-grant'],
  ['citizen',     'guardian',       'suspended, turned 14', 'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'guardian',       'turned 18',            'POST /v1/bases/{basis}/views status FAMRQT',  '403 outside-grant'],
  ['citizen',     'stranger',       'turned 18',            'POST /v1/bases/{basis}/views status FAMRQT',  '404 not-found'],
  ['citizen',     'guardian',       'ended, turned 18',     'POST /v1/bases/{basis}/views status FAMRQT',  '403 outside-grant'],
  ['citizen',     'guardian',       'review missed',        'POST /v1/bases/{basis}/views status FAMRQT',  '403 outside-grant'],
];

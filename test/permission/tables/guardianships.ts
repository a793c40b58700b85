import type { Row } from '../table.js';

/** What registrars do to a guardianship. `tied`: to the guardian; `guardian`, `other guardian`: registrars who are that, too. Stopping takes less than lifting. */
export const GUARDIANSHIPS: readonly Row[] = [
  // who            relation          guardianship       route                                                 answer
  ['nobody',        'none',           'live at 6',       'POST /v1/registry/guardianships/{id}/suspension',    '401 token-missing'],
  ['citizen',       'stranger',       'live at 6',       'POST /v1/registry/guardianships/{id}/suspension',    '403 not-permitted'],
  ['registrar',     'guardian',       'live at 6',       'POST /v1/registry/guardianships/{id}/suspension',    '409 conflict-of-interest'],
  ['registrar',     'tied',           'live at 6',       'POST /v1/registry/guardianships/{id}/suspension',    '409 conflict-of-interest'],
  ['registrar',     'other guardian', 'live at 13, too', 'POST /v1/registry/guardianships/{id}/suspension',    '409 conflict-of-interest'],
  ['registrar al1', 'proposer',       'live at 6',       'POST /v1/registry/guardianships/{id}/suspension',    '200'],
  ['registrar al1', 'other office',   'told at 15',      'POST /v1/registry/guardianships/{id}/suspension',    '200'],
  ['registrar',     'same office',    'suspended at 6',  'POST /v1/registry/guardianships/{id}/suspension',    '200'],
  ['registrar',     'same office',    'ended at 6',      'POST /v1/registry/guardianships/{id}/suspension',    '200'],

  ['citizen',       'stranger',       'suspended at 6',  'POST /v1/registry/guardianships/{id}/reinstatement', '403 step-up al3'],
  ['citizen al3',   'stranger',       'suspended at 6',  'POST /v1/registry/guardianships/{id}/reinstatement', '403 not-permitted'],
  ['registrar al2', 'proposer',       'suspended at 6',  'POST /v1/registry/guardianships/{id}/reinstatement', '403 step-up al3'],
  ['registrar',     'guardian',       'suspended at 6',  'POST /v1/registry/guardianships/{id}/reinstatement', '409 conflict-of-interest'],
  ['registrar',     'tied',           'suspended at 6',  'POST /v1/registry/guardianships/{id}/reinstatement', '409 conflict-of-interest'],
  ['registrar',     'other office',   'suspended at 6',  'POST /v1/registry/guardianships/{id}/reinstatement', '200'],
  ['registrar',     'proposer',       'live at 6',       'POST /v1/registry/guardianships/{id}/reinstatement', '200'],
  ['registrar',     'proposer',       'reinstated at 6', 'POST /v1/registry/guardianships/{id}/reinstatement', '200'],
  ['registrar',     'proposer',       'ended at 6',      'POST /v1/registry/guardianships/{id}/reinstatement', '409 guardianship-ended'],

  ['citizen',       'stranger',       'live at 6',       'POST /v1/registry/guardianships/{id}/end',           '403 step-up al3'],
  ['citizen al3',   'stranger',       'live at 6',       'POST /v1/registry/guardianships/{id}/end',           '403 not-permitted'],
  ['registrar al2', 'proposer',       'live at 6',       'POST /v1/registry/guardianships/{id}/end',           '403 step-up al3'],
  ['registrar',     'guardian',       'live at 6',       'POST /v1/registry/guardianships/{id}/end',           '409 conflict-of-interest'],
  ['registrar',     'tied',           'live at 6',       'POST /v1/registry/guardianships/{id}/end',           '409 conflict-of-interest'],
  ['registrar',     'other guardian', 'live at 13, too', 'POST /v1/registry/guardianships/{id}/end',           '409 conflict-of-interest'],
  ['registrar',     'other office',   'live at 6',       'POST /v1/registry/guardianships/{id}/end',           '200'],
  ['registrar',     'proposer',       'suspended at 6',  'POST /v1/registry/guardianships/{id}/end',           '200'],
  ['registrar',     'proposer',       'ended at 6',      'POST /v1/registry/guardianships/{id}/end',           '200'],
];

import type { Row } from '../table.js';

/** A registrar with somebody before them. The answer is the same whoever it is; `tied` has private dealings with them, `themselves` stands before themselves. */
export const COUNTER: readonly Row[] = [
  // who            relation      person              route                                       answer
  ['nobody',        'none',       'unknown',          'POST /v1/registry/enrolments',             '401 token-missing'],
  ['citizen',       'stranger',   'unknown',          'POST /v1/registry/enrolments',             '403 not-permitted'],
  ['clinic',        'nurse',      'unknown',          'POST /v1/registry/enrolments',             '403 not-permitted'],
  ['registrar al1', 'office',     'unknown',          'POST /v1/registry/enrolments',             '403 step-up al2'],
  ['registrar',     'over',       'unknown',          'POST /v1/registry/enrolments',             '403 not-permitted'],
  ['registrar al2', 'office',     'unknown',          'POST /v1/registry/enrolments',             '202'],
  ['registrar',     'office',     'known',            'POST /v1/registry/enrolments',             '202'],
  ['registrar',     'office',     'another name',     'POST /v1/registry/enrolments',             '202'],
  ['registrar',     'office',     'another birthday', 'POST /v1/registry/enrolments',             '202'],
  ['registrar',     'tied',       'known',            'POST /v1/registry/enrolments',             '202'],
  ['registrar',     'themselves', 'known',            'POST /v1/registry/enrolments',             '202'],

  ['citizen',       'stranger',   'known',            'POST /v1/registry/account-links',          '403 not-permitted'],
  ['registrar al1', 'office',     'known',            'POST /v1/registry/account-links',          '403 step-up al2'],
  ['registrar',     'over',       'known',            'POST /v1/registry/account-links',          '403 not-permitted'],
  ['registrar al2', 'office',     'unknown',          'POST /v1/registry/account-links',          '202'],
  ['registrar',     'office',     'known',            'POST /v1/registry/account-links',          '202'],
  ['registrar',     'office',     'another name',     'POST /v1/registry/account-links',          '202'],
  ['registrar',     'tied',       'known',            'POST /v1/registry/account-links',          '202'],
  ['registrar',     'themselves', 'known',            'POST /v1/registry/account-links',          '202'],

  ['citizen al3',   'stranger',   'unknown',          'POST /v1/registry/appointments',           '403 not-permitted'],
  ['clinic',        'nurse',      'unknown',          'POST /v1/registry/appointments',           '403 not-permitted'],
  ['auditor',       'auditor',    'unknown',          'POST /v1/registry/appointments',           '403 not-permitted'],
  ['registrar al2', 'office',     'unknown',          'POST /v1/registry/appointments',           '403 step-up al3'],
  ['registrar',     'over',       'unknown',          'POST /v1/registry/appointments',           '403 not-permitted'],
  ['registrar',     'tied',       'known',            'POST /v1/registry/appointments',           '409 conflict-of-interest'],
  ['registrar',     'themselves', 'known',            'POST /v1/registry/appointments',           '409 conflict-of-interest'],
  ['registrar',     'office',     'known',            'POST /v1/registry/appointments for-years', '422 appointment-length'],
  ['registrar',     'office',     'known',            'POST /v1/registry/appointments',           '201'],
  ['registrar',     'office',     'unknown',          'POST /v1/registry/appointments',           '201'],
];

/** Who asks at the door: each with an id or a code that nobody has. `account` is signed in and not enrolled; staff are citizens, too, and hold al3. */
export const CALLERS = ['nobody', 'account', 'al1', 'al2', 'al3', 'clinic', 'registrar', 'auditor'] as const;

/** A route, and the status that each caller hears. Staff roles are never a way into each other's rooms. */
export type Door = readonly [route: string, ...answers: readonly number[]];

export const DOORS: readonly Door[] = [
  // route                                                 nobody account al1  al2  al3  clinic registrar auditor
  ['GET /health',                                          200,   200,    200, 200, 200, 200,   200,      200],
  ['GET /ready',                                           200,   200,    200, 200, 200, 200,   200,      200],
  ['GET /openapi.json',                                    200,   200,    200, 200, 200, 200,   200,      200],
  ['GET /docs',                                            200,   200,    200, 200, 200, 200,   200,      200],
  ['GET /docs/{file}',                                     404,   404,    404, 404, 404, 404,   404,      404],
  ['GET /',                                                200,   200,    200, 200, 200, 200,   200,      200],
  ['GET /web/{file}',                                      404,   404,    404, 404, 404, 404,   404,      404],
  ['GET /v1/sign-in',                                      200,   200,    200, 200, 200, 200,   200,      200],

  ['POST /v1/enrolments',                                  401,   422,    202, 202, 202, 202,   202,      202],
  ['GET /v1/me',                                           401,   404,    200, 200, 200, 200,   200,      200],
  ['GET /v1/me/duties',                                    401,   200,    200, 200, 200, 200,   200,      200],
  ['GET /v1/me/code',                                      401,   404,    200, 200, 200, 200,   200,      200],
  ['GET /v1/me/results',                                   401,   404,    200, 200, 200, 200,   200,      200],
  ['GET /v1/me/disclosures',                               401,   404,    200, 200, 200, 200,   200,      200],
  ['GET /v1/me/bases',                                     401,   404,    200, 200, 200, 200,   200,      200],
  ['GET /v1/me/guardianships',                             401,   404,    200, 200, 200, 200,   200,      200],
  ['POST /v1/me/sampling-codes',                           401,   404,    201, 201, 201, 201,   201,      201],

  ['POST /v1/consent-requests',                            401,   404,    403, 201, 201, 201,   201,      201],
  ['POST /v1/consent-codes/openings',                      401,   404,    403, 404, 404, 404,   404,      404],
  ['POST /v1/consents/{id}/grant',                         401,   404,    403, 404, 404, 404,   404,      404],
  ['POST /v1/consents/{id}/decline',                       401,   404,    403, 404, 404, 404,   404,      404],
  ['POST /v1/consents/{id}/revocation',                    401,   404,    404, 404, 404, 404,   404,      404],
  ['POST /v1/consents/{id}/relinquishment',                401,   404,    404, 404, 404, 404,   404,      404],
  ['POST /v1/bases/{basis}/views',                         401,   404,    403, 404, 404, 404,   404,      404],
  ['POST /v1/guardianships',                               401,   404,    403, 202, 202, 202,   202,      202],

  ['POST /v1/registry/claims/next',                        401,   403,    403, 403, 403, 403,   200,      403],
  ['POST /v1/registry/claims/{id}/proposal',               401,   403,    403, 403, 403, 403,   404,      403],
  ['POST /v1/registry/claims/{id}/countersignature',       401,   403,    403, 403, 403, 403,   404,      403],
  ['POST /v1/registry/claims/{id}/closing',                401,   403,    403, 403, 403, 403,   404,      403],
  ['POST /v1/registry/guardianships/{id}/suspension',      401,   403,    403, 403, 403, 403,   404,      403],
  ['POST /v1/registry/guardianships/{id}/reinstatement',   401,   403,    403, 403, 403, 403,   404,      403],
  ['POST /v1/registry/guardianships/{id}/end',             401,   403,    403, 403, 403, 403,   404,      403],
  ['POST /v1/registry/enrolments',                         401,   403,    403, 403, 403, 403,   202,      403],
  ['POST /v1/registry/account-links',                      401,   403,    403, 403, 403, 403,   202,      403],
  ['POST /v1/registry/appointments',                       401,   403,    403, 403, 403, 403,   201,      403],
  ['POST /v1/registry/samples/{id}/release',               401,   403,    403, 403, 403, 403,   404,      403],

  ['POST /v1/samples',                                     401,   403,    403, 403, 403, 404,   403,      403],
  ['POST /v1/samples/by-barcode',                          401,   403,    403, 403, 403, 404,   403,      403],
  ['GET /v1/clinics/me/quarantine',                        401,   403,    403, 403, 403, 200,   403,      403],
  ['POST /v1/results/imports',                             401,   403,    403, 403, 403, 200,   403,      403],
  ['POST /v1/results/{id}/correction',                     401,   403,    403, 403, 403, 404,   403,      403],
  ['POST /v1/results/{id}/withdrawal',                     401,   403,    403, 403, 403, 404,   403,      403],

  ['GET /v1/audit/events',                                 401,   403,    403, 403, 403, 403,   403,      200],
  ['GET /v1/audit/bases/{id}',                             401,   403,    403, 403, 403, 403,   403,      200],
  ['GET /v1/audit/subjects/{id}/access',                   401,   403,    403, 403, 403, 403,   403,      200],
];

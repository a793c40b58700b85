// Written by `npm run client:generate` from openapi.json beside it. To change it, change the routes and run that again.

/** The operations that take an Idempotency-Key, as method and path. */
export const COMMANDS: ReadonlySet<string> = new Set([
  'POST /v1/consent-codes/openings',
  'POST /v1/consent-requests',
  'POST /v1/consents/{id}/decline',
  'POST /v1/consents/{id}/grant',
  'POST /v1/consents/{id}/relinquishment',
  'POST /v1/consents/{id}/revocation',
  'POST /v1/enrolments',
  'POST /v1/guardianships',
  'POST /v1/me/sampling-codes',
  'POST /v1/registry/account-links',
  'POST /v1/registry/appointments',
  'POST /v1/registry/claims/{id}/closing',
  'POST /v1/registry/claims/{id}/countersignature',
  'POST /v1/registry/claims/{id}/proposal',
  'POST /v1/registry/claims/next',
  'POST /v1/registry/enrolments',
  'POST /v1/registry/guardianships/{id}/end',
  'POST /v1/registry/guardianships/{id}/reinstatement',
  'POST /v1/registry/guardianships/{id}/suspension',
  'POST /v1/registry/samples/{id}/release',
  'POST /v1/results/{id}/correction',
  'POST /v1/results/{id}/withdrawal',
  'POST /v1/samples',
]);

export interface paths {
    readonly "/health": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The process is alive.
         * @description For anyone.
         */
        readonly get: operations["getHealth"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/openapi.json": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * This document.
         * @description For anyone.
         */
        readonly get: operations["getOpenapiJson"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/ready": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * The store, the vault and the read models answer.
         * @description For anyone.
         */
        readonly get: operations["getReady"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/bases/{id}": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Replay one basis at a position or an instant
         * @description For staff on duty (auditor), assurance al2 or more.
         */
        readonly get: operations["getV1AuditBasesId"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/events": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Read the log from a position on, one event a line, sealed fields shut
         * @description For staff on duty (auditor), assurance al2 or more.
         */
        readonly get: operations["getV1AuditEvents"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/audit/subjects/{id}/access": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Replay who could look at a subject, who did and who was refused
         * @description For staff on duty (auditor), assurance al2 or more.
         */
        readonly get: operations["getV1AuditSubjectsIdAccess"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/bases/{basis}/views": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * See somebody under a basis: it is in their log before you see it
         * @description For an enrolled citizen, assurance al2 or more.
         */
        readonly post: operations["postV1BasesBasisViews"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/consent-codes/openings": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Open a code that you were handed: see who asks, and for what
         * @description For an enrolled citizen, assurance al2 or more.
         */
        readonly post: operations["postV1ConsentCodesOpenings"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/consent-requests": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Ask to see somebody: you get a code to hand to them, and nobody is told anything
         * @description For an enrolled citizen, assurance al2 or more.
         */
        readonly post: operations["postV1ConsentRequests"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/consents/{id}/decline": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say no to what was asked
         * @description For an enrolled citizen, assurance al2 or more.
         */
        readonly post: operations["postV1ConsentsIdDecline"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/consents/{id}/grant": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Grant what was asked, or less
         * @description For an enrolled citizen, assurance al2 or more.
         */
        readonly post: operations["postV1ConsentsIdGrant"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/consents/{id}/relinquishment": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give up what you were granted
         * @description For an enrolled citizen, assurance al1 or more.
         */
        readonly post: operations["postV1ConsentsIdRelinquishment"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/consents/{id}/revocation": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take a grant back: once this is answered, no view that is asked for later is shown
         * @description For an enrolled citizen, assurance al1 or more.
         */
        readonly post: operations["postV1ConsentsIdRevocation"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/enrolments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enrol yourself with the identity that your issuer verified; GET /v1/me shows when it is done
         * @description For somebody signed in, assurance al1 or more.
         */
        readonly post: operations["postV1Enrolments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/guardianships": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Claim to be somebody’s guardian; every well-formed claim is answered alike
         * @description For an enrolled citizen, assurance al2 or more.
         */
        readonly post: operations["postV1Guardianships"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Yourself, as little as it takes to know that it is you
         * @description For an enrolled citizen, assurance al1 or more.
         */
        readonly get: operations["getV1Me"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/bases": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Who may look at you, and at whom you may look
         * @description For an enrolled citizen, assurance al1 or more.
         */
        readonly get: operations["getV1MeBases"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/code": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Your code: the status that the rule gives now, the evidence it rests on, and its end
         * @description For an enrolled citizen, assurance al1 or more.
         */
        readonly get: operations["getV1MeCode"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/disclosures": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Every view of you, every refused attempt, every act of staff
         * @description For an enrolled citizen, assurance al1 or more.
         */
        readonly get: operations["getV1MeDisclosures"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/guardianships": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * What I claimed, and at whom I may look as a guardian
         * @description For an enrolled citizen, assurance al1 or more.
         */
        readonly get: operations["getV1MeGuardianships"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/results": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        /**
         * Your results, with the place that tested
         * @description For an enrolled citizen, assurance al1 or more.
         */
        readonly get: operations["getV1MeResults"];
        readonly put?: never;
        readonly post?: never;
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/me/sampling-codes": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * A code to show at a clinic, for one sample
         * @description For an enrolled citizen, assurance al1 or more.
         */
        readonly post: operations["postV1MeSamplingCodes"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/account-links": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Let an account speak for the person before you; whether it took, their own GET /v1/me shows
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        readonly post: operations["postV1RegistryAccountLinks"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/appointments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Give an account a duty for at most 90 days
         * @description For staff on duty (registrar), assurance al3 or more.
         */
        readonly post: operations["postV1RegistryAppointments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/claims/{id}/closing": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Close the claim I hold, for what its paper lacks
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        readonly post: operations["postV1RegistryClaimsIdClosing"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/claims/{id}/countersignature": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Countersign what another office proposed; the answer doesn’t tell what came of it
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        readonly post: operations["postV1RegistryClaimsIdCountersignature"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/claims/{id}/proposal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Propose that the claim I hold be confirmed
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        readonly post: operations["postV1RegistryClaimsIdProposal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/claims/next": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * The claim I hold, else the next one that waits; opening it is recorded
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        readonly post: operations["postV1RegistryClaimsNext"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/enrolments": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Enrol the person before you and print their card; the answer is alike for new, known and mismatching people
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        readonly post: operations["postV1RegistryEnrolments"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/guardianships/{id}/end": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * End a guardianship for good
         * @description For staff on duty (registrar), assurance al3 or more.
         */
        readonly post: operations["postV1RegistryGuardianshipsIdEnd"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/guardianships/{id}/reinstatement": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Lift a suspension
         * @description For staff on duty (registrar), assurance al3 or more.
         */
        readonly post: operations["postV1RegistryGuardianshipsIdReinstatement"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/guardianships/{id}/suspension": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Stop a guardianship at once
         * @description For staff on duty (registrar), assurance al1 or more.
         */
        readonly post: operations["postV1RegistryGuardianshipsIdSuspension"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/registry/samples/{id}/release": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Let results for a locked barcode in again
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        readonly post: operations["postV1RegistrySamplesIdRelease"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/results/{id}/correction": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Say what a result should have been
         * @description For staff on duty (clinic), assurance al2 or more.
         */
        readonly post: operations["postV1ResultsIdCorrection"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/results/{id}/withdrawal": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Take a result back
         * @description For staff on duty (clinic), assurance al2 or more.
         */
        readonly post: operations["postV1ResultsIdWithdrawal"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/results/imports": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Send results, one a line; a verdict a line comes back, in order. Sent again, nothing is added
         * @description For staff on duty (clinic), assurance al2 or more.
         */
        readonly post: operations["postV1ResultsImports"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
    readonly "/v1/samples": {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly get?: never;
        readonly put?: never;
        /**
         * Put a barcode on the sample of the person whose code you scanned
         * @description For staff on duty (clinic), assurance al2 or more.
         */
        readonly post: operations["postV1Samples"];
        readonly delete?: never;
        readonly options?: never;
        readonly head?: never;
        readonly patch?: never;
        readonly trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        readonly AccessReportAnswer: {
            readonly position: string;
            /** Format: date-time */
            readonly asOf: string;
            readonly could: readonly components["schemas"]["CouldLookAnswer"][];
            readonly did: readonly components["schemas"]["DidLookAnswer"][];
            readonly refused: readonly components["schemas"]["WasRefusedAnswer"][];
        };
        readonly AccountLinkBody: {
            readonly issuer: string;
            readonly subject: string;
            readonly name: components["schemas"]["NameBody"];
            /** Format: date */
            readonly birthDate: string;
            readonly document: components["schemas"]["DocumentBody"];
        };
        readonly AccountLinkTakenAnswer: {
            /** @enum {string} */
            readonly state: "received";
        };
        readonly AppointedAnswer: {
            /** @enum {string} */
            readonly role: "clinic" | "registrar" | "auditor";
            readonly institution: string;
            /** Format: date-time */
            readonly from: string;
            /** Format: date-time */
            readonly until: string;
        };
        readonly AppointmentBody: {
            readonly issuer: string;
            readonly subject: string;
            /** @enum {string} */
            readonly role: "clinic" | "registrar" | "auditor";
            readonly institution: string;
            readonly days: number;
        };
        readonly BarcodeReleasedAnswer: {
            readonly sample: string;
            /** @enum {string} */
            readonly state: "registered" | "reported" | "withdrawn";
            readonly locked: boolean;
        };
        readonly BasesAnswer: {
            readonly onMe: readonly components["schemas"]["OnlookerAnswer"][];
            readonly mine: readonly components["schemas"]["OverlookedAnswer"][];
        };
        readonly CardPrintedAnswer: {
            readonly codes: readonly string[];
        };
        readonly ClaimBody: {
            /** @enum {string} */
            readonly ground: "parent-of-minor" | "guardian-of-minor" | "court-appointed" | "deed-of-guardianship";
            readonly evidence: components["schemas"]["EvidenceBody"];
            readonly name: components["schemas"]["NameBody"];
            /** Format: date */
            readonly birthDate: string;
            readonly document: components["schemas"]["DocumentBody"];
        };
        readonly ClaimHandledAnswer: {
            readonly claim: string;
        };
        readonly ClaimPaperAnswer: {
            readonly claim: string;
            /** @enum {string} */
            readonly stage: "received" | "proposed";
            /** Format: date-time */
            readonly dealtUntil: string;
            readonly claimant: components["schemas"]["NameAnswer"];
            readonly claimed: components["schemas"]["PaperDetailsAnswer"];
            readonly proposal: components["schemas"]["PaperProposalAnswer"] | null;
        };
        readonly ClaimReceivedAnswer: {
            readonly claim: string;
            /** @enum {string} */
            readonly state: "received";
        };
        readonly ClosingBody: {
            /** @enum {string} */
            readonly reason: "unreadable" | "expired" | "authority-unknown" | "not-confirmed";
        };
        readonly CoGuardianAnswer: {
            readonly name: components["schemas"]["NameAnswer"];
            /** Format: date-time */
            readonly from: string;
        };
        readonly CodeOpenedAnswer: {
            readonly consent: string;
            readonly viewer: components["schemas"]["NameAnswer"];
            /** @enum {string} */
            readonly scope: "status" | "results";
            /** @enum {string} */
            readonly purpose: "FAMRQT" | "SUPNWK";
            /** Format: date-time */
            readonly until: string;
            readonly words: readonly string[];
            readonly position: string;
        };
        readonly CodeOpeningBody: {
            readonly code: string;
        };
        readonly ConsentAskedAnswer: {
            readonly consent: string;
            readonly code: string;
            readonly words: readonly string[];
            /** Format: date-time */
            readonly codeUntil: string;
            readonly position: string;
        };
        readonly ConsentGrantedAnswer: {
            readonly consent: string;
            /** @enum {string} */
            readonly scope: "status" | "results";
            /** @enum {string} */
            readonly purpose: "FAMRQT" | "SUPNWK";
            /** Format: date-time */
            readonly from: string;
            /** Format: date-time */
            readonly until: string;
            readonly position: string;
        };
        readonly ConsentOverAnswer: {
            readonly consent: string;
            /** @enum {string} */
            readonly state: "declined" | "ended";
            readonly position: string;
        };
        readonly ConsentRequestBody: {
            readonly label: string;
            /** @enum {string} */
            readonly scope: "status" | "results";
            /** @enum {string} */
            readonly purpose: "FAMRQT" | "SUPNWK";
            /** Format: date-time */
            readonly until: string;
        };
        readonly ConsentTermsBody: {
            /** @enum {string} */
            readonly scope: "status" | "results";
            /** @enum {string} */
            readonly purpose: "FAMRQT" | "SUPNWK";
            /** Format: date-time */
            readonly until: string;
        };
        readonly CorrectionBody: {
            /** @enum {string} */
            readonly test: "LP6464-4" | "LP217198-3";
            /** @enum {string} */
            readonly result: "260415000" | "260373001" | "419984006";
            /** Format: date-time */
            readonly collectedAt: string;
            /** Format: date-time */
            readonly reportedAt: string;
            readonly reason: string;
        };
        readonly CouldLookAnswer: {
            readonly basis: string;
            readonly viewer: string;
            readonly subject: string;
            /** @enum {string} */
            readonly scope: "status" | "results";
            readonly purposes: readonly ("FAMRQT" | "SUPNWK")[];
            /** Format: date-time */
            readonly from: string;
            /** Format: date-time */
            readonly until: string;
            /** @enum {string} */
            readonly answer: "yes" | "as-age-allows";
        };
        readonly DidLookAnswer: {
            readonly rule: string;
            /** @enum {string} */
            readonly shown: "shown" | "withheld";
            readonly position: string;
            readonly basis: string;
            readonly viewer: string;
            /** @enum {string} */
            readonly scope: "status" | "results";
            /** @enum {string} */
            readonly purpose: "FAMRQT" | "SUPNWK";
            /** Format: date-time */
            readonly at: string;
        };
        readonly DisclosureAnswer: {
            /** @enum {string} */
            readonly kind: "view" | "refusal" | "staff";
            /** Format: date-time */
            readonly at: string;
            readonly disclosure?: string;
            readonly basis?: string;
            /** @enum {string} */
            readonly scope?: "status" | "results";
            /** @enum {string} */
            readonly purpose?: "FAMRQT" | "SUPNWK";
            readonly rule?: string;
            readonly viewer?: components["schemas"]["NameAnswer"] | null;
            readonly pseudonym?: string | null;
            readonly act?: string;
            readonly institutions?: readonly string[];
            readonly repeats?: readonly components["schemas"]["RepeatAnswer"][];
        };
        readonly DisclosuresAnswer: {
            readonly entries: readonly components["schemas"]["DisclosureAnswer"][];
            readonly next: string | null;
        };
        readonly DocumentAnswer: {
            /** @enum {string} */
            readonly type: "resident-id" | "passport" | "permit";
            readonly state: string;
            readonly number: string;
        };
        readonly DocumentBody: {
            /** @enum {string} */
            readonly type: "resident-id" | "passport" | "permit";
            readonly state: string;
            readonly number: string;
        };
        readonly EnrolmentTakenAnswer: {
            /** @enum {string} */
            readonly state: "received";
        };
        readonly EvidenceAnswer: {
            readonly test: string;
            readonly result: string;
            /** Format: date-time */
            readonly collectedAt: string;
        };
        readonly EvidenceBody: {
            readonly type: string;
            readonly authority: string;
            readonly number: string;
            readonly sha256: string;
        };
        readonly GuardianshipHandledAnswer: {
            readonly guardianship: string;
            /** @enum {string} */
            readonly state: "live" | "suspended" | "ended";
        };
        readonly MyClaimAnswer: {
            readonly claim: string;
            /** @enum {string} */
            readonly state: "received" | "confirmed" | "closed";
            /** Format: date-time */
            readonly receivedAt: string;
            /** @enum {string|null} */
            readonly reason: "unreadable" | "expired" | "authority-unknown" | "not-confirmed" | null;
        };
        readonly MyGuardianshipAnswer: {
            readonly basis: string;
            readonly claim: string;
            /** @enum {string} */
            readonly scope: "status" | "results";
            readonly purposes: readonly ("FAMRQT" | "SUPNWK")[];
            /** Format: date-time */
            readonly from: string;
            /** Format: date-time */
            readonly until: string;
            readonly others: readonly components["schemas"]["CoGuardianAnswer"][];
        };
        readonly MyGuardianshipsAnswer: {
            readonly claims: readonly components["schemas"]["MyClaimAnswer"][];
            readonly guardianships: readonly components["schemas"]["MyGuardianshipAnswer"][];
        };
        readonly NameAnswer: {
            readonly family: string | null;
            readonly given: string;
            readonly familyLatin: string | null;
            readonly givenLatin: string | null;
        };
        readonly NameBody: {
            readonly family?: string | null;
            readonly given: string;
            readonly familyLatin?: string | null;
            readonly givenLatin?: string | null;
        };
        readonly NextClaimAnswer: {
            readonly paper: components["schemas"]["ClaimPaperAnswer"] | null;
        };
        readonly OnlookerAnswer: {
            readonly viewer: components["schemas"]["NameAnswer"] | null;
            /** @enum {string} */
            readonly state: "opened" | "live" | "suspended" | "ended" | "declined";
            readonly basis: string;
            /** @enum {string} */
            readonly kind: "consent" | "guardianship";
            /** @enum {string} */
            readonly scope: "status" | "results";
            readonly purposes: readonly ("FAMRQT" | "SUPNWK")[];
            /** Format: date-time */
            readonly from: string | null;
            /** Format: date-time */
            readonly until: string | null;
        };
        readonly OpenApiAnswer: {
            readonly openapi: string;
            readonly info: {
                readonly [key: string]: unknown;
            };
            readonly servers: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly tags: readonly {
                readonly [key: string]: unknown;
            }[];
            readonly paths: {
                readonly [key: string]: unknown;
            };
            readonly components: {
                readonly [key: string]: unknown;
            };
        };
        readonly OtherViewAnswer: {
            readonly disclosure: string;
            readonly label: string | null;
            readonly surname: string;
            /** @enum {string} */
            readonly status: "clear" | "retest" | "positive" | "no-current-result";
            readonly rule: string;
            /** Format: date */
            readonly asOf: string;
            /** Format: date-time */
            readonly validUntil?: string | null;
            readonly results?: readonly components["schemas"]["ShownResultAnswer"][];
        };
        readonly OverlookedAnswer: {
            readonly label: string | null;
            /** @enum {string} */
            readonly state: "asked" | "granted";
            readonly basis: string;
            /** @enum {string} */
            readonly kind: "consent" | "guardianship";
            /** @enum {string} */
            readonly scope: "status" | "results";
            readonly purposes: readonly ("FAMRQT" | "SUPNWK")[];
            /** Format: date-time */
            readonly from: string | null;
            /** Format: date-time */
            readonly until: string | null;
        };
        readonly OwnCodeAnswer: {
            /** Format: date-time */
            readonly asOf: string;
            readonly rule: string;
            /** @enum {string} */
            readonly status: "clear" | "retest" | "positive" | "no-current-result";
            /** Format: date-time */
            readonly since: string | null;
            /** Format: date-time */
            readonly validUntil: string | null;
            readonly evidence: components["schemas"]["EvidenceAnswer"] | null;
        };
        readonly OwnResultAnswer: {
            readonly sample: string;
            readonly test: string;
            readonly testName: string | null;
            readonly result: string;
            /** Format: date-time */
            readonly collectedAt: string;
            /** Format: date-time */
            readonly reportedAt: string;
            readonly centre: string | null;
            readonly corrected: boolean;
        };
        readonly OwnResultsAnswer: {
            readonly results: readonly components["schemas"]["OwnResultAnswer"][];
        };
        readonly PaperDetailsAnswer: {
            readonly name: components["schemas"]["NameAnswer"];
            /** Format: date */
            readonly birthDate: string;
            readonly document: components["schemas"]["DocumentAnswer"];
            /** @enum {string} */
            readonly ground: "parent-of-minor" | "guardian-of-minor" | "court-appointed" | "deed-of-guardianship";
            readonly evidence: components["schemas"]["PaperEvidenceAnswer"];
        };
        readonly PaperEvidenceAnswer: {
            readonly type: string;
            readonly authority: string;
            readonly number: string;
            readonly sha256: string;
        };
        readonly PaperProposalAnswer: {
            /** @enum {string} */
            readonly scope: "status" | "results";
            /** Format: date-time */
            readonly reviewAt: string;
            /** Format: date-time */
            readonly until: string | null;
        };
        readonly PersonBody: {
            readonly name: components["schemas"]["NameBody"];
            /** Format: date */
            readonly birthDate: string;
            readonly document: components["schemas"]["DocumentBody"];
        };
        readonly ProposalBody: {
            /** @enum {string} */
            readonly scope?: "status" | "results";
            /** Format: date-time */
            readonly reviewAt: string;
            /** Format: date-time */
            readonly until?: string;
        };
        readonly ReasonBody: {
            readonly reason: string;
        };
        readonly RepeatAnswer: {
            /** Format: date-time */
            readonly at: string;
            readonly disclosure?: string;
        };
        readonly RowVerdictAnswer: {
            readonly line: number;
            /** @enum {string} */
            readonly verdict: "recorded" | "already-recorded" | "conflict" | "format" | "test-type" | "disease" | "result" | "time" | "barcode" | "identity" | "busy";
            readonly sample?: string;
        };
        readonly SampleBody: {
            readonly code: string;
            readonly barcode: string;
            /** Format: date-time */
            readonly collectedAt?: string;
        };
        readonly SampleShownAnswer: {
            readonly sample: string;
            readonly surname: string;
            readonly numberEnd: string;
            readonly flagged: boolean;
        };
        readonly SampleStateAnswer: {
            readonly sample: string;
            /** @enum {string} */
            readonly state: "registered" | "reported" | "withdrawn";
            readonly locked: boolean;
        };
        readonly SamplingCodeAnswer: {
            readonly code: string;
            /** Format: date-time */
            readonly until: string;
        };
        readonly SelfViewAnswer: {
            readonly surname: string;
            readonly numberEnd: string;
            readonly phoneEnds: string | null;
        };
        readonly ShownResultAnswer: {
            readonly test: string;
            readonly result: string;
            /** Format: date-time */
            readonly collectedAt: string;
            /** Format: date-time */
            readonly reportedAt: string;
            readonly institution?: string;
        };
        readonly ShutEventAnswer: {
            readonly position: string;
            readonly stream: string;
            readonly revision: string;
            readonly id: string;
            readonly type: string;
            readonly version: number;
            readonly data: {
                readonly [key: string]: unknown;
            };
        };
        readonly StateAnswer: {
            /** @enum {string} */
            readonly state: "ok";
        };
        readonly ViewBody: {
            /** @enum {string} */
            readonly scope: "status" | "results";
            /** @enum {string} */
            readonly purpose: "FAMRQT" | "SUPNWK";
        };
        readonly WasRefusedAnswer: {
            readonly position: string;
            readonly basis: string;
            readonly viewer: string;
            /** @enum {string} */
            readonly scope: "status" | "results";
            /** @enum {string} */
            readonly purpose: "FAMRQT" | "SUPNWK";
            /** Format: date-time */
            readonly at: string;
        };
        readonly WithdrawalBody: {
            readonly reason: string;
        };
        /** @description RFC 9457. `field` names what is wrong, never its value. */
        readonly Problem: {
            readonly type: string;
            readonly title: string;
            readonly status: number;
            /** @enum {string} */
            readonly code: "token-missing" | "token-invalid" | "idempotency-key-missing" | "idempotency-key-malformed" | "malformed" | "duplicate-key" | "unknown-field" | "missing-field" | "invalid-field" | "body-too-large" | "uri-too-long" | "unsupported-media-type" | "request-timeout" | "internal" | "not-found" | "not-enrolled" | "step-up" | "not-permitted" | "idempotency-key-reused" | "busy" | "read-models-behind" | "code-expired" | "window" | "purpose" | "too-many-consents" | "wider-than-asked" | "under-age" | "consent-not-open" | "consent-not-live" | "outside-grant" | "cursor" | "name" | "document" | "birth-date" | "identity-unverified" | "conflict-of-interest" | "appointment-length" | "not-appointed" | "deal-lapsed" | "claim-not-proposed" | "claim-already-proposed" | "ground-unfit" | "guardianship-ended" | "barcode-taken" | "barcode-locked" | "no-result" | "test-type" | "disease" | "result" | "time";
            readonly field?: string;
            /**
             * @description With `step-up`: the assurance that is asked for.
             * @enum {string}
             */
            readonly level?: "al1" | "al2" | "al3";
            /** @description With `outside-grant`: what was granted to you. */
            readonly grant?: Record<string, never>;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description RFC 6750; with `step-up`, RFC 9470: `acr_values` names the assurance that is asked for.
         * @example Bearer error="invalid_token"
         */
        readonly "WWW-Authenticate": string;
        /**
         * @description Seconds after which to ask again.
         * @example 1
         */
        readonly "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    readonly getHealth: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "ok"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["StateAnswer"];
                };
            };
            /** @description unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unknown-field";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly getOpenapiJson: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "openapi": "3.1.0",
                     *       "info": {
                     *         "title": "Xinma",
                     *         "version": "0.1.0"
                     *       },
                     *       "servers": [
                     *         {
                     *           "url": "/"
                     *         }
                     *       ],
                     *       "tags": [],
                     *       "paths": {},
                     *       "components": {}
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OpenApiAnswer"];
                };
            };
            /** @description unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unknown-field";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly getReady: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "ok"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["StateAnswer"];
                };
            };
            /** @description unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unknown-field";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly getV1AuditBasesId: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description A position of the log, in digits, or an RFC 3339 instant; now where it is left out.
                 * @example 2026-11-23T08:00:00.000Z
                 */
                readonly at?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description What a view stands on: a consent (`c_`) or a guardianship (`g_`).
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": "12",
                     *       "asOf": "2026-11-23T08:00:00.000Z",
                     *       "could": [
                     *         {
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "viewer": "7c9e6679742540de944be07fc1f90ae7",
                     *           "subject": "0f8fad5bd9cb469fa16570867728950e",
                     *           "scope": "results",
                     *           "purposes": [
                     *             "FAMRQT"
                     *           ],
                     *           "from": "2026-11-23T08:00:00.000Z",
                     *           "until": "2026-12-23T08:00:00.000Z",
                     *           "answer": "yes"
                     *         }
                     *       ],
                     *       "did": [
                     *         {
                     *           "position": "12",
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "viewer": "7c9e6679742540de944be07fc1f90ae7",
                     *           "scope": "results",
                     *           "purpose": "FAMRQT",
                     *           "at": "2026-11-23T08:00:00.000Z",
                     *           "rule": "cn-1",
                     *           "shown": "shown"
                     *         }
                     *       ],
                     *       "refused": [
                     *         {
                     *           "position": "12",
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "viewer": "7c9e6679742540de944be07fc1f90ae7",
                     *           "scope": "results",
                     *           "purpose": "FAMRQT",
                     *           "at": "2026-11-23T08:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccessReportAnswer"];
                };
            };
            /** @description invalid-field, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "invalid-field" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description conflict-of-interest */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "conflict-of-interest";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly getV1AuditEvents: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description A position of the log: events after it. From the beginning where it is left out.
                 * @example 0
                 */
                readonly after?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description One line after the other; the schema is that of one. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": "7",
                     *       "stream": "consent-0f8fad5bd9cb469fa16570867728950e",
                     *       "revision": "3",
                     *       "id": "0f8fad5b-d9cb-469f-a165-70867728950e",
                     *       "type": "ConsentRevoked",
                     *       "version": 1,
                     *       "data": {
                     *         "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *         "at": "2026-11-23T08:00:00.000Z"
                     *       }
                     *     }
                     */
                    readonly "application/x-ndjson": components["schemas"]["ShutEventAnswer"];
                };
            };
            /** @description invalid-field, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "invalid-field" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly getV1AuditSubjectsIdAccess: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description A position of the log, in digits, or an RFC 3339 instant; now where it is left out.
                 * @example 2026-11-23T08:00:00.000Z
                 */
                readonly at?: string;
            };
            readonly header?: never;
            readonly path: {
                /**
                 * @description A person, as the log names them.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": "12",
                     *       "asOf": "2026-11-23T08:00:00.000Z",
                     *       "could": [
                     *         {
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "viewer": "7c9e6679742540de944be07fc1f90ae7",
                     *           "subject": "0f8fad5bd9cb469fa16570867728950e",
                     *           "scope": "results",
                     *           "purposes": [
                     *             "FAMRQT"
                     *           ],
                     *           "from": "2026-11-23T08:00:00.000Z",
                     *           "until": "2026-12-23T08:00:00.000Z",
                     *           "answer": "yes"
                     *         }
                     *       ],
                     *       "did": [
                     *         {
                     *           "position": "12",
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "viewer": "7c9e6679742540de944be07fc1f90ae7",
                     *           "scope": "results",
                     *           "purpose": "FAMRQT",
                     *           "at": "2026-11-23T08:00:00.000Z",
                     *           "rule": "cn-1",
                     *           "shown": "shown"
                     *         }
                     *       ],
                     *       "refused": [
                     *         {
                     *           "position": "12",
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "viewer": "7c9e6679742540de944be07fc1f90ae7",
                     *           "scope": "results",
                     *           "purpose": "FAMRQT",
                     *           "at": "2026-11-23T08:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccessReportAnswer"];
                };
            };
            /** @description invalid-field, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "invalid-field" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description conflict-of-interest */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "conflict-of-interest";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1BasesBasisViews: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path: {
                /**
                 * @description What a view stands on: a consent (`c_`) or a guardianship (`g_`).
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                readonly basis: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "scope": "results",
                 *       "purpose": "FAMRQT"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ViewBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "disclosure": "K7QF-2M9D",
                     *       "label": "Mum",
                     *       "surname": "王",
                     *       "status": "clear",
                     *       "rule": "cn-1",
                     *       "asOf": "2026-11-23",
                     *       "validUntil": "2026-11-24T23:30:00.000Z",
                     *       "results": [
                     *         {
                     *           "test": "LP6464-4",
                     *           "result": "260415000",
                     *           "collectedAt": "2026-11-22T23:30:00.000Z",
                     *           "reportedAt": "2026-11-23T08:00:00.000Z",
                     *           "institution": "haidian-clinic"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OtherViewAnswer"];
                };
            };
            /** @description duplicate-key, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description outside-grant, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "outside-grant" | "step-up";
                    };
                };
            };
            /** @description not-enrolled, not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled" | "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy, read-models-behind */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy" | "read-models-behind";
                    };
                };
            };
        };
    };
    readonly postV1ConsentCodesOpenings: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "code": "w9Zr1mXh2sNQ0vTq"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CodeOpeningBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *       "viewer": {
                     *         "family": "王",
                     *         "given": "芳",
                     *         "familyLatin": "WANG",
                     *         "givenLatin": "FANG"
                     *       },
                     *       "scope": "results",
                     *       "purpose": "FAMRQT",
                     *       "until": "2026-12-23T08:00:00.000Z",
                     *       "words": [
                     *         "river",
                     *         "lantern",
                     *         "seven"
                     *       ],
                     *       "position": "Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CodeOpenedAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description code-expired, not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "code-expired" | "not-enrolled";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1ConsentRequests: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "scope": "results",
                 *       "purpose": "FAMRQT",
                 *       "until": "2026-12-23T08:00:00.000Z",
                 *       "label": "Mum"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ConsentRequestBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *       "code": "w9Zr1mXh2sNQ0vTq",
                     *       "words": [
                     *         "river",
                     *         "lantern",
                     *         "seven"
                     *       ],
                     *       "codeUntil": "2026-11-23T08:00:00.000Z",
                     *       "position": "Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConsentAskedAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description too-many-consents */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "too-many-consents";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused, purpose, window */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused" | "purpose" | "window";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1ConsentsIdDecline: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A consent.
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "ended",
                     *       "position": "Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConsentOverAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, malformed, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "malformed" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled, not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled" | "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description consent-not-open */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "consent-not-open";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1ConsentsIdGrant: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A consent.
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "scope": "results",
                 *       "purpose": "FAMRQT",
                 *       "until": "2026-12-23T08:00:00.000Z"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ConsentTermsBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *       "scope": "results",
                     *       "purpose": "FAMRQT",
                     *       "until": "2026-12-23T08:00:00.000Z",
                     *       "from": "2026-11-23T08:00:00.000Z",
                     *       "position": "Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConsentGrantedAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up, under-age */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up" | "under-age";
                    };
                };
            };
            /** @description not-enrolled, not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled" | "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description consent-not-open */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "consent-not-open";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused, purpose, wider-than-asked, window */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused" | "purpose" | "wider-than-asked" | "window";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1ConsentsIdRelinquishment: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A consent.
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "ended",
                     *       "position": "Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConsentOverAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, malformed, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "malformed" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled, not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled" | "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description consent-not-live */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "consent-not-live";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1ConsentsIdRevocation: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A consent.
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "ended",
                     *       "position": "Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ConsentOverAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, malformed, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "malformed" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled, not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled" | "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description consent-not-live */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "consent-not-live";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1Enrolments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "received"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["EnrolmentTakenAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, malformed, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "malformed" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused, identity-unverified */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused" | "identity-unverified";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1Guardianships: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": {
                 *         "family": "王",
                 *         "given": "芳",
                 *         "familyLatin": "WANG",
                 *         "givenLatin": "FANG"
                 *       },
                 *       "birthDate": "2019-08-01",
                 *       "document": {
                 *         "type": "passport",
                 *         "state": "CN",
                 *         "number": "E12345678"
                 *       },
                 *       "ground": "parent-of-minor",
                 *       "evidence": {
                 *         "type": "birth-certificate",
                 *         "authority": "Haidian Maternal and Child Health Hospital",
                 *         "number": "M110123456",
                 *         "sha256": "abababababababababababababababababababababababababababababababab"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["ClaimBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claim": "0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "received"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ClaimReceivedAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description birth-date, document, idempotency-key-reused, name */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "birth-date" | "document" | "idempotency-key-reused" | "name";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly getV1Me: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "surname": "王",
                     *       "numberEnd": "2X",
                     *       "phoneEnds": "138…678"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SelfViewAnswer"];
                };
            };
            /** @description unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly getV1MeBases: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                readonly "at-least"?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "onMe": [
                     *         {
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "kind": "consent",
                     *           "scope": "results",
                     *           "purposes": [
                     *             "FAMRQT"
                     *           ],
                     *           "from": "2026-11-23T08:00:00.000Z",
                     *           "until": "2026-12-23T08:00:00.000Z",
                     *           "viewer": {
                     *             "family": "王",
                     *             "given": "芳",
                     *             "familyLatin": "WANG",
                     *             "givenLatin": "FANG"
                     *           },
                     *           "state": "live"
                     *         }
                     *       ],
                     *       "mine": [
                     *         {
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "kind": "consent",
                     *           "scope": "results",
                     *           "purposes": [
                     *             "FAMRQT"
                     *           ],
                     *           "from": "2026-11-23T08:00:00.000Z",
                     *           "until": "2026-12-23T08:00:00.000Z",
                     *           "label": "Mum",
                     *           "state": "granted"
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["BasesAnswer"];
                };
            };
            /** @description cursor, invalid-field, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "cursor" | "invalid-field" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy, read-models-behind */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy" | "read-models-behind";
                    };
                };
            };
        };
    };
    readonly getV1MeCode: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                readonly "at-least"?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "asOf": "2026-11-23T08:00:00.000Z",
                     *       "rule": "cn-1",
                     *       "status": "clear",
                     *       "since": "2026-11-22T23:30:00.000Z",
                     *       "validUntil": "2026-11-24T23:30:00.000Z",
                     *       "evidence": {
                     *         "test": "LP6464-4",
                     *         "result": "260415000",
                     *         "collectedAt": "2026-11-22T23:30:00.000Z"
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OwnCodeAnswer"];
                };
            };
            /** @description cursor, invalid-field, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "cursor" | "invalid-field" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy, read-models-behind */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy" | "read-models-behind";
                    };
                };
            };
        };
    };
    readonly getV1MeDisclosures: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description The `next` of the page before.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                readonly before?: string;
                /**
                 * @description Entries a page, 1 to 100; 50 where it is left out.
                 * @example 50
                 */
                readonly limit?: string;
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                readonly "at-least"?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "entries": [
                     *         {
                     *           "kind": "view",
                     *           "at": "2026-11-23T08:00:00.000Z",
                     *           "disclosure": "K7QF-2M9D",
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "scope": "results",
                     *           "purpose": "FAMRQT",
                     *           "rule": "cn-1",
                     *           "viewer": {
                     *             "family": "王",
                     *             "given": "芳",
                     *             "familyLatin": "WANG",
                     *             "givenLatin": "FANG"
                     *           },
                     *           "repeats": [
                     *             {
                     *               "at": "2026-11-23T08:00:00.000Z",
                     *               "disclosure": "K7QF-2M9D"
                     *             }
                     *           ]
                     *         },
                     *         {
                     *           "kind": "staff",
                     *           "at": "2026-11-22T23:30:00.000Z",
                     *           "act": "SampleRegistered",
                     *           "institutions": [
                     *             "haidian-clinic"
                     *           ]
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    readonly "application/json": components["schemas"]["DisclosuresAnswer"];
                };
            };
            /** @description cursor, invalid-field, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "cursor" | "invalid-field" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy, read-models-behind */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy" | "read-models-behind";
                    };
                };
            };
        };
    };
    readonly getV1MeGuardianships: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                readonly "at-least"?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claims": [
                     *         {
                     *           "claim": "0f8fad5bd9cb469fa16570867728950e",
                     *           "state": "confirmed",
                     *           "receivedAt": "2026-11-23T08:00:00.000Z",
                     *           "reason": null
                     *         }
                     *       ],
                     *       "guardianships": [
                     *         {
                     *           "basis": "g_0f8fad5bd9cb469fa16570867728950e-1",
                     *           "claim": "0f8fad5bd9cb469fa16570867728950e",
                     *           "scope": "results",
                     *           "purposes": [
                     *             "FAMRQT"
                     *           ],
                     *           "from": "2026-11-23T08:00:00.000Z",
                     *           "until": "2031-11-23T08:00:00.000Z",
                     *           "others": [
                     *             {
                     *               "name": {
                     *                 "family": "王",
                     *                 "given": "芳",
                     *                 "familyLatin": "WANG",
                     *                 "givenLatin": "FANG"
                     *               },
                     *               "from": "2026-11-23T08:00:00.000Z"
                     *             }
                     *           ]
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["MyGuardianshipsAnswer"];
                };
            };
            /** @description cursor, invalid-field, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "cursor" | "invalid-field" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy, read-models-behind */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy" | "read-models-behind";
                    };
                };
            };
        };
    };
    readonly getV1MeResults: {
        readonly parameters: {
            readonly query?: {
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                readonly "at-least"?: string;
            };
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: never;
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "results": [
                     *         {
                     *           "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *           "test": "LP6464-4",
                     *           "testName": null,
                     *           "result": "260415000",
                     *           "collectedAt": "2026-11-22T23:30:00.000Z",
                     *           "reportedAt": "2026-11-23T08:00:00.000Z",
                     *           "centre": "Haidian clinic",
                     *           "corrected": false
                     *         }
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["OwnResultsAnswer"];
                };
            };
            /** @description cursor, invalid-field, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "cursor" | "invalid-field" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy, read-models-behind */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy" | "read-models-behind";
                    };
                };
            };
        };
    };
    readonly postV1MeSamplingCodes: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "w9Zr1mXh2sNQ0vTq",
                     *       "until": "2026-11-23T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SamplingCodeAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, malformed, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "malformed" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "step-up";
                    };
                };
            };
            /** @description not-enrolled */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-enrolled";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryAccountLinks: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": {
                 *         "family": "王",
                 *         "given": "芳",
                 *         "familyLatin": "WANG",
                 *         "givenLatin": "FANG"
                 *       },
                 *       "birthDate": "2019-08-01",
                 *       "document": {
                 *         "type": "passport",
                 *         "state": "CN",
                 *         "number": "E12345678"
                 *       },
                 *       "issuer": "https://sign-in.example",
                 *       "subject": "wang-fang"
                 *     }
                 */
                readonly "application/json": components["schemas"]["AccountLinkBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "received"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AccountLinkTakenAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description birth-date, document, idempotency-key-reused, name */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "birth-date" | "document" | "idempotency-key-reused" | "name";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryAppointments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "issuer": "https://sign-in.example",
                 *       "subject": "nurse-zhou",
                 *       "role": "clinic",
                 *       "institution": "haidian-clinic",
                 *       "days": 90
                 *     }
                 */
                readonly "application/json": components["schemas"]["AppointmentBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "role": "clinic",
                     *       "institution": "haidian-clinic",
                     *       "from": "2026-11-23T08:00:00.000Z",
                     *       "until": "2027-02-21T08:00:00.000Z"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["AppointedAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description conflict-of-interest */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "conflict-of-interest";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description appointment-length, idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "appointment-length" | "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryClaimsIdClosing: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A claim of guardianship.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "unreadable"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ClosingBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claim": "0f8fad5bd9cb469fa16570867728950e"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ClaimHandledAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description conflict-of-interest, deal-lapsed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "conflict-of-interest" | "deal-lapsed";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryClaimsIdCountersignature: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A claim of guardianship.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claim": "0f8fad5bd9cb469fa16570867728950e"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ClaimHandledAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, malformed, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "malformed" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description claim-not-proposed, conflict-of-interest, deal-lapsed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "claim-not-proposed" | "conflict-of-interest" | "deal-lapsed";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryClaimsIdProposal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A claim of guardianship.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "scope": "results",
                 *       "reviewAt": "2029-11-23T08:00:00.000Z",
                 *       "until": "2030-11-23T08:00:00.000Z"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ProposalBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claim": "0f8fad5bd9cb469fa16570867728950e"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["ClaimHandledAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description claim-already-proposed, conflict-of-interest, deal-lapsed */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "claim-already-proposed" | "conflict-of-interest" | "deal-lapsed";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description ground-unfit, idempotency-key-reused, window */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "ground-unfit" | "idempotency-key-reused" | "window";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryClaimsNext: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "paper": {
                     *         "claim": "0f8fad5bd9cb469fa16570867728950e",
                     *         "stage": "proposed",
                     *         "dealtUntil": "2026-11-23T08:00:00.000Z",
                     *         "claimant": {
                     *           "family": "王",
                     *           "given": "芳",
                     *           "familyLatin": "WANG",
                     *           "givenLatin": "FANG"
                     *         },
                     *         "claimed": {
                     *           "name": {
                     *             "family": "王",
                     *             "given": "芳",
                     *             "familyLatin": "WANG",
                     *             "givenLatin": "FANG"
                     *           },
                     *           "birthDate": "2019-08-01",
                     *           "document": {
                     *             "type": "passport",
                     *             "state": "CN",
                     *             "number": "E12345678"
                     *           },
                     *           "ground": "parent-of-minor",
                     *           "evidence": {
                     *             "type": "birth-certificate",
                     *             "authority": "Haidian Maternal and Child Health Hospital",
                     *             "number": "M110123456",
                     *             "sha256": "abababababababababababababababababababababababababababababababab"
                     *           }
                     *         },
                     *         "proposal": {
                     *           "scope": "results",
                     *           "reviewAt": "2029-11-23T08:00:00.000Z",
                     *           "until": null
                     *         }
                     *       }
                     *     }
                     */
                    readonly "application/json": components["schemas"]["NextClaimAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, malformed, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "malformed" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryEnrolments: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "name": {
                 *         "family": "王",
                 *         "given": "芳",
                 *         "familyLatin": "WANG",
                 *         "givenLatin": "FANG"
                 *       },
                 *       "birthDate": "2019-08-01",
                 *       "document": {
                 *         "type": "passport",
                 *         "state": "CN",
                 *         "number": "E12345678"
                 *       }
                 *     }
                 */
                readonly "application/json": components["schemas"]["PersonBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 202: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "codes": [
                     *         "w9Zr1mXh2sNQ0vTq",
                     *         "b4Yt8nKc6uPE3zLd"
                     *       ]
                     *     }
                     */
                    readonly "application/json": components["schemas"]["CardPrintedAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description birth-date, document, idempotency-key-reused, name */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "birth-date" | "document" | "idempotency-key-reused" | "name";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryGuardianshipsIdEnd: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A guardianship, by the id that a party brought to the counter.
                 * @example g_0f8fad5bd9cb469fa16570867728950e-1
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "A court order of 20 November was shown"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReasonBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "guardianship": "g_0f8fad5bd9cb469fa16570867728950e-1",
                     *       "state": "suspended"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GuardianshipHandledAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description conflict-of-interest */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "conflict-of-interest";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryGuardianshipsIdReinstatement: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A guardianship, by the id that a party brought to the counter.
                 * @example g_0f8fad5bd9cb469fa16570867728950e-1
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "A court order of 20 November was shown"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReasonBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "guardianship": "g_0f8fad5bd9cb469fa16570867728950e-1",
                     *       "state": "suspended"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GuardianshipHandledAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description conflict-of-interest, guardianship-ended */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "conflict-of-interest" | "guardianship-ended";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistryGuardianshipsIdSuspension: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A guardianship, by the id that a party brought to the counter.
                 * @example g_0f8fad5bd9cb469fa16570867728950e-1
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "A court order of 20 November was shown"
                 *     }
                 */
                readonly "application/json": components["schemas"]["ReasonBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "guardianship": "g_0f8fad5bd9cb469fa16570867728950e-1",
                     *       "state": "suspended"
                     *     }
                     */
                    readonly "application/json": components["schemas"]["GuardianshipHandledAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description conflict-of-interest */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "conflict-of-interest";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1RegistrySamplesIdRelease: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A sample, as its registration answered it.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody?: {
            readonly content: {
                /** @example {} */
                readonly "application/json": Record<string, never>;
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "registered",
                     *       "locked": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["BarcodeReleasedAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, malformed, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "malformed" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description conflict-of-interest */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "conflict-of-interest";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1ResultsIdCorrection: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A sample, as its registration answered it.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "test": "LP6464-4",
                 *       "result": "260373001",
                 *       "collectedAt": "2026-11-22T23:30:00.000Z",
                 *       "reportedAt": "2026-11-23T08:00:00.000Z",
                 *       "reason": "Two tubes were mixed up"
                 *     }
                 */
                readonly "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "reported",
                     *       "locked": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SampleStateAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description barcode-locked, conflict-of-interest, no-result */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "barcode-locked" | "conflict-of-interest" | "no-result";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused, time */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused" | "time";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1ResultsIdWithdrawal: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path: {
                /**
                 * @description A sample, as its registration answered it.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                readonly id: string;
            };
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "reason": "The tube was contaminated"
                 *     }
                 */
                readonly "application/json": components["schemas"]["WithdrawalBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "reported",
                     *       "locked": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SampleStateAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description not-found */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-found";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description conflict-of-interest, no-result */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "conflict-of-interest" | "no-result";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1ResultsImports: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: never;
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {"ci":"TUBE-1","tg":"840539006","tt":"LP6464-4","tr":"260415000","sc":"2026-11-22T23:30:00Z","dr":"2026-11-23T06:00:00Z","tc":"Haidian clinic"}
                 *     {"ci":"TUBE-2","tg":"840539006","tt":"LP6464-4","tr":"260373001","sc":"2026-11-22T23:35:00Z"}
                 */
                readonly "application/x-ndjson": string;
            };
        };
        readonly responses: {
            /** @description One line after the other; the schema is that of one. */
            readonly 200: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "line": 1,
                     *       "verdict": "recorded",
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e"
                     *     }
                     */
                    readonly "application/x-ndjson": components["schemas"]["RowVerdictAnswer"];
                };
            };
            /** @description unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
    readonly postV1Samples: {
        readonly parameters: {
            readonly query?: never;
            readonly header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                readonly "Idempotency-Key"?: string;
            };
            readonly path?: never;
            readonly cookie?: never;
        };
        readonly requestBody: {
            readonly content: {
                /**
                 * @example {
                 *       "code": "w9Zr1mXh2sNQ0vTq",
                 *       "barcode": "TUBE-1",
                 *       "collectedAt": "2026-11-22T23:30:00.000Z"
                 *     }
                 */
                readonly "application/json": components["schemas"]["SampleBody"];
            };
        };
        readonly responses: {
            /** @description The answer. */
            readonly 201: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *       "surname": "王",
                     *       "numberEnd": "2X",
                     *       "flagged": false
                     *     }
                     */
                    readonly "application/json": components["schemas"]["SampleShownAnswer"];
                };
            };
            /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
            readonly 400: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                    };
                };
            };
            /** @description token-invalid, token-missing */
            readonly 401: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "token-invalid" | "token-missing";
                    };
                };
            };
            /** @description not-permitted, step-up */
            readonly 403: {
                headers: {
                    readonly "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "not-permitted" | "step-up";
                    };
                };
            };
            /** @description code-expired */
            readonly 404: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "code-expired";
                    };
                };
            };
            /** @description request-timeout */
            readonly 408: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "request-timeout";
                    };
                };
            };
            /** @description barcode-taken, conflict-of-interest */
            readonly 409: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "barcode-taken" | "conflict-of-interest";
                    };
                };
            };
            /** @description body-too-large */
            readonly 413: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "body-too-large";
                    };
                };
            };
            /** @description uri-too-long */
            readonly 414: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "uri-too-long";
                    };
                };
            };
            /** @description unsupported-media-type */
            readonly 415: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "unsupported-media-type";
                    };
                };
            };
            /** @description idempotency-key-reused, time */
            readonly 422: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "idempotency-key-reused" | "time";
                    };
                };
            };
            /** @description internal */
            readonly 500: {
                headers: {
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "internal";
                    };
                };
            };
            /** @description busy */
            readonly 503: {
                headers: {
                    readonly "Retry-After": components["headers"]["Retry-After"];
                    readonly [name: string]: unknown;
                };
                content: {
                    readonly "application/problem+json": components["schemas"]["Problem"] & {
                        /** @enum {string} */
                        readonly code: "busy";
                    };
                };
            };
        };
    };
}

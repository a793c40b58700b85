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
    "/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The web pages; which of them is shown stands behind the #, and is never sent
         * @description For anyone.
         */
        get: operations["get/"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The description as a page, for people
         * @description For anyone.
         */
        get: operations["getDocs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the page is made of
         * @description For anyone.
         */
        get: operations["getDocsFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process is alive.
         * @description For anyone.
         */
        get: operations["getHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * This document.
         * @description For anyone.
         */
        get: operations["getOpenapiJson"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The store, the vault and the read models answer.
         * @description For anyone.
         */
        get: operations["getReady"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/bases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Replay one basis at a position or an instant
         * @description For staff on duty (auditor), assurance al2 or more.
         */
        get: operations["getV1AuditBasesId"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the log from a position on, one event a line, sealed fields shut
         * @description For staff on duty (auditor), assurance al2 or more.
         */
        get: operations["getV1AuditEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/subjects/{id}/access": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Replay who could look at a subject, who did and who was refused
         * @description For staff on duty (auditor), assurance al2 or more.
         */
        get: operations["getV1AuditSubjectsIdAccess"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/bases/{basis}/views": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * See somebody under a basis: it is in their log before you see it
         * @description For an enrolled citizen, assurance al2 or more.
         */
        post: operations["postV1BasesBasisViews"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clinics/me/quarantine": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Barcodes of yours that are locked: a row named somebody else, and none goes in until a registrar releases them
         * @description For staff on duty (clinic), assurance al2 or more.
         */
        get: operations["getV1ClinicsMeQuarantine"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent-codes/openings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Open a code that you were handed: see who asks, and for what
         * @description For an enrolled citizen, assurance al2 or more.
         */
        post: operations["postV1ConsentCodesOpenings"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consent-requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask to see somebody: you get a code to hand to them, and nobody is told anything
         * @description For an enrolled citizen, assurance al2 or more.
         */
        post: operations["postV1ConsentRequests"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say no to what was asked
         * @description For an enrolled citizen, assurance al2 or more.
         */
        post: operations["postV1ConsentsIdDecline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{id}/grant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Grant what was asked, or less
         * @description For an enrolled citizen, assurance al2 or more.
         */
        post: operations["postV1ConsentsIdGrant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{id}/relinquishment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up what you were granted
         * @description For an enrolled citizen, assurance al1 or more.
         */
        post: operations["postV1ConsentsIdRelinquishment"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/consents/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a grant back: once this is answered, no view that is asked for later is shown
         * @description For an enrolled citizen, assurance al1 or more.
         */
        post: operations["postV1ConsentsIdRevocation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol yourself with the identity that your issuer verified; GET /v1/me shows when it is done
         * @description For somebody signed in, assurance al1 or more.
         */
        post: operations["postV1Enrolments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/guardianships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Claim to be somebody’s guardian; every well-formed claim is answered alike
         * @description For an enrolled citizen, assurance al2 or more.
         */
        post: operations["postV1Guardianships"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Yourself, as little as it takes to know that it is you
         * @description For an enrolled citizen, assurance al1 or more.
         */
        get: operations["getV1Me"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/bases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who may look at you, and at whom you may look
         * @description For an enrolled citizen, assurance al1 or more.
         */
        get: operations["getV1MeBases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/code": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your code: the status that the rule gives now, the evidence it rests on, and its end
         * @description For an enrolled citizen, assurance al1 or more.
         */
        get: operations["getV1MeCode"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/disclosures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every view of you, every refused attempt, every act of staff
         * @description For an enrolled citizen, assurance al1 or more.
         */
        get: operations["getV1MeDisclosures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/duties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your own appointments in force
         * @description For somebody signed in, assurance al1 or more.
         */
        get: operations["getV1MeDuties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/guardianships": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What I claimed, and at whom I may look as a guardian
         * @description For an enrolled citizen, assurance al1 or more.
         */
        get: operations["getV1MeGuardianships"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your results, with the place that tested
         * @description For an enrolled citizen, assurance al1 or more.
         */
        get: operations["getV1MeResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sampling-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A code to show at a clinic, for one sample
         * @description For an enrolled citizen, assurance al1 or more.
         */
        post: operations["postV1MeSamplingCodes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/account-links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let an account speak for the person before you; whether it took, their own GET /v1/me shows
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        post: operations["postV1RegistryAccountLinks"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give an account a duty for at most 90 days
         * @description For staff on duty (registrar), assurance al3 or more.
         *
         *     `institution` is what a clinic or an office is called, for good: the same name is the same place. It is not 32 hexadecimal digits (`invalid-field`), which could be the id of another place. One that was called so before goes on until the appointments of its staff are over, and reports its samples by then: whoever is appointed there afterwards is appointed under another name, which makes it
         *     another place.
         */
        post: operations["postV1RegistryAppointments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/claims/{id}/closing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Close the claim I hold, for what its paper lacks
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        post: operations["postV1RegistryClaimsIdClosing"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/claims/{id}/countersignature": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Countersign what another office proposed; the answer doesn’t tell what came of it
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        post: operations["postV1RegistryClaimsIdCountersignature"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/claims/{id}/proposal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Propose that the claim I hold be confirmed
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        post: operations["postV1RegistryClaimsIdProposal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/claims/next": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The claim I hold, else the next one that waits; opening it is recorded
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        post: operations["postV1RegistryClaimsNext"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/enrolments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enrol the person before you and print their card; the answer is alike for new, known and mismatching people
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        post: operations["postV1RegistryEnrolments"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/guardianships/{id}/end": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a guardianship for good
         * @description For staff on duty (registrar), assurance al3 or more.
         */
        post: operations["postV1RegistryGuardianshipsIdEnd"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/guardianships/{id}/reinstatement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Lift a suspension
         * @description For staff on duty (registrar), assurance al3 or more.
         */
        post: operations["postV1RegistryGuardianshipsIdReinstatement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/guardianships/{id}/suspension": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stop a guardianship at once
         * @description For staff on duty (registrar), assurance al1 or more.
         */
        post: operations["postV1RegistryGuardianshipsIdSuspension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/registry/samples/{id}/release": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Let results for a locked barcode in again
         * @description For staff on duty (registrar), assurance al2 or more.
         */
        post: operations["postV1RegistrySamplesIdRelease"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/results/{id}/correction": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say what a result should have been
         * @description For staff on duty (clinic), assurance al2 or more.
         */
        post: operations["postV1ResultsIdCorrection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/results/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a result back
         * @description For staff on duty (clinic), assurance al2 or more.
         */
        post: operations["postV1ResultsIdWithdrawal"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/results/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send results, one a line; a verdict a line comes back, in order. Sent again, nothing is added
         * @description For staff on duty (clinic), assurance al2 or more.
         *
         *     A row is one test (fields of an EU DCC test entry, and `nam` and `dob` of its holder), at most 16 KiB: `tg`, `tt`, `sc`, `tr` and `ci` (the barcode) are required, empty is as good as missing. As NDJSON it is an object a line; empty lines are no rows. As CSV (RFC 4180, UTF-8) the first
         *     record names the columns, in any order: `tg`, `tt`, `sc`, `tr`, `ci` must be there, of the others any (`dob`, `nm`, `ma`, `dr`, `tc`, `co`, `is`, `source`, `nam.fn`, `nam.gn`, `nam.fnt`, `nam.gnt`); a record with another number of cells is judged `format`, and quotes that are not as they should be, or a record of over 64 KiB, end the import behind the rows before them.
         *     A byte order mark in front is passed over, and lines may end in CR LF. Either may be packed by gzip (one member, nothing behind it): what comes out may be at most 100 times what went in, beyond the first MiB.
         *
         *     Good rows of a bad file stay, whatever the answer comes to: a `4xx` may follow rows that were recorded. A body that cannot be read from some place on is refused (`4xx`) where no verdict was given yet. Else the verdicts up to there stand, the last line of the answer is a problem instead of a verdict, and the answer ends without its last
         *     chunk: an answer is whole only where it ended well and has a verdict for every row. After any other end send the same body again: nothing is recorded twice. Who sends is judged again with each page of rows: where the token or the appointment has ended meanwhile, the import ends alike
         *     (`token-invalid`, `not-permitted`), and what was recorded before stands. So many imports may be open at once, in all and of one account: beyond that it is `503 busy`. Verdicts come in pages, so read them while you send: a client that does not is not read from either.
         */
        post: operations["postV1ResultsImports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a barcode on the sample of the person whose code you scanned
         * @description For staff on duty (clinic), assurance al2 or more.
         */
        post: operations["postV1Samples"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/samples/by-barcode": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Find a tube of your clinic by its barcode, to correct or take back what it was reported with: nothing of the person, and no result
         * @description For staff on duty (clinic), assurance al2 or more.
         */
        post: operations["postV1SamplesByBarcode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sign-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where people sign in on the web pages
         * @description For anyone.
         */
        get: operations["getV1SignIn"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/web/{file}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the web pages are made of
         * @description For anyone.
         */
        get: operations["getWebFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessReportAnswer: {
            position: string;
            asOf: components["schemas"]["Instant"];
            changed: components["schemas"]["ChangedAnswer"][];
            could: components["schemas"]["CouldLookAnswer"][];
            did: components["schemas"]["DidLookAnswer"][];
            refused: components["schemas"]["WasRefusedAnswer"][];
        };
        AccountLinkBody: {
            issuer: string;
            subject: string;
            name: components["schemas"]["NameBody"];
            /** Format: date */
            birthDate: string;
            document: components["schemas"]["DocumentBody"];
        };
        AccountLinkTakenAnswer: {
            /** @enum {string} */
            state: "received";
        };
        AcrAnswer: {
            al1: string[];
            al2: string[];
            al3: string[];
        };
        AllowedTermsAnswer: {
            /** @enum {string} */
            scope: "status" | "results";
            purposes: ("FAMRQT" | "SUPNWK")[];
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            byAge: boolean;
        };
        AppointedAnswer: {
            /** @enum {string} */
            role: "clinic" | "registrar" | "auditor";
            institution: string;
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
        };
        AppointmentBody: {
            issuer: string;
            subject: string;
            /** @enum {string} */
            role: "clinic" | "registrar" | "auditor";
            institution: string;
            days: number;
        };
        BarcodeBody: {
            barcode: string;
        };
        BarcodeReleasedAnswer: {
            sample: string;
            /** @enum {string} */
            state: "registered" | "reported" | "withdrawn";
            locked: boolean;
        };
        BasesAnswer: {
            onMe: components["schemas"]["OnlookerAnswer"][];
            mine: components["schemas"]["OverlookedAnswer"][];
        };
        CardPrintedAnswer: {
            codes: string[];
        };
        ChangedAnswer: {
            position: string;
            type: string;
            basis: string;
            viewer: string;
            at: components["schemas"]["Instant"];
            terms: components["schemas"]["AllowedTermsAnswer"] | null;
        };
        ClaimBody: {
            /** @enum {string} */
            ground: "parent-of-minor" | "guardian-of-minor" | "court-appointed" | "deed-of-guardianship";
            evidence: components["schemas"]["EvidenceBody"];
            label?: string;
            name: components["schemas"]["NameBody"];
            /** Format: date */
            birthDate: string;
            document: components["schemas"]["DocumentBody"];
        };
        ClaimHandledAnswer: {
            claim: string;
        };
        ClaimPaperAnswer: {
            claim: string;
            /** @enum {string} */
            stage: "received" | "proposed";
            dealtUntil: components["schemas"]["Instant"];
            claimant: components["schemas"]["NameAnswer"];
            claimed: components["schemas"]["PaperDetailsAnswer"];
            proposal: components["schemas"]["PaperProposalAnswer"] | null;
        };
        ClaimReceivedAnswer: {
            claim: string;
            /** @enum {string} */
            state: "received";
        };
        ClosingBody: {
            /** @enum {string} */
            reason: "unreadable" | "expired" | "authority-unknown" | "not-confirmed";
        };
        CoGuardianAnswer: {
            name: components["schemas"]["NameAnswer"];
            from: components["schemas"]["Instant"];
        };
        CodeOpenedAnswer: {
            consent: string;
            viewer: components["schemas"]["NameAnswer"];
            /** @enum {string} */
            scope: "status" | "results";
            /** @enum {string} */
            purpose: "FAMRQT" | "SUPNWK";
            until: components["schemas"]["Instant"];
            words: string[];
            position: string;
        };
        CodeOpeningBody: {
            code: string;
        };
        ConsentAskedAnswer: {
            consent: string;
            code: string;
            words: string[];
            codeUntil: components["schemas"]["Instant"];
            position: string;
        };
        ConsentGrantedAnswer: {
            consent: string;
            /** @enum {string} */
            scope: "status" | "results";
            /** @enum {string} */
            purpose: "FAMRQT" | "SUPNWK";
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            position: string;
        };
        ConsentOverAnswer: {
            consent: string;
            /** @enum {string} */
            state: "declined" | "ended";
            position: string;
        };
        ConsentRequestBody: {
            label: string;
            /** @enum {string} */
            scope: "status" | "results";
            /** @enum {string} */
            purpose: "FAMRQT" | "SUPNWK";
            until: components["schemas"]["Instant"];
        };
        ConsentTermsBody: {
            /** @enum {string} */
            scope: "status" | "results";
            /** @enum {string} */
            purpose: "FAMRQT" | "SUPNWK";
            until: components["schemas"]["Instant"];
        };
        CorrectionBody: {
            /** @enum {string} */
            test: "LP6464-4" | "LP217198-3";
            /** @enum {string} */
            result: "260415000" | "260373001" | "419984006";
            collectedAt: components["schemas"]["Instant"];
            reportedAt: components["schemas"]["Instant"];
            reason: string;
        };
        CouldLookAnswer: {
            basis: string;
            viewer: string;
            subject: string;
            /** @enum {string} */
            scope: "status" | "results";
            purposes: ("FAMRQT" | "SUPNWK")[];
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            /** @enum {string} */
            answer: "yes" | "as-age-allows";
        };
        DidLookAnswer: {
            rule: string;
            /** @enum {string} */
            shown: "shown" | "withheld";
            position: string;
            basis: string;
            viewer: string;
            /** @enum {string} */
            scope: "status" | "results";
            /** @enum {string} */
            purpose: "FAMRQT" | "SUPNWK";
            at: components["schemas"]["Instant"];
        };
        DisclosureAnswer: {
            /** @enum {string} */
            kind: "view" | "refusal" | "staff";
            at: components["schemas"]["Instant"];
            disclosure?: string;
            basis?: string;
            /** @enum {string} */
            scope?: "status" | "results";
            /** @enum {string} */
            purpose?: "FAMRQT" | "SUPNWK";
            rule?: string;
            viewer?: components["schemas"]["NameAnswer"] | null;
            pseudonym?: string | null;
            act?: string;
            institutions?: string[];
            repeats?: components["schemas"]["RepeatAnswer"][];
        };
        DisclosuresAnswer: {
            entries: components["schemas"]["DisclosureAnswer"][];
            next: string | null;
        };
        DocumentAnswer: {
            /** @enum {string} */
            type: "resident-id" | "passport" | "permit";
            state: string;
            number: string;
        };
        DocumentBody: {
            /** @enum {string} */
            type: "resident-id" | "passport" | "permit";
            state: string;
            number: string;
        };
        DutiesAnswer: {
            duties: components["schemas"]["DutyAnswer"][];
        };
        DutyAnswer: {
            /** @enum {string} */
            role: "clinic" | "registrar" | "auditor";
            institution: string;
            until: components["schemas"]["Instant"];
        };
        EnrolmentTakenAnswer: {
            /** @enum {string} */
            state: "received";
        };
        EvidenceAnswer: {
            test: string;
            result: string;
            collectedAt: components["schemas"]["Instant"];
        };
        EvidenceBody: {
            type: string;
            authority: string;
            number: string;
            sha256: string;
        };
        GuardianshipHandledAnswer: {
            guardianship: string;
            /** @enum {string} */
            state: "live" | "suspended" | "ended";
        };
        /**
         * Format: date-time
         * @description RFC 3339 with a zone, in upper case.
         */
        Instant: string;
        LockedAnswer: {
            sample: string;
            barcode: string | null;
            since: components["schemas"]["Instant"];
        };
        MyClaimAnswer: {
            claim: string;
            /** @enum {string} */
            state: "received" | "confirmed" | "closed";
            receivedAt: components["schemas"]["Instant"];
            /** @enum {string|null} */
            reason: "unreadable" | "expired" | "authority-unknown" | "not-confirmed" | null;
            label: string | null;
        };
        MyGuardianshipAnswer: {
            basis: string;
            claim: string;
            /** @enum {string} */
            scope: "status" | "results";
            purposes: ("FAMRQT" | "SUPNWK")[];
            from: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"];
            label: string | null;
            others: components["schemas"]["CoGuardianAnswer"][];
        };
        MyGuardianshipsAnswer: {
            claims: components["schemas"]["MyClaimAnswer"][];
            guardianships: components["schemas"]["MyGuardianshipAnswer"][];
        };
        NameAnswer: {
            family: string | null;
            given: string;
            familyLatin: string | null;
            givenLatin: string | null;
        };
        NameBody: {
            family?: string | null;
            given: string;
            familyLatin?: string | null;
            givenLatin?: string | null;
        };
        NextClaimAnswer: {
            paper: components["schemas"]["ClaimPaperAnswer"] | null;
        };
        OnlookerAnswer: {
            viewer: components["schemas"]["NameAnswer"] | null;
            /** @enum {string} */
            state: "opened" | "live" | "suspended" | "ended" | "declined";
            basis: string;
            /** @enum {string} */
            kind: "consent" | "guardianship";
            /** @enum {string} */
            scope: "status" | "results";
            purposes: ("FAMRQT" | "SUPNWK")[];
            from: components["schemas"]["Instant"] | null;
            until: components["schemas"]["Instant"] | null;
        };
        OpenApiAnswer: {
            openapi: string;
            info: {
                [key: string]: unknown;
            };
            servers: {
                [key: string]: unknown;
            }[];
            tags: {
                [key: string]: unknown;
            }[];
            paths: {
                [key: string]: unknown;
            };
            components: {
                [key: string]: unknown;
            };
        };
        OtherViewAnswer: {
            disclosure: string;
            viewer: components["schemas"]["NameAnswer"];
            label: string | null;
            surname: string;
            /** @enum {string} */
            status: "clear" | "retest" | "positive" | "no-current-result";
            rule: string;
            /** Format: date */
            asOf: string;
            validUntil?: components["schemas"]["Instant"] | null;
            results?: components["schemas"]["ShownResultAnswer"][];
        };
        OverlookedAnswer: {
            label: string | null;
            /** @enum {string} */
            state: "asked" | "granted";
            basis: string;
            /** @enum {string} */
            kind: "consent" | "guardianship";
            /** @enum {string} */
            scope: "status" | "results";
            purposes: ("FAMRQT" | "SUPNWK")[];
            from: components["schemas"]["Instant"] | null;
            until: components["schemas"]["Instant"] | null;
        };
        OwnCodeAnswer: {
            asOf: components["schemas"]["Instant"];
            rule: string;
            /** @enum {string} */
            status: "clear" | "retest" | "positive" | "no-current-result";
            since: components["schemas"]["Instant"] | null;
            validUntil: components["schemas"]["Instant"] | null;
            evidence: components["schemas"]["EvidenceAnswer"] | null;
        };
        OwnResultAnswer: {
            sample: string;
            test: string;
            testName: string | null;
            result: string;
            collectedAt: components["schemas"]["Instant"];
            reportedAt: components["schemas"]["Instant"];
            centre: string | null;
            corrected: boolean;
        };
        OwnResultsAnswer: {
            results: components["schemas"]["OwnResultAnswer"][];
        };
        PaperDetailsAnswer: {
            name: components["schemas"]["NameAnswer"];
            /** Format: date */
            birthDate: string;
            document: components["schemas"]["DocumentAnswer"];
            /** @enum {string} */
            ground: "parent-of-minor" | "guardian-of-minor" | "court-appointed" | "deed-of-guardianship";
            evidence: components["schemas"]["PaperEvidenceAnswer"];
        };
        PaperEvidenceAnswer: {
            type: string;
            authority: string;
            number: string;
            sha256: string;
        };
        PaperProposalAnswer: {
            /** @enum {string} */
            scope: "status" | "results";
            reviewAt: components["schemas"]["Instant"];
            until: components["schemas"]["Instant"] | null;
        };
        PersonBody: {
            name: components["schemas"]["NameBody"];
            /** Format: date */
            birthDate: string;
            document: components["schemas"]["DocumentBody"];
        };
        ProposalBody: {
            /** @enum {string} */
            scope?: "status" | "results";
            reviewAt: components["schemas"]["Instant"];
            until?: components["schemas"]["Instant"];
        };
        QuarantineAnswer: {
            locked: components["schemas"]["LockedAnswer"][];
            next: string | null;
        };
        ReasonBody: {
            reason: string;
        };
        RepeatAnswer: {
            at: components["schemas"]["Instant"];
            disclosure?: string;
        };
        RowVerdictAnswer: {
            line: number;
            /** @enum {string} */
            verdict: "recorded" | "already-recorded" | "conflict" | "format" | "test-type" | "disease" | "result" | "time" | "barcode" | "identity" | "busy";
            sample?: string;
        };
        SampleBody: {
            code: string;
            barcode: string;
            collectedAt?: components["schemas"]["Instant"];
        };
        SampleShownAnswer: {
            sample: string;
            surname: string;
            numberEnd: string;
            flagged: boolean;
        };
        SampleStateAnswer: {
            sample: string;
            /** @enum {string} */
            state: "registered" | "reported" | "withdrawn";
            locked: boolean;
        };
        SamplingCodeAnswer: {
            code: string;
            until: components["schemas"]["Instant"];
        };
        SelfViewAnswer: {
            surname: string;
            numberEnd: string;
            phoneEnds: string | null;
        };
        ShownResultAnswer: {
            test: string;
            result: string;
            collectedAt: components["schemas"]["Instant"];
            reportedAt: components["schemas"]["Instant"];
            institution?: string;
        };
        ShutEventAnswer: {
            position: string;
            stream: string;
            revision: string;
            id: string;
            type: string;
            version: number;
            data: {
                [key: string]: unknown;
            };
        };
        SignInAnswer: {
            issuer: string;
            clientId: string;
            scope: string;
            resource: string | null;
            authorization: string;
            token: string;
            endSession: string | null;
            acr: components["schemas"]["AcrAnswer"];
        };
        StateAnswer: {
            /** @enum {string} */
            state: "ok";
        };
        ViewBody: {
            /** @enum {string} */
            scope: "status" | "results";
            /** @enum {string} */
            purpose: "FAMRQT" | "SUPNWK";
        };
        WasRefusedAnswer: {
            position: string;
            basis: string;
            viewer: string;
            /** @enum {string} */
            scope: "status" | "results";
            /** @enum {string} */
            purpose: "FAMRQT" | "SUPNWK";
            at: components["schemas"]["Instant"];
        };
        WithdrawalBody: {
            reason: string;
        };
        /** @description RFC 9457. `field` names what is wrong, never its value. */
        Problem: {
            type: string;
            title: string;
            status: number;
            /** @enum {string} */
            code: "token-missing" | "token-invalid" | "idempotency-key-missing" | "idempotency-key-malformed" | "malformed" | "duplicate-key" | "unknown-field" | "missing-field" | "invalid-field" | "body-too-large" | "packed-too-tightly" | "unpackable" | "uri-too-long" | "unsupported-media-type" | "request-timeout" | "internal" | "not-found" | "not-enrolled" | "step-up" | "not-permitted" | "idempotency-key-reused" | "busy" | "read-models-behind" | "code-expired" | "window" | "purpose" | "too-many-consents" | "wider-than-asked" | "under-age" | "consent-not-open" | "consent-not-live" | "outside-grant" | "cursor" | "name" | "document" | "birth-date" | "identity-unverified" | "conflict-of-interest" | "appointment-length" | "not-appointed" | "deal-lapsed" | "claim-not-proposed" | "claim-already-proposed" | "ground-unfit" | "guardianship-ended" | "barcode-taken" | "barcode-locked" | "no-result" | "test-type" | "disease" | "result" | "time";
            field?: string;
            /**
             * @description With `step-up`: the assurance that is asked for.
             * @enum {string}
             */
            level?: "al1" | "al2" | "al3";
            /** @description With `outside-grant`: what was granted to you. */
            grant?: Record<string, never>;
        };
    };
    responses: {
        /** @description appointment-length, idempotency-key-reused */
        "appointment-length.idempotency-key-reused": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "appointment-length" | "idempotency-key-reused";
                };
            };
        };
        /** @description barcode-locked, conflict-of-interest, no-result */
        "barcode-locked.conflict-of-interest.no-result": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "barcode-locked" | "conflict-of-interest" | "no-result";
                };
            };
        };
        /** @description barcode-taken, conflict-of-interest */
        "barcode-taken.conflict-of-interest": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "barcode-taken" | "conflict-of-interest";
                };
            };
        };
        /** @description birth-date, document, idempotency-key-reused, name */
        "birth-date.document.idempotency-key-reused.name": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "birth-date" | "document" | "idempotency-key-reused" | "name";
                };
            };
        };
        /** @description body-too-large */
        "body-too-large": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "body-too-large";
                };
            };
        };
        /** @description body-too-large, packed-too-tightly */
        "body-too-large.packed-too-tightly": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "body-too-large" | "packed-too-tightly";
                };
            };
        };
        /** @description busy */
        busy: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "busy";
                };
            };
        };
        /** @description busy, read-models-behind */
        "busy.read-models-behind": {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "busy" | "read-models-behind";
                };
            };
        };
        /** @description claim-already-proposed, conflict-of-interest, deal-lapsed */
        "claim-already-proposed.conflict-of-interest.deal-lapsed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "claim-already-proposed" | "conflict-of-interest" | "deal-lapsed";
                };
            };
        };
        /** @description claim-not-proposed, conflict-of-interest, deal-lapsed */
        "claim-not-proposed.conflict-of-interest.deal-lapsed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "claim-not-proposed" | "conflict-of-interest" | "deal-lapsed";
                };
            };
        };
        /** @description code-expired */
        "code-expired": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "code-expired";
                };
            };
        };
        /** @description code-expired, not-enrolled */
        "code-expired.not-enrolled": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "code-expired" | "not-enrolled";
                };
            };
        };
        /** @description conflict-of-interest */
        "conflict-of-interest": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "conflict-of-interest";
                };
            };
        };
        /** @description conflict-of-interest, deal-lapsed */
        "conflict-of-interest.deal-lapsed": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "conflict-of-interest" | "deal-lapsed";
                };
            };
        };
        /** @description conflict-of-interest, guardianship-ended */
        "conflict-of-interest.guardianship-ended": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "conflict-of-interest" | "guardianship-ended";
                };
            };
        };
        /** @description conflict-of-interest, no-result */
        "conflict-of-interest.no-result": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "conflict-of-interest" | "no-result";
                };
            };
        };
        /** @description consent-not-live */
        "consent-not-live": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "consent-not-live";
                };
            };
        };
        /** @description consent-not-open */
        "consent-not-open": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "consent-not-open";
                };
            };
        };
        /** @description cursor, invalid-field, malformed, unknown-field */
        "cursor.invalid-field.malformed.unknown-field": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "cursor" | "invalid-field" | "malformed" | "unknown-field";
                };
            };
        };
        /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, invalid-field, malformed, missing-field, unknown-field */
        "duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                };
            };
        };
        /** @description duplicate-key, idempotency-key-malformed, idempotency-key-missing, malformed, unknown-field */
        "duplicate-key.idempotency-key-malformed.idempotency-key-missing.malformed.unknown-field": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "duplicate-key" | "idempotency-key-malformed" | "idempotency-key-missing" | "malformed" | "unknown-field";
                };
            };
        };
        /** @description duplicate-key, invalid-field, malformed, missing-field, unknown-field */
        "duplicate-key.invalid-field.malformed.missing-field.unknown-field": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "duplicate-key" | "invalid-field" | "malformed" | "missing-field" | "unknown-field";
                };
            };
        };
        /** @description duplicate-key, malformed, missing-field, unknown-field, unpackable */
        "duplicate-key.malformed.missing-field.unknown-field.unpackable": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "duplicate-key" | "malformed" | "missing-field" | "unknown-field" | "unpackable";
                };
            };
        };
        /** @description ground-unfit, idempotency-key-reused, window */
        "ground-unfit.idempotency-key-reused.window": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "ground-unfit" | "idempotency-key-reused" | "window";
                };
            };
        };
        /** @description idempotency-key-reused */
        "idempotency-key-reused": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency-key-reused";
                };
            };
        };
        /** @description idempotency-key-reused, identity-unverified */
        "idempotency-key-reused.identity-unverified": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency-key-reused" | "identity-unverified";
                };
            };
        };
        /** @description idempotency-key-reused, purpose, wider-than-asked, window */
        "idempotency-key-reused.purpose.wider-than-asked.window": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency-key-reused" | "purpose" | "wider-than-asked" | "window";
                };
            };
        };
        /** @description idempotency-key-reused, purpose, window */
        "idempotency-key-reused.purpose.window": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency-key-reused" | "purpose" | "window";
                };
            };
        };
        /** @description idempotency-key-reused, time */
        "idempotency-key-reused.time": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "idempotency-key-reused" | "time";
                };
            };
        };
        /** @description internal */
        internal: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "internal";
                };
            };
        };
        /** @description invalid-field, malformed, unknown-field */
        "invalid-field.malformed.unknown-field": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "invalid-field" | "malformed" | "unknown-field";
                };
            };
        };
        /** @description malformed, unknown-field */
        "malformed.unknown-field": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "malformed" | "unknown-field";
                };
            };
        };
        /** @description not-enrolled */
        "not-enrolled": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not-enrolled";
                };
            };
        };
        /** @description not-enrolled, not-found */
        "not-enrolled.not-found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not-enrolled" | "not-found";
                };
            };
        };
        /** @description not-found */
        "not-found": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not-found";
                };
            };
        };
        /** @description not-permitted, step-up */
        "not-permitted.step-up": {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "not-permitted" | "step-up";
                };
            };
        };
        /** @description outside-grant, step-up */
        "outside-grant.step-up": {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "outside-grant" | "step-up";
                };
            };
        };
        /** @description request-timeout */
        "request-timeout": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "request-timeout";
                };
            };
        };
        /** @description step-up */
        "step-up": {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "step-up";
                };
            };
        };
        /** @description step-up, under-age */
        "step-up.under-age": {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "step-up" | "under-age";
                };
            };
        };
        /** @description token-invalid, token-missing */
        "token-invalid.token-missing": {
            headers: {
                "WWW-Authenticate": components["headers"]["WWW-Authenticate"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "token-invalid" | "token-missing";
                };
            };
        };
        /** @description too-many-consents */
        "too-many-consents": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "too-many-consents";
                };
            };
        };
        /** @description unsupported-media-type */
        "unsupported-media-type": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "unsupported-media-type";
                };
            };
        };
        /** @description uri-too-long */
        "uri-too-long": {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"] & {
                    /** @enum {string} */
                    code: "uri-too-long";
                };
            };
        };
    };
    parameters: never;
    requestBodies: never;
    headers: {
        /**
         * @description RFC 6750; with `step-up`, RFC 9470: `acr_values` names the assurance that is asked for.
         * @example Bearer error="invalid_token"
         */
        "WWW-Authenticate": string;
        /**
         * @description Seconds after which to ask again.
         * @example 1
         */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    "get/": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html> */
                    "text/html": string;
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            404: components["responses"]["not-found"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getDocs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example <!doctype html> */
                    "text/html": string;
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getDocsFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description One of the files that the page asks for.
                 * @example swagger-ui.css
                 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example body {} */
                    "text/css": string;
                    /** @example 0; */
                    "text/javascript": string;
                    /** @example  */
                    "image/png": string;
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            404: components["responses"]["not-found"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getHealth: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["StateAnswer"];
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getOpenapiJson: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OpenApiAnswer"];
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getReady: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "ok"
                     *     }
                     */
                    "application/json": components["schemas"]["StateAnswer"];
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getV1AuditBasesId: {
        parameters: {
            query?: {
                /**
                 * @description A position of the log, in digits, or an RFC 3339 instant with a zone: the log up to the first event that was recorded later. Now where it is left out.
                 * @example 2026-11-23T08:00:00.000Z
                 */
                at?: string;
            };
            header?: never;
            path: {
                /**
                 * @description What a view stands on: a consent (`c_`) or a guardianship (`g_`).
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": "12",
                     *       "asOf": "2026-11-23T08:00:00.000Z",
                     *       "changed": [
                     *         {
                     *           "position": "11",
                     *           "type": "ConsentGranted",
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "viewer": "7c9e6679742540de944be07fc1f90ae7",
                     *           "at": "2026-11-23T08:00:00.000Z",
                     *           "terms": {
                     *             "scope": "results",
                     *             "purposes": [
                     *               "FAMRQT"
                     *             ],
                     *             "from": "2026-11-23T08:00:00.000Z",
                     *             "until": "2026-12-23T08:00:00.000Z",
                     *             "byAge": false
                     *           }
                     *         }
                     *       ],
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
                    "application/json": components["schemas"]["AccessReportAnswer"];
                };
            };
            400: components["responses"]["invalid-field.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            409: components["responses"]["conflict-of-interest"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    getV1AuditEvents: {
        parameters: {
            query?: {
                /**
                 * @description A position of the log: events after it. From the beginning where it is left out.
                 * @example 0
                 */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One line after the other; the schema is that of one. The last may be a `Problem` instead (its `type` begins with `urn:xinma:problem:`), where what follows could not be answered any more; such an answer also ends without its last chunk. */
            200: {
                headers: {
                    [name: string]: unknown;
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
                    "application/x-ndjson": components["schemas"]["ShutEventAnswer"];
                };
            };
            400: components["responses"]["invalid-field.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getV1AuditSubjectsIdAccess: {
        parameters: {
            query?: {
                /**
                 * @description A position of the log, in digits, or an RFC 3339 instant with a zone: the log up to the first event that was recorded later. Now where it is left out.
                 * @example 2026-11-23T08:00:00.000Z
                 */
                at?: string;
            };
            header?: never;
            path: {
                /**
                 * @description A person, as the log names them.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "position": "12",
                     *       "asOf": "2026-11-23T08:00:00.000Z",
                     *       "changed": [
                     *         {
                     *           "position": "11",
                     *           "type": "ConsentGranted",
                     *           "basis": "c_0f8fad5bd9cb469fa16570867728950e",
                     *           "viewer": "7c9e6679742540de944be07fc1f90ae7",
                     *           "at": "2026-11-23T08:00:00.000Z",
                     *           "terms": {
                     *             "scope": "results",
                     *             "purposes": [
                     *               "FAMRQT"
                     *             ],
                     *             "from": "2026-11-23T08:00:00.000Z",
                     *             "until": "2026-12-23T08:00:00.000Z",
                     *             "byAge": false
                     *           }
                     *         }
                     *       ],
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
                    "application/json": components["schemas"]["AccessReportAnswer"];
                };
            };
            400: components["responses"]["invalid-field.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            409: components["responses"]["conflict-of-interest"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1BasesBasisViews: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description What a view stands on: a consent (`c_`) or a guardianship (`g_`).
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                basis: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scope": "results",
                 *       "purpose": "FAMRQT"
                 *     }
                 */
                "application/json": components["schemas"]["ViewBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "disclosure": "K7QF-2M9D",
                     *       "viewer": {
                     *         "family": "王",
                     *         "given": "芳",
                     *         "familyLatin": "WANG",
                     *         "givenLatin": "FANG"
                     *       },
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
                    "application/json": components["schemas"]["OtherViewAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["outside-grant.step-up"];
            404: components["responses"]["not-enrolled.not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    getV1ClinicsMeQuarantine: {
        parameters: {
            query?: {
                /**
                 * @description The `next` of the page before.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                before?: string;
                /**
                 * @description Barcodes a page, 1 to 100; 50 where it is left out.
                 * @example 50
                 */
                limit?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "locked": [
                     *         {
                     *           "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *           "barcode": "TUBE-1",
                     *           "since": "2026-11-23T08:00:00.000Z"
                     *         }
                     *       ],
                     *       "next": null
                     *     }
                     */
                    "application/json": components["schemas"]["QuarantineAnswer"];
                };
            };
            400: components["responses"]["cursor.invalid-field.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1ConsentCodesOpenings: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "w9Zr1mXh2sNQ0vTq"
                 *     }
                 */
                "application/json": components["schemas"]["CodeOpeningBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["CodeOpenedAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["code-expired.not-enrolled"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    postV1ConsentRequests: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scope": "results",
                 *       "purpose": "FAMRQT",
                 *       "until": "2026-12-23T08:00:00.000Z",
                 *       "label": "Mum"
                 *     }
                 */
                "application/json": components["schemas"]["ConsentRequestBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["ConsentAskedAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["too-many-consents"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused.purpose.window"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1ConsentsIdDecline: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A consent.
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "ended",
                     *       "position": "Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd"
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentOverAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled.not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["consent-not-open"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    postV1ConsentsIdGrant: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A consent.
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scope": "results",
                 *       "purpose": "FAMRQT",
                 *       "until": "2026-12-23T08:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["ConsentTermsBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["ConsentGrantedAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up.under-age"];
            404: components["responses"]["not-enrolled.not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["consent-not-open"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused.purpose.wider-than-asked.window"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    postV1ConsentsIdRelinquishment: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A consent.
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "ended",
                     *       "position": "Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd"
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentOverAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled.not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["consent-not-live"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    postV1ConsentsIdRevocation: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A consent.
                 * @example c_0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "consent": "c_0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "ended",
                     *       "position": "Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd"
                     *     }
                     */
                    "application/json": components["schemas"]["ConsentOverAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled.not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["consent-not-live"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    postV1Enrolments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "received"
                     *     }
                     */
                    "application/json": components["schemas"]["EnrolmentTakenAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused.identity-unverified"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    postV1Guardianships: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                 *       },
                 *       "label": "My little one"
                 *     }
                 */
                "application/json": components["schemas"]["ClaimBody"];
            };
        };
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claim": "0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "received"
                     *     }
                     */
                    "application/json": components["schemas"]["ClaimReceivedAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["birth-date.document.idempotency-key-reused.name"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getV1Me: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "surname": "王",
                     *       "numberEnd": "2X",
                     *       "phoneEnds": "138…678"
                     *     }
                     */
                    "application/json": components["schemas"]["SelfViewAnswer"];
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getV1MeBases: {
        parameters: {
            query?: {
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                "at-least"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["BasesAnswer"];
                };
            };
            400: components["responses"]["cursor.invalid-field.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    getV1MeCode: {
        parameters: {
            query?: {
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                "at-least"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OwnCodeAnswer"];
                };
            };
            400: components["responses"]["cursor.invalid-field.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    getV1MeDisclosures: {
        parameters: {
            query?: {
                /**
                 * @description The `next` of the page before.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                before?: string;
                /**
                 * @description Entries a page, 1 to 100; 50 where it is left out.
                 * @example 50
                 */
                limit?: string;
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                "at-least"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["DisclosuresAnswer"];
                };
            };
            400: components["responses"]["cursor.invalid-field.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    getV1MeDuties: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "duties": [
                     *         {
                     *           "role": "clinic",
                     *           "institution": "haidian-clinic",
                     *           "until": "2027-02-21T08:00:00.000Z"
                     *         }
                     *       ]
                     *     }
                     */
                    "application/json": components["schemas"]["DutiesAnswer"];
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getV1MeGuardianships: {
        parameters: {
            query?: {
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                "at-least"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claims": [
                     *         {
                     *           "claim": "0f8fad5bd9cb469fa16570867728950e",
                     *           "state": "confirmed",
                     *           "receivedAt": "2026-11-23T08:00:00.000Z",
                     *           "reason": null,
                     *           "label": "My little one"
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
                     *           "label": "My little one",
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
                    "application/json": components["schemas"]["MyGuardianshipsAnswer"];
                };
            };
            400: components["responses"]["cursor.invalid-field.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    getV1MeResults: {
        parameters: {
            query?: {
                /**
                 * @description A `position` that a command answered to this account: what is read is not older.
                 * @example Zk3vQ9dW1xTn5uRb7cJh2yLp8sAe4mGf6oKi0tVwXqNzYrBd
                 */
                "at-least"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["OwnResultsAnswer"];
                };
            };
            400: components["responses"]["cursor.invalid-field.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1MeSamplingCodes: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "code": "w9Zr1mXh2sNQ0vTq",
                     *       "until": "2026-11-23T08:00:00.000Z"
                     *     }
                     */
                    "application/json": components["schemas"]["SamplingCodeAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["step-up"];
            404: components["responses"]["not-enrolled"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    postV1RegistryAccountLinks: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["AccountLinkBody"];
            };
        };
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "state": "received"
                     *     }
                     */
                    "application/json": components["schemas"]["AccountLinkTakenAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["birth-date.document.idempotency-key-reused.name"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistryAppointments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "issuer": "https://sign-in.example",
                 *       "subject": "nurse-zhou",
                 *       "role": "clinic",
                 *       "institution": "haidian-clinic",
                 *       "days": 90
                 *     }
                 */
                "application/json": components["schemas"]["AppointmentBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["AppointedAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["conflict-of-interest"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["appointment-length.idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistryClaimsIdClosing: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A claim of guardianship.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "unreadable"
                 *     }
                 */
                "application/json": components["schemas"]["ClosingBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claim": "0f8fad5bd9cb469fa16570867728950e"
                     *     }
                     */
                    "application/json": components["schemas"]["ClaimHandledAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["conflict-of-interest.deal-lapsed"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistryClaimsIdCountersignature: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A claim of guardianship.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claim": "0f8fad5bd9cb469fa16570867728950e"
                     *     }
                     */
                    "application/json": components["schemas"]["ClaimHandledAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["claim-not-proposed.conflict-of-interest.deal-lapsed"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistryClaimsIdProposal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A claim of guardianship.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "scope": "results",
                 *       "reviewAt": "2029-11-23T08:00:00.000Z",
                 *       "until": "2030-11-23T08:00:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["ProposalBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "claim": "0f8fad5bd9cb469fa16570867728950e"
                     *     }
                     */
                    "application/json": components["schemas"]["ClaimHandledAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["claim-already-proposed.conflict-of-interest.deal-lapsed"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["ground-unfit.idempotency-key-reused.window"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistryClaimsNext: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["NextClaimAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistryEnrolments: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
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
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description The answer. */
            202: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["CardPrintedAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["birth-date.document.idempotency-key-reused.name"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistryGuardianshipsIdEnd: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A guardianship, by the id that a party brought to the counter.
                 * @example g_0f8fad5bd9cb469fa16570867728950e-1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "A court order of 20 November was shown"
                 *     }
                 */
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "guardianship": "g_0f8fad5bd9cb469fa16570867728950e-1",
                     *       "state": "suspended"
                     *     }
                     */
                    "application/json": components["schemas"]["GuardianshipHandledAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["conflict-of-interest"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistryGuardianshipsIdReinstatement: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A guardianship, by the id that a party brought to the counter.
                 * @example g_0f8fad5bd9cb469fa16570867728950e-1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "A court order of 20 November was shown"
                 *     }
                 */
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "guardianship": "g_0f8fad5bd9cb469fa16570867728950e-1",
                     *       "state": "suspended"
                     *     }
                     */
                    "application/json": components["schemas"]["GuardianshipHandledAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["conflict-of-interest.guardianship-ended"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistryGuardianshipsIdSuspension: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A guardianship, by the id that a party brought to the counter.
                 * @example g_0f8fad5bd9cb469fa16570867728950e-1
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "A court order of 20 November was shown"
                 *     }
                 */
                "application/json": components["schemas"]["ReasonBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "guardianship": "g_0f8fad5bd9cb469fa16570867728950e-1",
                     *       "state": "suspended"
                     *     }
                     */
                    "application/json": components["schemas"]["GuardianshipHandledAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["conflict-of-interest"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1RegistrySamplesIdRelease: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A sample, as its registration answered it.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                /** @example {} */
                "application/json": Record<string, never>;
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "registered",
                     *       "locked": false
                     *     }
                     */
                    "application/json": components["schemas"]["BarcodeReleasedAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.malformed.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["conflict-of-interest"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1ResultsIdCorrection: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A sample, as its registration answered it.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "test": "LP6464-4",
                 *       "result": "260373001",
                 *       "collectedAt": "2026-11-22T23:30:00.000Z",
                 *       "reportedAt": "2026-11-23T08:00:00.000Z",
                 *       "reason": "Two tubes were mixed up"
                 *     }
                 */
                "application/json": components["schemas"]["CorrectionBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "reported",
                     *       "locked": false
                     *     }
                     */
                    "application/json": components["schemas"]["SampleStateAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["barcode-locked.conflict-of-interest.no-result"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused.time"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1ResultsIdWithdrawal: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path: {
                /**
                 * @description A sample, as its registration answered it.
                 * @example 0f8fad5bd9cb469fa16570867728950e
                 */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "reason": "The tube was contaminated"
                 *     }
                 */
                "application/json": components["schemas"]["WithdrawalBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "reported",
                     *       "locked": false
                     *     }
                     */
                    "application/json": components["schemas"]["SampleStateAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["conflict-of-interest.no-result"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1ResultsImports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {"ci":"TUBE-1","tg":"840539006","tt":"LP6464-4","tr":"260415000","sc":"2026-11-22T23:30:00Z","dr":"2026-11-23T06:00:00Z","tc":"Haidian clinic"}
                 *     {"ci":"TUBE-2","tg":"840539006","tt":"LP6464-4","tr":"260373001","sc":"2026-11-22T23:35:00Z"}
                 */
                "application/x-ndjson": string;
                /**
                 * @example ci,tg,tt,tr,sc,dr,tc
                 *     TUBE-1,840539006,LP6464-4,260415000,2026-11-22T23:30:00Z,2026-11-23T06:00:00Z,Haidian clinic
                 *     TUBE-2,840539006,LP6464-4,260373001,2026-11-22T23:35:00Z,,
                 */
                "text/csv": string;
            };
        };
        responses: {
            /** @description One line after the other; the schema is that of one. The last may be a `Problem` instead (its `type` begins with `urn:xinma:problem:`), where what follows could not be answered any more; such an answer also ends without its last chunk. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "line": 1,
                     *       "verdict": "recorded",
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e"
                     *     }
                     */
                    "application/x-ndjson": components["schemas"]["RowVerdictAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.malformed.missing-field.unknown-field.unpackable"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large.packed-too-tightly"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    postV1Samples: {
        parameters: {
            query?: never;
            header?: {
                /**
                 * @description Yours to choose, another for each command. Sent again with the same key, a command is done once and answered alike.
                 * @example 6f1ed002-ab5b-4b4c-9d4a-2d5a4f1a7a10
                 */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "code": "w9Zr1mXh2sNQ0vTq",
                 *       "barcode": "TUBE-1",
                 *       "collectedAt": "2026-11-22T23:30:00.000Z"
                 *     }
                 */
                "application/json": components["schemas"]["SampleBody"];
            };
        };
        responses: {
            /** @description The answer. */
            201: {
                headers: {
                    [name: string]: unknown;
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
                    "application/json": components["schemas"]["SampleShownAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.idempotency-key-malformed.idempotency-key-missing.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["code-expired"];
            408: components["responses"]["request-timeout"];
            409: components["responses"]["barcode-taken.conflict-of-interest"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            422: components["responses"]["idempotency-key-reused.time"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    postV1SamplesByBarcode: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "barcode": "TUBE-1"
                 *     }
                 */
                "application/json": components["schemas"]["BarcodeBody"];
            };
        };
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "sample": "0f8fad5bd9cb469fa16570867728950e",
                     *       "state": "reported",
                     *       "locked": false
                     *     }
                     */
                    "application/json": components["schemas"]["SampleStateAnswer"];
                };
            };
            400: components["responses"]["duplicate-key.invalid-field.malformed.missing-field.unknown-field"];
            401: components["responses"]["token-invalid.token-missing"];
            403: components["responses"]["not-permitted.step-up"];
            404: components["responses"]["not-found"];
            408: components["responses"]["request-timeout"];
            413: components["responses"]["body-too-large"];
            414: components["responses"]["uri-too-long"];
            415: components["responses"]["unsupported-media-type"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy.read-models-behind"];
        };
    };
    getV1SignIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The answer. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /**
                     * @example {
                     *       "issuer": "https://id.example",
                     *       "clientId": "xinma-web",
                     *       "scope": "openid",
                     *       "resource": "https://api.example",
                     *       "authorization": "https://id.example/auth",
                     *       "token": "https://id.example/token",
                     *       "endSession": "https://id.example/session/end",
                     *       "acr": {
                     *         "al1": [
                     *           "al1",
                     *           "al2",
                     *           "al3"
                     *         ],
                     *         "al2": [
                     *           "al2",
                     *           "al3"
                     *         ],
                     *         "al3": [
                     *           "al3"
                     *         ]
                     *       }
                     *     }
                     */
                    "application/json": components["schemas"]["SignInAnswer"];
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            404: components["responses"]["not-found"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
    getWebFile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /**
                 * @description One of the files that the pages are made of.
                 * @example worker.js
                 */
                file: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    /** @example body {} */
                    "text/css": string;
                    /** @example 0; */
                    "text/javascript": string;
                    /** @example <svg/> */
                    "image/svg+xml": string;
                };
            };
            400: components["responses"]["malformed.unknown-field"];
            404: components["responses"]["not-found"];
            414: components["responses"]["uri-too-long"];
            500: components["responses"]["internal"];
            503: components["responses"]["busy"];
        };
    };
}

import { ConsentEnds, DeclineConsentHandler, RelinquishConsentHandler, RevokeConsentHandler } from './end-consent.js';
import { GrantConsentHandler } from './grant-consent.js';
import { HeldConsents } from './held-consents.js';
import { OpenCodeHandler } from './open-code.js';
import { RequestConsentHandler } from './request-consent.js';

export * from './consent-aggregate.js';
export * from './consent-codes.js';
export * from './end-consent.js';
export * from './grant-consent.js';
export * from './held-consents.js';
export * from './open-code.js';
export * from './request-consent.js';

/** What the application module provides for consents. */
export const consentHandlers = [HeldConsents, RequestConsentHandler, OpenCodeHandler, GrantConsentHandler, ConsentEnds, DeclineConsentHandler, RevokeConsentHandler, RelinquishConsentHandler];

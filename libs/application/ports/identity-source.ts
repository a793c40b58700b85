import type { CalendarDate, IdentityDocument, PersonName } from '../../domain/person.js';

/** A person as an issuer or a registrar verified them. */
export interface VerifiedIdentity {
  readonly name: PersonName;
  readonly document: IdentityDocument;
  readonly birthDate: CalendarDate;
  /** E.164, or null. */
  readonly phone: string | null;
}

/** The issuer could not be asked, or did not answer in time: nothing is known about the person. */
export class IdentitySourceUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the identity source is not available', options);
    this.name = 'IdentitySourceUnavailable';
  }
}

/** The issuer's userinfo endpoint: asked at enrolment only. */
export abstract class IdentitySource {
  /** The verified identity behind this access token; undefined where the issuer vouches for none or says something unusable. Rejects with `IdentitySourceUnavailable`. */
  abstract verified(accessToken: string): Promise<VerifiedIdentity | undefined>;
}

import { ASSURANCE, type Assurance } from '../../../../../libs/application/request.js';
import type { OidcOptions } from '../oidc/oidc-options.js';
import type { SignInAnswer } from './sign-in.dto.js';

/** Where people sign in on the web pages, and how more assurance is asked for. */
export class SignInPlace {
  constructor(private readonly options?: OidcOptions) {}

  /** What the pages are told; undefined where nobody signs in on them. */
  answer(): SignInAnswer | undefined {
    return this.options === undefined ? undefined : answerOf(this.options);
  }

  /** Origins that the pages speak to besides their own. */
  origins(): readonly string[] {
    const token = this.options?.web?.token;
    return token === undefined ? [] : [token.origin];
  }

  /** Origins that a form may be sent to, and what it is answered with may lead on to: signing out goes to the issuer, and back here. */
  forms(): readonly string[] {
    const endSession = this.options?.web?.endSession;
    return endSession === undefined ? ["'none'"] : ["'self'", endSession.origin];
  }
}

function answerOf({ issuer, audience, web, assurances, highest }: OidcOptions): SignInAnswer | undefined {
  if (web === undefined) return undefined;
  const { clientId, scope, authorization, token, endSession } = web;
  const worth = (acr: string): number => Math.min(ASSURANCE.indexOf(assurances[acr] ?? 'al1'), ASSURANCE.indexOf(highest));
  const reaching = (level: Assurance): readonly string[] => Object.keys(assurances).filter((acr) => worth(acr) >= ASSURANCE.indexOf(level)).toSorted((a, b) => worth(a) - worth(b));
  return {
    issuer,
    clientId,
    scope,
    // RFC 8707 knows absolute addresses only; to an issuer that goes by other names the scope says what a token is for.
    resource: URL.canParse(audience) ? audience : null,
    authorization: authorization.href,
    token: token.href,
    endSession: endSession?.href ?? null,
    acr: { al1: reaching('al1'), al2: reaching('al2'), al3: reaching('al3') },
  };
}

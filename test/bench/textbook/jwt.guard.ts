import { type CanActivate, type ExecutionContext, Inject, Injectable, UnauthorizedException } from '@nestjs/common';
import { createRemoteJWKSet, jwtVerify, type JWTVerifyGetKey } from 'jose';
import type { BenchIssuer } from '../city/sign-ins.js';

/** A request as the guard leaves it. */
export interface SignedIn {
  readonly headers: Readonly<Record<string, string | undefined>>;
  account?: string;
}

/** By which the guard is given its issuer. */
export const SIGN_INS = 'sign-ins';

const REMEMBERED = 100_000;

/** Takes the issuer's tokens. One that was verified is remembered until its end: the pair compares routes, not signatures. */
@Injectable()
export class JwtGuard implements CanActivate {
  private readonly keys: JWTVerifyGetKey;
  private readonly verified = new Map<string, { readonly account: string; readonly until: number }>();

  constructor(@Inject(SIGN_INS) private readonly signIns: Pick<BenchIssuer, 'issuer' | 'audience' | 'jwksUri'>) {
    this.keys = createRemoteJWKSet(new URL(signIns.jwksUri));
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<SignedIn>();
    const token = request.headers['authorization']?.replace(/^Bearer /, '');
    if (token === undefined) throw new UnauthorizedException();
    request.account = await this.accountOf(token);
    return true;
  }

  private async accountOf(token: string): Promise<string> {
    const known = this.verified.get(token);
    if (known !== undefined && Date.now() < known.until) return known.account;
    const { issuer, audience } = this.signIns;
    const { payload } = await jwtVerify(token, this.keys, { issuer, audience, algorithms: ['ES256'] }).catch(() => {
      throw new UnauthorizedException();
    });
    const signedIn = { account: payload.sub ?? '', until: (payload.exp ?? 0) * 1_000 };
    if (this.verified.size >= REMEMBERED) this.verified.clear();
    this.verified.set(token, signedIn);
    return signedIn.account;
  }
}

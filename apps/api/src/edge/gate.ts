import { Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../../../../libs/application/ports/index.js';
import type { Actor, Assurance } from '../../../../libs/application/request.js';
import type { Instant } from '../../../../libs/kernel/index.js';
import { BlindIndex } from '../../../../libs/vault/index.js';
import { Admission, type Caller } from './admission.js';
import { Callers } from './callers.js';
import { checkContent, idempotencyKeyOf } from './content.js';
import { type SignIn, TokenVerifier } from './oidc/token-verifier.js';
import { type Permission, reaches } from './permission.js';
import { Problem } from './problem.js';

const BEARER = /^Bearer +([\w\-.~+/]+=*)$/i;

/** What a route asks of whoever is not just anyone. */
type Asking = Exclude<Permission, { kind: 'anyone' }>;

/** What a caller without assurance enough is told (RFC 9470). */
const stepUp = (level: Assurance): Problem =>
  new Problem('step-up', {
    members: { level },
    headers: { 'www-authenticate': `Bearer error="insufficient_user_authentication", error_description="more assurance is needed", acr_values="${level}"` },
  });

/**
 * The one guard, in front of every route and closed by default. It runs before a byte of the body is read: first who asks, then whether they may, then whether
 * the request has the form that the route takes. Where it does not answer, it throws a `Problem`.
 */
@Injectable()
export class Gate {
  constructor(
    private readonly verifier: TokenVerifier,
    private readonly callers: Callers,
    private readonly clock: Clock,
    private readonly index: BlindIndex,
  ) {}

  async admit(request: FastifyRequest): Promise<Admission> {
    const { served } = request.routeOptions.config;
    if (served === undefined) throw new Problem('not-found');
    const receivedAt = this.clock.now();
    const caller = await this.caller(served.allow, request.headers.authorization, receivedAt);
    const idempotencyKey = idempotencyKeyOf(served, request.headers);
    checkContent(served, request.headers);
    const target = JSON.stringify(request.params);
    return new Admission(this.index, receivedAt, caller, { route: `${served.method} ${served.path}`, target, idempotencyKey });
  }

  private async caller(allow: Permission, authorization: string | undefined, now: Instant): Promise<Caller> {
    if (allow.kind === 'anyone') return { actor: undefined, token: undefined, stands: async () => undefined };
    const token = bearer(authorization);
    const actor = await this.actorBy(token, allow, now);
    return { actor, token, stands: () => this.judgeAgain(actor, token, allow) };
  }

  /** Whoever was let in for long. A duty that was given elsewhere since is another one. */
  private async judgeAgain(before: Actor, token: string, allow: Asking): Promise<void> {
    const { duty } = await this.actorBy(token, allow, this.clock.now());
    if (duty?.institution !== before.duty?.institution) throw new Problem('not-permitted');
  }

  private async actorBy(token: string, allow: Asking, now: Instant): Promise<Actor> {
    const signIn = await this.verifier.verify(token);
    if (signIn === undefined) throw new Problem('token-invalid', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
    return this.actor(allow, signIn, now);
  }

  private async actor(allow: Asking, { account, assurance }: SignIn, now: Instant): Promise<Actor> {
    if (assurance === undefined || !reaches(assurance, allow.level)) throw stepUp(allow.level);
    const [citizen, duty] = await Promise.all([
      this.callers.citizenOf(account),
      allow.kind === 'staff' ? this.callers.dutyOf(account, allow.role, now) : undefined,
    ]);
    if (allow.kind === 'citizen' && citizen === undefined) throw new Problem('not-enrolled');
    if (allow.kind === 'staff' && duty === undefined) throw new Problem('not-permitted');
    return { account, assurance, citizen, duty };
  }
}

function bearer(authorization: string | undefined): string {
  const token = BEARER.exec(authorization ?? '')?.[1];
  if (token !== undefined) return token;
  if (authorization === undefined) throw new Problem('token-missing', { headers: { 'www-authenticate': 'Bearer' } });
  throw new Problem('token-invalid', { headers: { 'www-authenticate': 'Bearer error="invalid_token"' } });
}

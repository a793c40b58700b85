import { randomBytes } from 'node:crypto';
import { type Actor, CommandRequest, type Standing } from '../../../../libs/application/request.js';
import type { Instant } from '../../../../libs/kernel/index.js';
import type { BlindIndex } from '../../../../libs/vault/index.js';
import { canonicalJson } from './canonical-json.js';

/** What identifies a command besides who sends it. `target` is the concrete path's parameters. */
export interface Errand {
  readonly route: string;
  readonly target: string;
  /** Undefined for a view, which is never the same twice. */
  readonly idempotencyKey: string | undefined;
}

/** Who sends a request; on routes for anyone, nobody is asked who they are. */
export interface Caller {
  readonly actor: Actor | undefined;
  /** As it was sent, for the issuer's userinfo endpoint only. */
  readonly token: string | undefined;
  /** Judges them again: token, assurance and, on staff routes, the appointment. */
  readonly stands: Standing;
}

/** A request that the guard let through. */
export class Admission {
  constructor(
    private readonly index: BlindIndex,
    readonly receivedAt: Instant,
    readonly caller: Caller,
    private readonly errand: Errand,
  ) {}

  /** The command that this request is, by its parsed body. */
  command(actor: Actor, body: unknown): CommandRequest {
    const { route, target, idempotencyKey = randomBytes(16).toString('base64url') } = this.errand;
    const seed = [actor.account, route, target, idempotencyKey];
    // It stands in the log in clear. Of the body alone, it would tell who sent the same word as somebody else, and be a word to compare one's own guesses with.
    const fingerprint = (...parts: readonly string[]): string => this.index.mac('fingerprint', [...parts, canonicalJson(body ?? {})]).toString('base64url');
    return new CommandRequest(actor, this.receivedAt, this.index, seed, [fingerprint(...seed), fingerprint()]);
  }
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Null until the guard has let the request through. */
    admission: Admission | null;
  }
}

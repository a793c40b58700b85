import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { IdentitySourceUnavailable, ReadModelsUnavailable } from '../../../../libs/application/ports/index.js';
import { StoreUnavailable } from '../../../../libs/event-store/index.js';
import { KeyDestroyed, VaultUnavailable } from '../../../../libs/vault/index.js';
import type { ProblemCode } from './http-status.js';
import { describeError, type Log } from './log.js';
import { IssuerUnavailable } from './oidc/token-verifier.js';
import { Problem } from './problem.js';

declare module 'fastify' {
  interface FastifyRequest {
    /** The code that this request was answered with, for the log. */
    problem: ProblemCode | null;
  }
}

/** What the framework itself refuses with, by its status. */
const BY_STATUS: Readonly<Record<number, ProblemCode>> = {
  400: 'malformed',
  404: 'not-found',
  408: 'request-timeout',
  413: 'body-too-large',
  414: 'not-found',
  415: 'unsupported-media-type',
};

/** Machines that did not answer, and a key that went while it was asked for: asking again later may help. */
const OUT_OF_REACH = [StoreUnavailable, VaultUnavailable, KeyDestroyed, ReadModelsUnavailable, IssuerUnavailable, IdentitySourceUnavailable] as const;

/** Turns whatever was thrown into a problem: the known by its code, machines out of reach into `busy`, the rest into `internal` without a word. */
export function problemOf(thrown: unknown): Problem {
  if (thrown instanceof Problem) return thrown;
  if (OUT_OF_REACH.some((kind) => thrown instanceof kind)) return new Problem('busy');
  const status: unknown = thrown instanceof HttpException ? thrown.getStatus() : thrown instanceof Error && 'statusCode' in thrown ? thrown.statusCode : undefined;
  return new Problem((typeof status === 'number' ? BY_STATUS[status] : undefined) ?? 'internal');
}

/** Headers of every answer: nothing that is shown may be kept. */
export const EVERYWHERE = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' } as const;

/** Sends a problem. */
export function sendProblem(problem: Problem, request: FastifyRequest, reply: FastifyReply): void {
  request.problem = problem.code;
  // Where part of an answer has left already, nothing honest can follow it.
  if (reply.raw.headersSent) {
    reply.raw.destroy();
    return;
  }
  void reply.code(problem.status).headers({ ...EVERYWHERE, ...problem.headers, 'content-type': 'application/problem+json' }).send(JSON.stringify(problem.body));
}

/** The last stop of everything thrown. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly log: Log) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const problem = problemOf(thrown);
    if (problem.status >= 500) this.log.error({ requestId: request.id, code: problem.code, ...describeError(thrown) }, 'request failed');
    sendProblem(problem, request, http.getResponse<FastifyReply>());
  }
}

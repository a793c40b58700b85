import type { IncomingMessage } from 'node:http';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Actor, CommandRequest, Duty, Standing } from '../../../../libs/application/request.js';
import { type CitizenId, Malformed } from '../../../../libs/kernel/index.js';
import type { Admission } from './admission.js';

import { declarePathId, type IdParser } from './path-ids.js';
import { Problem } from './problem.js';
import type { Line } from './rows/lines.js';
import { readRows } from './rows/read-rows.js';

const requestOf = (context: ExecutionContext): FastifyRequest => context.switchToHttp().getRequest<FastifyRequest>();

/** A missing piece means that the route's permission does not give it: nothing is answered. */
const given = <T>(part: T | null | undefined): T => {
  if (part === undefined || part === null) throw new Problem('not-found');
  return part;
};

const admissionOf = (context: ExecutionContext): Admission => given(requestOf(context).admission);
const actorOf = (context: ExecutionContext): Actor => given(admissionOf(context).caller.actor);

/** The command's request (`CommandRequest`): ids, codes and event ids derive from it. */
export const Asked = createParamDecorator((_: unknown, context: ExecutionContext): CommandRequest => admissionOf(context).command(actorOf(context), requestOf(context).body));

/** The enrolled person who asks (`CitizenId`). */
export const Me = createParamDecorator((_: unknown, context: ExecutionContext): CitizenId => given(actorOf(context).citizen));

/** Who asks (`Actor`). */
export const Asker = createParamDecorator((_: unknown, context: ExecutionContext): Actor => actorOf(context));

/** The appointment a staff route is used under (`Duty`). */
export const OnDuty = createParamDecorator((_: unknown, context: ExecutionContext): Duty => given(actorOf(context).duty));

/** Judges whoever asks again (`Standing`): for what goes on longer than what they were let in by may last. */
export const Stands = createParamDecorator((_: unknown, context: ExecutionContext): Standing => admissionOf(context).caller.stands);

/** The access token as it was sent: only for asking the issuer at enrolment. */
export const AccessToken = createParamDecorator((_: unknown, context: ExecutionContext): string => given(admissionOf(context).caller.token));

/** A body that comes row by row. */
export interface StreamedBody {
  /** Its rows, as they arrive. */
  readonly lines: AsyncIterable<readonly Line[]>;
  /** What it comes with, for an answer that follows it. */
  readonly raw: IncomingMessage;
}

/** The body of a route that consumes rows (`StreamedBody`). */
export const Streamed = createParamDecorator((_: unknown, context: ExecutionContext): StreamedBody => {
  const { raw, routeOptions } = requestOf(context);
  return { lines: readRows(raw, given(routeOptions.config.served)), raw };
});

/** The request as Node has it (`IncomingMessage`), for an answer in lines that may break. */
export const Raw = createParamDecorator((_: unknown, context: ExecutionContext): IncomingMessage => requestOf(context).raw);

const path = createParamDecorator(({ name, parser }: { name: string; parser: (text: string) => unknown }, context: ExecutionContext): unknown => {
  const params = requestOf(context).params;
  const text: unknown = typeof params === 'object' && params !== null ? Reflect.get(params, name) : undefined;
  try {
    return parser(String(text));
  } catch (error) {
    // What cannot be an id is answered like an id that nobody has.
    throw error instanceof Malformed ? new Problem('not-found') : error;
  }
});

/** A path parameter, admitted by its parser; what the parser does not admit is `not-found`. */
export const Path =
  (name: string, parser: IdParser): ParameterDecorator =>
  (target, method, index) => {
    if (method !== undefined) declarePathId(target, method, name, parser);
    path({ name, parser })(target, method, index);
  };

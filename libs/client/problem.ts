import type { components } from './schema.js';

/** RFC 9457, with a `code` of the closed set. */
export type Problem = components['schemas']['Problem'];

/** An answer that is not a success, where a stream was asked for. Its message names path, status and code, and nothing that was sent. */
export class Refused extends Error {
  constructor(
    path: string,
    readonly status: number,
    /** Undefined where something that is not our server answered. */
    readonly problem: Problem | undefined,
  ) {
    super(`${path} answered ${status}${problem === undefined ? '' : ` ${problem.code}`}`);
    this.name = 'Refused';
  }
}

/** The problem that an answer of this body carries, where it does. */
export const problemOf = (response: Response, body: unknown): Problem | undefined =>
  response.headers.get('content-type')?.split(';')[0] === 'application/problem+json' ? (body as Problem) : undefined;

/** Whether a line of an answer is a problem instead of what was asked for. */
export const isProblem = (line: unknown): line is Problem => typeof line === 'object' && line !== null && 'type' in line && String(line.type).startsWith('urn:xinma:problem:');

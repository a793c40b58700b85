import { xinma } from '../../../../libs/client/client.js';
import type { Problem } from '../../../../libs/client/problem.js';
import { accessToken, endSession } from '../sign-in/session.js';
import { ask, isUnsure } from './ask.js';
import { aheadBy } from './clock.js';

/** A request that was not answered with what was asked for. */
export class Failed extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
    /** What was asked for may have been done all the same. */
    readonly unsure = false,
  ) {
    super(problem?.code ?? `status ${status}`);
    this.name = 'Failed';
  }
}

/** The API of this server, as whoever is signed in. */
export const api = xinma({ address: location.origin, token: accessToken, fetch: ask });

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The answer's data. Rejects with `Failed` or `Offline`; where the token was refused, the session is over. */
export async function answered<T>(asked: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await asked;
  if (data !== undefined) return data;
  if (response.status === 401) endSession();
  throw new Failed(response.status, isProblem(error) ? error : undefined, isUnsure(response));
}

/** The same, and by how many milliseconds the server's clock is before this device's: what an answer says of times is by that clock. */
export async function clocked<T extends object>(asked: Promise<Answer<T>>): Promise<T & { readonly ahead: number }> {
  const data = await answered(asked);
  return { ...data, ahead: aheadBy((await asked).response) };
}

const isProblem = (error: unknown): error is Problem => typeof error === 'object' && error !== null && 'code' in error && 'status' in error;

/** The code of what went wrong, where the server named one. */
export const codeOf = (error: unknown): string | undefined => (error instanceof Failed ? error.problem?.code : undefined);

/** Whether a table has something for this code. */
export const isIn = <Table extends object>(table: Table, code: string | undefined): code is string & keyof Table => code !== undefined && Object.hasOwn(table, code);

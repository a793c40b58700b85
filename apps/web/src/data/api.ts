import { xinma } from '../../../../libs/client/client.js';
import type { Problem } from '../../../../libs/client/problem.js';
import { accessToken, endSession } from '../sign-in/session.js';

/** A request that was not answered with what was asked for. */
export class Failed extends Error {
  constructor(
    readonly status: number,
    readonly problem: Problem | undefined,
  ) {
    super(problem?.code ?? `status ${status}`);
    this.name = 'Failed';
  }
}

/** Nobody answered. */
export class Offline extends Error {
  constructor(options?: ErrorOptions) {
    super('offline', options);
    this.name = 'Offline';
  }
}

/** Nobody answered for so long that nobody will. */
export class Late extends Offline {}

/** In milliseconds; the server itself gives up sooner on whatever it waits for. */
const PATIENCE = 20_000;

/** Asks, and ends by itself: behind a line that is dead a browser would wait for minutes. */
const ask = async (request: Request): Promise<Response> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Late()), PATIENCE);
  });
  try {
    return await Promise.race([fetch(request, { cache: 'no-store' }), late]);
  } catch (cause) {
    throw cause instanceof Late ? cause : new Offline({ cause });
  } finally {
    clearTimeout(timer);
  }
};

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
  throw new Failed(response.status, isProblem(error) ? error : undefined);
}

const isProblem = (error: unknown): error is Problem => typeof error === 'object' && error !== null && 'code' in error && 'status' in error;

/** The code of what went wrong, where the server named one. */
export const codeOf = (error: unknown): string | undefined => (error instanceof Failed ? error.problem?.code : undefined);

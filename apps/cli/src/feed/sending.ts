import { isNativeError } from 'node:util/types';
import type { HttpClient } from '../http-client.js';
import type { SendFeed } from '../import.js';

const IMPORTS = '/v1/results/imports';

/** Sends feeds as this person. What goes wrong is told in words. */
export const sendAs = (client: HttpClient): SendFeed =>
  async function* (body, { contentType, contentEncoding }) {
    try {
      for await (const line of client.lines(IMPORTS, body, contentType, contentEncoding)) yield JSON.parse(line) as unknown;
    } catch (error) {
      throw inWords(error, client.address);
    }
  };

const REFUSED: Readonly<Record<string, string>> = {
  401: 'the token has ended, or is not of the server’s issuer',
  403: 'only staff of a clinic under appointment send results, signed in with two factors (al2)',
  413: 'the feed is too large for one import: cut it',
  415: 'the server does not take feeds of this kind',
};

function inWords(error: unknown, address: string): unknown {
  if (!isNativeError(error)) return error;
  if (error.message === 'fetch failed') return new Error(`no server answers at ${address}: ${codeOf(error.cause)}`, { cause: error });
  const hint = REFUSED[/ answered (\d{3}) /.exec(error.message)?.[1] ?? ''];
  return hint === undefined ? error : new Error(`${error.message}\n${hint}`, { cause: error });
}

const codeOf = (cause: unknown): string => (isNativeError(cause) && 'code' in cause ? String(cause.code) : 'no connection');

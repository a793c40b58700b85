import { isNativeError } from 'node:util/types';
import { type Connection, Refused, streamLines, xinma } from '../../../../libs/client/index.js';
import { ROW_COLUMNS } from '../../../../libs/domain/sample/index.js';
import type { SendFeed } from '../import.js';
import { Stopped } from './stopped.js';

/** Sends feeds over this connection, until `over` ends it. What goes wrong is told in words. */
export const sendBy = (connection: Connection, over?: AbortSignal): SendFeed =>
  async function* (body, how) {
    try {
      yield* streamLines(xinma(connection), '/v1/results/imports', body, over === undefined ? how : { ...how, signal: over });
    } catch (error) {
      throw over?.aborted === true ? new Stopped() : inWords(error, connection.address);
    }
  };

const HINTS: Readonly<Record<number, string>> = {
  401: 'the token has ended, or is not of the server’s issuer',
  403: 'only staff of a clinic under appointment send results, signed in with two factors (al2)',
  413: 'the feed is too large for one import: cut it',
  415: 'the server does not take feeds of this kind',
};

/** What a start of a table may say; what it said is the sender's own, and no answer repeats it. */
const COLUMNS = `a table’s first line names its columns, between commas: ${ROW_COLUMNS.join(' ')}`;

function hintFor({ status, problem }: Refused): string {
  if (problem?.code === 'unknown-field') return COLUMNS;
  const field = problem?.field;
  return HINTS[status] ?? [problem?.title, field].filter((part) => typeof part === 'string').join(': ');
}

function inWords(error: unknown, address: string): unknown {
  if (!isNativeError(error)) return error;
  if (error instanceof Refused) return new Error([error.message, hintFor(error)].join('\n').trim(), { cause: error });
  return error.message === 'fetch failed' ? new Error(`no answer from ${address}: ${codeOf(error.cause)}`, { cause: error }) : error;
}

const codeOf = (cause: unknown): string => (isNativeError(cause) && 'code' in cause ? String(cause.code) : 'no connection');

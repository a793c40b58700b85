import { status } from '@grpc/grpc-js';

/**
 * What is known of a call that failed. `not-sent`: no server got it. `moved`: the server did nothing, another one leads. `not-ready`: it did nothing, perhaps
 * because nobody leads. `refused`: it did nothing, and would not another time. `lost`: perhaps it was done.
 */
export type FailureKind = 'not-sent' | 'moved' | 'not-ready' | 'refused' | 'lost';

/** A call that failed. */
export class CallFailed extends Error {
  constructor(
    readonly kind: FailureKind,
    options?: ErrorOptions,
  ) {
    super(`a call to the log's server failed: ${kind}`, options);
    this.name = 'CallFailed';
  }
}

/** What the transport says, whether it comes as an error of the client's, of the transport's, or as a plain one. */
interface Said {
  readonly code: unknown;
  readonly text: string;
  readonly metadata: { get(key: string): readonly unknown[] } | undefined;
}

/** Answers by which a server says that it did nothing. */
const DID_NOTHING: ReadonlySet<unknown> = new Set([status.PERMISSION_DENIED, status.UNAUTHENTICATED, status.INVALID_ARGUMENT, status.FAILED_PRECONDITION, status.UNIMPLEMENTED]);

const NOBODY_THERE = /No connection established|Name resolution failed|Failed to discover|Channel has been shut down|Channel closed before call started/;
const NO_PLACE = /InvalidPosition|invalid position/;
const NOT_NOW = /Server Is (Not Ready|Too Busy)|No leader info available/;

/** Reads an error. */
export function failureOf(error: unknown): CallFailed {
  return error instanceof CallFailed ? error : new CallFailed(kindOf(said(error)), { cause: error });
}

/** Where the leader is, if the error says so. */
export function leaderIn(error: unknown): string | undefined {
  const { metadata } = said(error);
  const [host, port] = [metadata?.get('leader-endpoint-host')[0], metadata?.get('leader-endpoint-port')[0]];
  return typeof host === 'string' && typeof port === 'string' ? `${host}:${port}` : undefined;
}

/** Whether the server says that there is no such place in the log. */
export const isNoPlace = ({ cause }: CallFailed): boolean => NO_PLACE.test(said(cause).text);

function kindOf(what: Said): FailureKind {
  if (leaderIn({ metadata: what.metadata }) !== undefined) return 'moved';
  if (NOBODY_THERE.test(what.text)) return 'not-sent';
  if (NOT_NOW.test(what.text)) return 'not-ready';
  return DID_NOTHING.has(what.code) || NO_PLACE.test(what.text) ? 'refused' : 'lost';
}

function said(error: unknown): Said {
  const has = (name: string): unknown => (typeof error === 'object' && error !== null && name in error ? Reflect.get(error, name) : undefined);
  const metadata = has('metadata');
  return { code: has('code'), text: `${textOf(has('message'))} ${textOf(has('details'))}`, metadata: isMetadata(metadata) ? metadata : undefined };
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');

const isMetadata = (value: unknown): value is Said['metadata'] & object => typeof value === 'object' && value !== null && 'get' in value && typeof value.get === 'function';

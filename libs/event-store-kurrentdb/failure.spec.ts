import { Metadata, status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { CallFailed, failureOf, isNoPlace, leaderIn } from './failure.js';

/** An error as the transport makes it. */
const said = (code: number, details = '', more: object = {}): Error => Object.assign(new Error(`${code} SAID: ${details}`), { code, details, ...more });

/** What a server sends along that does not lead. */
function elsewhere(...entries: readonly (readonly [string, string])[]): { readonly metadata: Metadata } {
  const metadata = new Metadata();
  for (const [key, value] of entries) metadata.set(key, value);
  return { metadata };
}

const [HOST, PORT] = [['leader-endpoint-host', 'node-2'], ['leader-endpoint-port', '2113']] as const;

describe('A call that failed', () => {
  it.each([
    ['No connection established'],
    ['Name resolution failed for target dns:nowhere'],
    ['Failed to discover after 1 attempts.'],
    ['Channel has been shut down'],
    ['Channel closed before call started'],
  ])('was not sent, where the transport says: %s', (text) => {
    expect(failureOf(said(status.UNAVAILABLE, text)).kind).toBe('not-sent');
    expect(failureOf(new Error(text)).kind).toBe('not-sent');
    expect(failureOf({ details: text }).kind).toBe('not-sent');
  });

  it.each([['Server Is Not Ready'], ['Server Is Too Busy'], ['No leader info available']])('did nothing, perhaps because nobody leads, where the server says: %s', (text) => {
    expect(failureOf(said(status.UNAVAILABLE, text)).kind).toBe('not-ready');
    expect(failureOf(said(status.PERMISSION_DENIED, text)).kind).toBe('not-ready');
  });

  it.each([
    [status.PERMISSION_DENIED],
    [status.UNAUTHENTICATED],
    [status.INVALID_ARGUMENT],
    [status.FAILED_PRECONDITION],
    [status.UNIMPLEMENTED],
  ])('did nothing, and would not another time, where the server says %i', (code) => expect(failureOf(said(code)).kind).toBe('refused'));

  it.each([[status.UNAVAILABLE], [status.DEADLINE_EXCEEDED], [status.INTERNAL], [status.UNKNOWN], [status.CANCELLED], [status.NOT_FOUND]])(
    'was perhaps done, where no more is known than %i',
    (code) => expect(failureOf(said(code, 'whatever else is said')).kind).toBe('lost'),
  );

  it.each([[undefined], [null], ['No connection established'], [7], [{}], [{ message: 7, details: null, code: '7', metadata: null }]])('of which nothing is known was perhaps done: %p', (error) =>
    expect(failureOf(error).kind).toBe('lost'),
  );

  it('of which the connection says that there was none is not taken for one of a server that is not ready', () =>
    expect(failureOf(said(status.UNAVAILABLE, 'No connection established. Last error: Server Is Not Ready')).kind).toBe('not-sent'));

  it('says what it is, and keeps what it was made of', () => {
    const error = said(status.INTERNAL);
    const failed = failureOf(error);
    expect(failed).toMatchObject({ name: 'CallFailed', message: "a call to the log's server failed: lost", cause: error });
    expect(failureOf(failed)).toBe(failed);
    expect(new CallFailed('moved').cause).toBeUndefined();
  });
});

describe('A server that does not lead', () => {
  it('says who does, whatever else it says', () => {
    const error = said(status.NOT_FOUND, 'Server Is Not Ready', elsewhere(HOST, PORT));
    expect(failureOf(error).kind).toBe('moved');
    expect(leaderIn(error)).toBe('node-2:2113');
  });

  it.each<readonly [string, object]>([
    ['no host', elsewhere(PORT)],
    ['no port', elsewhere(HOST)],
    ['nothing', elsewhere()],
    ['nothing of the kind', { metadata: { 'leader-endpoint-host': 'node-2' } }],
    ['what cannot be asked', { metadata: { get: ['node-2'] } }],
    ['a text', { metadata: 'node-2:2113' }],
    ['none', { metadata: null }],
    ['numbers', { metadata: { get: () => [2113] } }],
    ['a host and a number', { metadata: { get: (key: string) => (key === PORT[0] ? [2113] : ['node-2']) } }],
    ['a number and a port', { metadata: { get: (key: string) => (key === PORT[0] ? ['2113'] : [2]) } }],
  ])('and does not say who does says nothing: %s', (_, more) => {
    const error = said(status.NOT_FOUND, '', more);
    expect(leaderIn(error)).toBeUndefined();
    expect(failureOf(error).kind).toBe('lost');
  });
});

describe('A place in the log that is none', () => {
  it.each([['Unexpected ReadAllResult: InvalidPosition >> …'], ['Trying to read from an invalid position.']])('is refused for good: %s', (text) => {
    const failed = failureOf(said(status.UNKNOWN, text));
    expect(failed.kind).toBe('refused');
    expect(isNoPlace(failed)).toBe(true);
  });

  it('is not what another refusal is about', () => expect(isNoPlace(failureOf(said(status.PERMISSION_DENIED)))).toBe(false));
});

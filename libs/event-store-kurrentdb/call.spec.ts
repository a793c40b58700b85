import { type ChannelInterface, type CallCredentials, credentials, Metadata, status } from '@grpc/grpc-js';
import { describe, expect, it } from '@jest/globals';
import { answerTo, type Call } from './call.js';

type Made = ReturnType<ChannelInterface['createCall']>;
type Listener = Parameters<Made['start']>[1];
type Context = Parameters<Made['sendMessageWithContext']>[0];

/** A call of a channel that goes nowhere: it takes note of what is asked of it, and is answered by hand. On a channel that is one the whole contract runs. */
class CallDouble implements Made {
  readonly done: string[] = [];
  with: unknown;
  metadata: Metadata | undefined;
  listener: Listener | undefined;
  readonly #taken: (() => void)[] = [];

  start(metadata: Metadata, listener: Listener): void {
    [this.metadata, this.listener] = [metadata, listener];
    this.done.push('start');
  }
  sendMessageWithContext({ callback }: Context, message: Buffer): void {
    this.done.push(message.toString());
    if (callback !== undefined) this.#taken.push(callback);
  }
  /** What was sent is on its way. */
  take(): void {
    this.#taken.shift()?.();
  }
  startRead(): void {
    this.done.push('read');
  }
  halfClose(): void {
    this.done.push('close');
  }
  setCredentials(given: CallCredentials): void {
    this.with = given;
    this.done.push('credentials');
  }
  cancelWithStatus(): void {
    throw new Error('nobody cancels it');
  }
  getPeer = (): string => '';
  getCallNumber = (): number => 0;
  getAuthContext = (): null => null;
}

function asked(parts: readonly string[], options: Call['options'] = {}) {
  const [call, metadata] = [new CallDouble(), new Metadata()];
  const made: unknown[] = [];
  const channel: Pick<ChannelInterface, 'createCall'> = {
    createCall: (...what) => {
      made.push(what);
      return call;
    },
  };
  const answer = answerTo(channel, { path: '/the/path', parts: parts.map((part) => Buffer.from(part)), metadata, options });
  answer.catch(() => undefined);
  const says = (code: status, details = ''): void => call.listener?.onReceiveStatus({ code, details, metadata: new Metadata() });
  return { call, made, metadata, answer, says, hears: (message: string) => call.listener?.onReceiveMessage(Buffer.from(message)) };
}

describe('A call of the channel', () => {
  it('is made with its path and its deadline, and takes along what it is given', () => {
    const [at, user] = [new Date(), credentials.createFromMetadataGenerator((_, done) => done(null, new Metadata()))];
    const { call, made, metadata } = asked(['a'], { deadline: at, host: 'a-host', credentials: user });
    expect(made).toEqual([['/the/path', at, 'a-host', null, undefined]]);
    expect(call.with).toBe(user);
    expect(call.metadata).toBe(metadata);
    expect(call.done.slice(0, 2)).toEqual(['credentials', 'start']);
  });

  it('without a deadline has none, and without a user nobody’s', () => {
    const { call, made } = asked(['a']);
    expect(made).toEqual([['/the/path', Infinity, undefined, null, undefined]]);
    expect(call.done).toEqual(['start', 'read', 'a', 'close']);
  });

  it('sends one part once the one before is taken, and ends with the last', () => {
    const { call } = asked(['a', 'b', 'c']);
    const sent = (): readonly string[] => call.done.slice(2);
    expect(sent()).toEqual(['a']);
    call.take();
    expect(sent()).toEqual(['a', 'b']);
    call.take();
    expect(sent()).toEqual(['a', 'b', 'c', 'close']);
    call.take();
    expect(sent()).toEqual(['a', 'b', 'c', 'close']);
  });

  it('is answered once the server says that this was all', async () => {
    const { call, answer, says, hears } = asked(['a']);
    call.listener?.onReceiveMetadata(new Metadata());
    hears('the answer');
    // It is listened to until it ends.
    expect(call.done.slice(-1)).toEqual(['read']);
    says(status.OK);
    expect((await answer).toString()).toBe('the answer');
  });

  it.each([
    ['nothing, and that all is well', status.OK, false],
    ['nothing, and that it failed', status.UNAVAILABLE, false],
    ['something, and that it failed', status.INTERNAL, true],
  ])('is none that was answered where the server says %s', async (_, code, isAnswered) => {
    const { answer, says, hears } = asked(['a']);
    if (isAnswered) hears('half an answer');
    says(code, 'why it failed');
    const failed = await answer.catch((error: unknown) => error);
    expect(failed).toBeInstanceOf(Error);
    expect(failed).toMatchObject({ code, message: 'why it failed', details: 'why it failed', metadata: expect.any(Metadata) });
  });
});

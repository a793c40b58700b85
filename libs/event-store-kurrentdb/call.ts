import { type CallOptions, type ChannelInterface, type Metadata, status } from '@grpc/grpc-js';

/** What is asked where, and what goes along. */
export interface Call {
  readonly path: string;
  readonly parts: readonly Buffer[];
  readonly metadata: Metadata;
  readonly options: CallOptions;
}

/**
 * The answer to a request of several parts. A call of the channel itself: the library puts a stream, an emitter and layers of listeners around each, for parts that come
 * one by one, and here all are there. Rejects with what the transport says.
 */
export function answerTo(channel: Pick<ChannelInterface, 'createCall'>, { path, parts, metadata, options }: Call): Promise<Buffer> {
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  const call = channel.createCall(path, options.deadline ?? Infinity, options.host, null, undefined);
  if (options.credentials !== undefined) call.setCredentials(options.credentials);
  let answer: Buffer | undefined;
  call.start(metadata, {
    onReceiveMetadata: () => undefined,
    onReceiveMessage(message: Buffer) {
      answer = message;
      call.startRead();
    },
    onReceiveStatus(said) {
      if (said.code === status.OK && answer !== undefined) resolve(answer);
      else reject(Object.assign(new Error(said.details), said));
    },
  });
  call.startRead();
  send(0);
  return promise;

  /** One part after another: the next is taken once the one before is. */
  function send(index: number): void {
    const part = parts[index];
    if (part === undefined) return;
    call.sendMessageWithContext({ callback: () => send(index + 1) }, part);
    if (index === parts.length - 1) call.halfClose();
  }
}

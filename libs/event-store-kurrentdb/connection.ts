import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventStoreDBClient } from '@eventstore/db-client';
import streams, { type ReadReq } from '@eventstore/db-client/generated/streams_pb.js';
import { StreamsClient, StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { type CallOptions, type ChannelCredentials, type ClientReadableStream, credentials, type Metadata } from '@grpc/grpc-js';
import { type Answer, answerIn } from './answer.js';
import { answerTo } from './call.js';
import { CallFailed, type FailureKind, failureOf, leaderIn } from './failure.js';
import type { KurrentPlace } from './settings.js';
import { Uncompressed } from './uncompressed.js';

/** In milliseconds: how often a silent server is asked for a sign of life, and how long it may take to give it. */
const ALIVE = { every: 3_000, within: 2_000 };

/** Of the client's search for the leader, in milliseconds: every node is asked once; one that does not answer is passed over after a second. */
const SEARCH = { maxDiscoverAttempts: 1, discoveryInterval: 100, gossipTimeout: 1 };

/** How often it searches. */
const SEARCHES = 20;

const CHANNEL = {
  'grpc.keepalive_time_ms': ALIVE.every,
  'grpc.keepalive_timeout_ms': ALIVE.within,
  'grpc.max_receive_message_length': 17 * 1024 * 1024,
  // A connection that was given up is not taken again.
  'grpc.use_local_subchannel_pool': 1,
};

/** Failures after which nothing can have been done; a read does nothing, so it is also asked again where its answer was lost. */
const NOTHING_DONE: ReadonlySet<FailureKind> = new Set(['moved', 'not-sent']);
const NOTHING_READ: ReadonlySet<FailureKind> = new Set([...NOTHING_DONE, 'lost']);

/** How long is waited before it is sent again, in milliseconds. */
const AGAIN = [0, 20, 50];

/** What comes of a read that goes on, as it comes. */
export interface Answers extends Pick<Readable, 'pause' | 'resume' | 'isPaused'> {
  on(event: 'data', listener: (answer: Answer) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  on(event: 'end', listener: () => void): unknown;
  cancel(): void;
}

/** One call with what goes along. */
type Send<T> = (server: StreamsClient, metadata: Metadata, options: CallOptions) => Promise<T>;

/**
 * The client, of which only its search for the leader and its users are used, and the calls that it was made from. Its own batched appends share their fate between all
 * clients of a process and know no deadline; its reads have none, take compressed answers and change metadata; its channels wait long for a server that is frozen.
 */
export class Connection extends EventStoreDBClient {
  #credentials: ChannelCredentials = credentials.createInsecure();
  #finding: Promise<StreamsClient> | undefined;
  #server: StreamsClient | undefined;
  #leader: string | undefined;
  #ended = false;
  /** What goes along with every call: to the leader, as the user. */
  readonly #along = this.#prepared();

  static to({ nodes, discover, tls, user }: KurrentPlace): Connection {
    const [first, ...others] = nodes;
    const ca = tls?.ca === undefined ? null : Buffer.from(tls.ca);
    const secured = { insecure: tls === undefined, ...(ca === null ? {} : { rootCertificate: ca }) };
    const made = opened();
    if (tls !== undefined) made.#credentials = credentials.createSsl(ca);
    return made;

    function opened(): Connection {
      if (discover) return new Connection({ discover: first, ...SEARCH }, secured, user);
      return others.length > 0 ? new Connection({ endpoints: [...nodes], ...SEARCH }, secured, user) : new Connection({ endpoint: first }, secured, user);
    }
  }

  /** One append. Rejects with `CallFailed`. */
  async append(parts: readonly Buffer[], milliseconds: number): Promise<streams.AppendResp> {
    return this.#call(milliseconds, async (server, metadata, options) =>
      streams.AppendResp.deserializeBinary(await answerTo(server.getChannel(), { path: StreamsService.append.path, parts, metadata, options })),
    );
  }

  /** Everything that a read answers. Rejects with `CallFailed`. */
  async read(request: ReadReq, milliseconds: number): Promise<readonly Answer[]> {
    return this.#call(milliseconds, (server, metadata, options) => {
      const { promise, resolve, reject } = Promise.withResolvers<readonly Answer[]>();
      const answers: Answer[] = [];
      const reading = readingOf(server, request, metadata, options);
      reading.on('data', (answer: Answer) => answers.push(answer));
      reading.on('error', reject).on('end', () => resolve(answers));
      return promise;
    }, NOTHING_READ);
  }

  /** A read that goes on until it is cancelled or fails; whoever opens it listens, and says with `gaveUp` where it failed. Rejects with `CallFailed`. */
  async open(request: ReadReq, milliseconds: number): Promise<{ readonly answers: Answers; readonly gaveUp: (error: unknown) => void }> {
    const server = await this.#within(milliseconds);
    const { metadata, options } = this.#along;
    return { answers: readingOf(server, request, metadata, { ...options, deadline: Infinity }), gaveUp: (error) => this.#leave(server, error) };
  }

  /** Lets go of the server; what is under way is cut by whoever waits for it. */
  end(): void {
    this.#ended = true;
    this.#server?.close();
    this.#server = undefined;
  }

  /** Asks again where nothing can have been done: the server is another one then. */
  async #call<T>(milliseconds: number, send: Send<T>, again = NOTHING_DONE): Promise<T> {
    const until = performance.now() + milliseconds;
    for (let asked = 1; ; asked += 1) {
      const server = this.#server ?? (await this.#within(until - performance.now()));
      try {
        const { metadata, options } = this.#along;
        return await send(server, metadata, { ...options, deadline: Date.now() + Math.max(1, until - performance.now()) });
      } catch (error) {
        const failed = failureOf(error);
        this.#leave(server, error);
        if (asked > AGAIN.length || !again.has(failed.kind) || performance.now() >= until) throw failed;
        await sleep(AGAIN[asked - 1]);
      }
    }
  }

  #prepared(): { readonly metadata: Metadata; readonly options: CallOptions } {
    const [metadata, options] = this.callArguments({ requiresLeader: true });
    return { metadata: Uncompressed.of(metadata), options };
  }

  /** The server of now, where it is found in time. */
  async #within(milliseconds: number): Promise<StreamsClient> {
    if (this.#ended) throw new CallFailed('not-sent');
    if (this.#server !== undefined) return this.#server;
    const late = Promise.withResolvers<never>();
    const timer = setTimeout(() => late.reject(new CallFailed('not-sent')), Math.max(1, milliseconds));
    try {
      this.#finding ??= this.#find().finally(() => {
        this.#finding = undefined;
      });
      return await Promise.race([this.#finding, late.promise]);
    } catch (error) {
      throw failureOf(error);
    } finally {
      clearTimeout(timer);
    }
  }

  async #find(): Promise<StreamsClient> {
    const leader = this.#leader;
    this.#leader = undefined;
    const found = leader ?? (await this.#search());
    // Whoever ends it does not wait for the search.
    if (this.#ended) throw new CallFailed('not-sent');
    this.#server = new StreamsClient(found, this.#credentials, CHANNEL);
    return this.#server;
  }

  /** Where the leader is. Not left to the client: it would ask nodes that say nothing for a minute after the end. */
  async #search(): Promise<string> {
    for (let searches = 1; ; searches += 1) {
      try {
        return await this.resolveUri();
      } catch (error) {
        if (this.#ended || searches === SEARCHES) throw error;
      }
    }
  }

  /** Whoever failed is asked no more, unless all that it said is no. */
  #leave(server: StreamsClient, error: unknown): void {
    if (failureOf(error).kind === 'refused' || this.#server !== server) return;
    this.#leader = leaderIn(error);
    this.#server = undefined;
    server.close();
  }
}

/** Answers as they come. */
function readingOf(server: StreamsClient, request: ReadReq, metadata: Metadata, options: CallOptions): ClientReadableStream<Answer> {
  const { path, requestSerialize } = StreamsService.read;
  return server.makeServerStreamRequest(path, requestSerialize, answerIn, request, metadata, options);
}

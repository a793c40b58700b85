import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';

/** The server notices within seconds that this client is gone, and lets go of its turn: by itself it would after hours. Says nothing on a Unix socket. */
const HEARTBEAT = ['tcp_keepalives_idle=2', 'tcp_keepalives_interval=1', 'tcp_keepalives_count=3'].map((setting) => `-c ${setting}`).join(' ');

/** A projector's session, hung up where an answer does not come: a server that is moved, or a network that is cut, says no goodbye. */
export class Session {
  readonly client: Client;
  /** Aborts once nothing more comes of it. */
  readonly lost: AbortSignal;
  /** Whether it was hung up. */
  gaveUp = false;
  readonly #socket = new Socket();

  /** `patience`: how long an answer is waited for, in milliseconds. */
  constructor(
    connection: ClientConfig,
    private readonly patience: number,
  ) {
    const lost = new AbortController();
    this.lost = lost.signal;
    const heartbeat = { keepAlive: true, keepAliveInitialDelayMillis: 2_000, options: `${connection.options ?? ''} ${HEARTBEAT}` };
    this.client = new Client({ ...connection, ...heartbeat, stream: () => this.#socket, application_name: 'xinma projector', connectionTimeoutMillis: patience, pipeline: true });
    this.client.on('error', () => lost.abort());
    this.client.on('end', () => lost.abort());
  }

  /** What comes of this work. Rejects where it takes too long: then there is no session any more. */
  async within<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const { promise: late, reject } = Promise.withResolvers<never>();
    const timer = setTimeout(() => {
      this.gaveUp = true;
      this.#socket.destroy();
      // The client may have heard of the end before, and would never say so again.
      reject(new Error(`no answer within ${this.patience} ms`));
    }, this.patience);
    try {
      return await Promise.race([work(this.client), late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Says goodbye, if there is somebody to hear it. */
  async end(): Promise<void> {
    await this.within((client) => client.end()).catch(() => undefined);
    this.#socket.destroy();
  }
}

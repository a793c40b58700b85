import type { Duplex } from 'node:stream';
import type { Connection, Submittable } from 'pg';

/** What stands before each piece: a letter and four bytes that count themselves and the piece. */
export const FRAME = 5;

const DATA = 'd'.charCodeAt(0);
/** That what came before is not wanted, for no reason that the server has to know. */
const FAIL = Buffer.from([...Buffer.from('f'), 0, 0, 0, 5, 0]);
const DONE = Buffer.from([...Buffer.from('c'), 0, 0, 0, 4]);

/** What begins a binary `COPY`: its signature, no flags, no extension. Behind the last row: -1 in place of a row's count of columns. */
const HEADER = framed(Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1'));
const TRAILER = framed(Buffer.from([0xff, 0xff]));

/**
 * One `COPY ... FROM STDIN (FORMAT binary)`, to be queried once, that is sent rows piece by piece while it runs. Pieces do not wait for the server to ask for them: it reads what it is sent in order, and
 * passes over pieces of a statement that it refused.
 */
export class CopyIn implements Submittable {
  readonly #done = Promise.withResolvers<void>();
  #socket: Duplex | undefined;
  /** Until the connection gets to this statement. */
  #waiting: (() => void)[] | undefined = [];
  #ended = false;

  constructor(private readonly statement: string) {
    // Whoever waits for the end hears of it.
    this.#done.promise.catch(() => undefined);
  }

  /** Resolves when the server has all of it and the connection is free; rejects where it was refused. */
  get done(): Promise<void> {
    return this.#done.promise;
  }

  /** Sends whole rows, before which there are `FRAME` bytes that are free. `sent` is called when the piece may be written over; not where the statement has failed. */
  send(piece: Buffer, sent: () => void): void {
    frame(piece);
    this.#write(piece, sent);
  }

  /** Nothing more comes. */
  end(): void {
    this.#write(TRAILER);
    this.#write(DONE);
  }

  /** What came is not wanted: the statement fails, and the connection is free. */
  fail(): void {
    this.#write(FAIL);
  }

  /** Called by the connection. */
  submit(connection: Connection): void {
    this.#socket = connection.stream;
    connection.query(this.statement);
    this.#write(HEADER);
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const write of waiting) write();
  }

  /** Called by the connection: it has been sent already. */
  handleCopyInResponse(): void {}

  /** Called by the connection. */
  handleCommandComplete(): void {}

  /** Called by the connection. */
  handleReadyForQuery(): void {
    this.#ended = true;
    this.#done.resolve();
  }

  /** Called by the connection. */
  handleError(error: Error): void {
    this.#ended = true;
    this.#done.reject(error);
  }

  // What follows on this connection must not get what was meant for a statement that has failed.
  #write(bytes: Buffer, sent?: () => void): void {
    if (this.#ended) return;
    if (this.#socket === undefined) this.#waiting?.push(() => this.#write(bytes, sent));
    else this.#socket.write(bytes, (error) => (error ? undefined : sent?.()));
  }
}

function frame(piece: Buffer): void {
  piece[0] = DATA;
  piece.writeInt32BE(piece.length - 1, 1);
}

function framed(bytes: Buffer): Buffer {
  const piece = Buffer.concat([Buffer.alloc(FRAME), bytes]);
  frame(piece);
  return piece;
}

import { finished } from 'node:stream/promises';
import type { Client } from 'pg';
import * as copies from 'pg-copy-streams';
import { nameOf } from '../rows.js';
import type { Row, Table } from '../table.js';
import { BinaryRows } from './binary-rows.js';

/** Bytes of rows of one table that go to the server together. */
const PIECE = 524_288;

/** Pieces that may be on their way: whoever brings rows faster than the server takes them waits. */
const ON_THE_WAY = 6;

/** Adds rows to tables by `COPY`, piece by piece, on one connection. Holds at most a piece of each table and those on their way. */
export class BulkWriter {
  readonly #rows = new Map<Table, BinaryRows>();
  // Used again: memory outside the heap is dear to get, and makes the collector busy.
  readonly #papers: Buffer[] = [];
  readonly #onTheWay: Promise<void>[] = [];

  constructor(
    private readonly client: Client,
    private readonly schema: string,
  ) {}

  /** Adds a row that no other has the key of. */
  add(table: Table, row: Row): void {
    const rows = this.#of(table);
    rows.add(row);
    if (rows.length >= PIECE) this.#send(table, rows);
  }

  /** Resolves when more may come. Rejects where what came before was refused. */
  async ready(): Promise<void> {
    while (this.#onTheWay.length >= ON_THE_WAY) await this.#onTheWay[0];
  }

  /** Resolves when the server has all of it. */
  async flush(): Promise<void> {
    for (const [table, rows] of this.#rows) if (!rows.isEmpty) this.#send(table, rows);
    await this.idle();
  }

  /** Resolves when nothing is on its way: the connection is free. */
  async idle(): Promise<void> {
    await this.#onTheWay.at(-1);
  }

  #of(table: Table): BinaryRows {
    const known = this.#rows.get(table);
    if (known !== undefined) return known;
    const made = new BinaryRows(table, () => this.#papers.pop() ?? Buffer.allocUnsafeSlow(PIECE + PIECE / 16));
    this.#rows.set(table, made);
    return made;
  }

  #send(table: Table, rows: BinaryRows): void {
    const piece = rows.take();
    const sent = (this.#onTheWay.at(-1) ?? Promise.resolve()).then(() => this.#copy(table, piece));
    this.#onTheWay.push(sent);
    // One that failed stays: whoever asks whether more may come hears of it.
    sent.then(() => this.#onTheWay.shift(), () => undefined);
  }

  async #copy(table: Table, piece: Buffer): Promise<void> {
    const copying = this.client.query(copies.from(`COPY ${nameOf({ schema: this.schema, table })} FROM STDIN (FORMAT binary)`));
    copying.end(piece);
    await finished(copying);
    // The server has answered that it has all of it.
    this.#papers.push(Buffer.from(piece.buffer));
  }
}

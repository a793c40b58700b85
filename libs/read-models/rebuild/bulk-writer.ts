import type { Client } from 'pg';
import { nameOf } from '../rows.js';
import type { Row, Table } from '../table.js';
import { BinaryRows } from './binary-rows.js';
import { CopyIn } from './copy-in.js';

/** Bytes of rows of one table that go to the server together. */
const PIECE = 131_072;

/** Pieces that may be on their way: whoever brings rows faster than the server takes them waits. */
const ON_THE_WAY = 48;

/** Pieces of a table that wait while another table's statement runs. */
const IN_TURN = 32;

/** Pieces of one statement. The server gets ready anew for each, which takes it as long as hundreds of rows; and holds on to what others have thrown away until it ends. */
const TOGETHER = 256;

interface Running {
  readonly table: Table;
  readonly copy: CopyIn;
  pieces: number;
}

/**
 * Adds rows to tables by `COPY`, piece by piece, on one connection. One table's statement runs at a time, and goes on while its rows come: the others' wait until there are many. So what is held is at most
 * `IN_TURN` pieces a table, and those on their way.
 */
export class BulkWriter {
  readonly #rows = new Map<Table, BinaryRows>();
  readonly #waiting = new Map<Table, Buffer[]>();
  // Used again: memory outside the heap is dear to get, and makes the collector busy.
  readonly #papers: Buffer[] = [];
  #running: Running | undefined;
  /** Of the statements before the one that runs. */
  #before: Promise<void> = Promise.resolve();
  #failed: { readonly error: unknown } | undefined;
  #onTheWay = 0;
  #less = Promise.withResolvers<void>();

  constructor(
    private readonly client: Client,
    private readonly schema: string,
  ) {}

  /** Adds a row that no other has the key of. */
  add(table: Table, row: Row): void {
    const rows = this.#of(table);
    rows.add(row);
    if (rows.length >= PIECE) this.#take(table, rows);
  }

  /** Resolves when more may come. Rejects where what came before was refused. */
  async ready(): Promise<void> {
    while (this.#onTheWay >= ON_THE_WAY && this.#failed === undefined) await this.#less.promise;
    if (this.#failed !== undefined) throw this.#failed.error;
  }

  /** Resolves when the server has all of it, and the connection is free. */
  async flush(): Promise<void> {
    for (const [table, rows] of this.#rows) if (!rows.isEmpty) this.#wait(table, rows.take());
    if (this.#running !== undefined) this.#sendWaiting(this.#running.table);
    for (const table of this.#waiting.keys()) this.#sendWaiting(table);
    this.#end();
    await this.#before;
  }

  /** Ends what runs, where nothing more comes of it: what follows on the connection would wait for it for ever. */
  giveUp(): void {
    this.#running?.copy.fail();
    this.#running = undefined;
  }

  #of(table: Table): BinaryRows {
    const known = this.#rows.get(table);
    if (known !== undefined) return known;
    const made = new BinaryRows(table, () => this.#papers.pop() ?? Buffer.allocUnsafeSlow(PIECE + PIECE / 16));
    this.#rows.set(table, made);
    return made;
  }

  #take(table: Table, rows: BinaryRows): void {
    const waiting = this.#wait(table, rows.take());
    if (this.#running === undefined || this.#running.table === table) return this.#sendWaiting(table);
    if (waiting < IN_TURN) return;
    this.#sendWaiting(table);
    this.#end();
  }

  /** How many of its pieces wait now. */
  #wait(table: Table, piece: Buffer): number {
    const waiting = this.#waiting.get(table) ?? [];
    this.#waiting.set(table, waiting);
    return waiting.push(piece);
  }

  #sendWaiting(table: Table): void {
    for (const piece of this.#waiting.get(table)?.splice(0) ?? []) this.#send(table, piece);
  }

  #send(table: Table, piece: Buffer): void {
    const running = this.#statementOf(table);
    this.#onTheWay += 1;
    running.copy.send(piece, () => this.#sent(piece));
    running.pieces += 1;
    if (running.pieces >= TOGETHER) this.#end();
  }

  #sent(piece: Buffer): void {
    this.#onTheWay -= 1;
    this.#papers.push(Buffer.from(piece.buffer));
    this.#wake();
  }

  #wake(): void {
    this.#less.resolve();
    this.#less = Promise.withResolvers<void>();
  }

  #statementOf(table: Table): Running {
    if (this.#running?.table === table) return this.#running;
    this.#end();
    const copy = new CopyIn(`COPY ${nameOf({ schema: this.schema, table })} FROM STDIN (FORMAT binary)`);
    const begun = this.#before.then(() => void this.client.query(copy));
    this.#before = begun.then(() => copy.done);
    this.#before.catch((error: unknown) => {
      this.#failed ??= { error };
      this.#wake();
    });
    this.#running = { table, copy, pieces: 0 };
    return this.#running;
  }

  #end(): void {
    this.#running?.copy.end();
    this.#running = undefined;
  }
}

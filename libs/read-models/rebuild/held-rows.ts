import type { Client } from 'pg';
import type { Projection, Touch } from '../projection.js';
import { load, type Place, rewrite } from '../rows.js';
import type { Row } from '../table.js';
import type { BulkWriter } from './bulk-writer.js';

/** Rows that one statement rewrites. */
const TOGETHER = 5_000;

/** The rows of one projection while the log is folded, until there are too many of them: then they go into their table, and come back when an event looks at them. */
export class HeldRows {
  /** By key; undefined for one that goes from where it stands. */
  #rows = new Map<string, Row | undefined>();
  #stand = false;

  constructor(
    readonly projection: Projection,
    /** Where they are brought from. */
    private readonly at: { readonly client: Client; readonly schema: string },
  ) {}

  /** How many there are. */
  get size(): number {
    return this.#rows.size;
  }

  /** Takes one touch. Its row is here, or stands nowhere. */
  take(touch: Touch<Row>): void {
    const row = touch.evolve(touch.blind === true ? undefined : this.#rows.get(touch.key));
    if (row === undefined && !this.#stand) this.#rows.delete(touch.key);
    else this.#rows.set(touch.key, row);
  }

  /** Brings the rows that these touches look at, where they stand in the table. */
  async bring(touches: readonly Touch<Row>[]): Promise<void> {
    const wanted = new Map<string, boolean>();
    for (const { key, blind } of touches) if (!this.#rows.has(key) && !wanted.has(key)) wanted.set(key, blind !== true);
    const keys = [...wanted].flatMap(([key, looked]) => (looked ? [key] : []));
    if (keys.length === 0) return;
    for (const [key, row] of await load(this.#place, keys)) this.#rows.set(key, row);
  }

  /** Puts the rows, and what follows from them, into their tables, and lets go of them. */
  async put(writer: BulkWriter): Promise<void> {
    if (this.#stand) await this.#rewrite();
    else this.#add(writer);
    this.#rows = new Map();
    this.#stand = true;
  }

  #add(writer: BulkWriter): void {
    const { table, derived } = this.projection;
    for (const row of this.#rows.values()) {
      if (row === undefined) continue;
      writer.add(table, row);
      const following = derived?.from(row);
      if (derived !== undefined && following !== undefined) writer.add(derived.table, following);
    }
  }

  async #rewrite(): Promise<void> {
    const { derived } = this.projection;
    const keys = [...this.#rows.keys()];
    for (let from = 0; from < keys.length; from += TOGETHER) {
      const some = keys.slice(from, from + TOGETHER);
      const standing = new Map(some.flatMap((key) => pair(key, this.#rows.get(key))));
      const following = derived === undefined ? [] : rewrite({ ...this.#place, table: derived.table }, some, new Map([...standing].flatMap(([key, row]) => pair(key, derived.from(row)))));
      for (const write of [...rewrite(this.#place, some, standing), ...following]) await write();
    }
  }

  get #place(): Place {
    return { ...this.at, table: this.projection.table };
  }
}

const pair = (key: string, row: Row | undefined): readonly (readonly [string, Row])[] => (row === undefined ? [] : [[key, row]]);

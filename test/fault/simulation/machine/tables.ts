import type { RecordedEvent } from '../../../../libs/event-store/index.js';
import { AccessEntryRow, Basis, Claim, Copy, Person, ProxyViewRow, StandingResult } from '../../../../libs/read-models/entities.js';
import { readClear } from '../../../../libs/read-models/events.js';
import { foldRows, mustFollow, touchesOf } from '../../../../libs/read-models/page.js';
import { isNotShown, PROJECTIONS } from '../../../../libs/read-models/projections/index.js';
import { type EntityClass, type Row, tableOf } from '../../../../libs/read-models/table.js';

/** The read models in memory: rows come through the product's own projections, a page and its checkpoint together, as a transaction would have it. */
export class Tables {
  position = 0n;
  private readonly tables = new Map<string, Map<string, Row>>();

  /** What `applyPage` does in Postgres: drops what was projected before, refuses a gap, folds, moves the checkpoint. */
  apply(page: readonly RecordedEvent[]): bigint {
    const fresh = page.filter(({ position }) => position > this.position);
    mustFollow(this.position, fresh, true);
    const events = fresh.filter(({ type }) => !isNotShown(type)).map(readClear);
    for (const projection of PROJECTIONS) {
      const touches = touchesOf(projection, events);
      const keys = new Set(touches.map(({ key }) => key));
      const table = this.tableNamed(projection.table.name);
      const after = foldRows(new Map([...keys].flatMap((key) => pair(key, table.get(key)))), touches);
      for (const key of keys) {
        put(table, key, after.get(key));
        const row = after.get(key);
        if (projection.derived !== undefined) put(this.tableNamed(projection.derived.table.name), key, row && projection.derived.from(row));
      }
    }
    this.position = fresh.at(-1)?.position ?? this.position;
    return this.position;
  }

  /** The rows of an entity, in the order in which they came. */
  rows<R extends object>(entity: EntityClass<R>): readonly R[] {
    return [...this.tableNamed(tableOf(entity).name).values()] as object[] as R[];
  }

  /** The row of a key. */
  row<R extends object>(entity: EntityClass<R>, key: string): R | undefined {
    return this.tableNamed(tableOf(entity).name).get(key) as object | undefined as R | undefined;
  }

  private tableNamed(name: string): Map<string, Row> {
    const table = this.tables.get(name) ?? new Map<string, Row>();
    this.tables.set(name, table);
    return table;
  }
}

/** The entities that are asked here. */
export { AccessEntryRow, Basis, Claim, Copy, Person, ProxyViewRow, StandingResult };

const pair = (key: string, row: Row | undefined): readonly (readonly [string, Row])[] => (row === undefined ? [] : [[key, row]]);

function put(table: Map<string, Row>, key: string, row: Row | undefined): void {
  if (row === undefined) table.delete(key);
  else table.set(key, row);
}

import { getMetadataArgsStorage } from 'typeorm/globals.js';

/** What a column holds in JavaScript. */
export type Value = string | number | Buffer | Date | null;

/** A row by property names; entities are its typed shapes. */
export type Row = Readonly<Record<string, Value>>;

/** A column: its entity's property, its name and its Postgres type. */
export interface ColumnOf {
  readonly property: string;
  readonly name: string;
  readonly type: string;
}

/** A table as its entity declares it. Every read model has a key of one column. */
export interface Table {
  readonly name: string;
  readonly key: ColumnOf;
  readonly columns: readonly ColumnOf[];
}

/** A class that TypeORM knows as an entity. */
export type EntityClass<R extends object> = new () => R;

/** Reads the declaration back, so that columns are written down once. */
export function tableOf<R extends object>(entity: EntityClass<R>): Table {
  const storage = getMetadataArgsStorage();
  const name = storage.filterTables(entity)[0]?.name;
  const declared = storage
    .filterColumns(entity)
    .map(({ propertyName, options: { name: column, type, primary } }) => ({ property: propertyName, name: column, type, primary: primary === true }));
  const columns = declared.map(({ property, name, type }): ColumnOf => {
    if (name === undefined || typeof type !== 'string') throw new Error(`${entity.name}.${property} declares no column name or type`);
    return { property, name, type };
  });
  const keys = columns.filter((_column, index) => declared[index]?.primary);
  const [key] = keys;
  if (name === undefined || key === undefined || keys.length !== 1) throw new Error(`${entity.name} is no table with one key column`);
  return { name, key, columns };
}

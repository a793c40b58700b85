import type { Slip } from './inputs.js';

type Slips = readonly (readonly [field: number, slip: Slip])[];

/** JSON text of a value with these slips in it. Unlike `JSON.stringify` it writes -0, and infinity as a number that is too big. */
export function written(value: unknown, slips: Slips): string {
  const count = { field: 0 };
  return write(value, slips, count);
}

/** How many fields a value has, at every depth. */
export function fieldsOf(value: unknown): number {
  const count = { field: 0 };
  write(value, [], count);
  return count.field;
}

function write(value: unknown, slips: Slips, count: { field: number }): string {
  if (Array.isArray(value)) return `[${value.map((item) => write(item, slips, count)).join(',')}]`;
  if (typeof value === 'object' && value !== null) return `{${Object.entries(value).filter(([, field]) => field !== undefined).flatMap(([name, field]) => member(name, field, slips, count)).join(',')}}`;
  return scalar(value);
}

function member(name: string, value: unknown, slips: Slips, count: { field: number }): readonly string[] {
  const here = count.field;
  count.field += 1;
  const plain = `${JSON.stringify(name)}:${write(value, slips, count)}`;
  const slip = slips.find(([field]) => field === here)?.[1];
  return slip === undefined ? [plain] : slipped(name, value, plain, slip);
}

function slipped(name: string, value: unknown, plain: string, slip: Slip): readonly string[] {
  const key = JSON.stringify(name);
  switch (slip.how) {
    case 'replace':
      return [`${key}:${write(slip.by, [], { field: 0 })}`];
    case 'drop':
      return [];
    case 'add':
      return [plain, '"surprise":1'];
    case 'twice':
      return [plain, plain];
    case 'list':
      return [`${key}:[${plain.slice(key.length + 1)}]`];
    case 'quote':
      return [`${key}:${typeof value === 'string' && /^\d+$/.test(value) ? value : JSON.stringify(plain.slice(key.length + 1))}`];
  }
}

function scalar(value: unknown): string {
  if (typeof value === 'number' && !Number.isFinite(value)) return value > 0 ? '1e400' : '-1e400';
  return Object.is(value, -0) ? '-0' : JSON.stringify(value);
}

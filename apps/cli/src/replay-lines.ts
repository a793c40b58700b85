import { createHash } from 'node:crypto';
import { styleText } from 'node:util';
import type { AccessReport } from '../../../libs/application/audit/index.js';
import type { TablesAt } from '../../../libs/read-models/index.js';

/** Who could look, who did and who was refused, in columns, and the hash of it all. */
export function accessLines(report: AccessReport): readonly string[] {
  const { position, asOf, could, did, refused } = report;
  const hash = createHash('sha256').update(JSON.stringify(report, inOrder)).digest('hex');
  return [
    `the log up to position ${position}, windows judged at ${asOf}`,
    ...section('could look', could),
    ...section('looked', did),
    ...section('were refused', refused),
    `sha256 ${hash}`,
  ];
}

/** Members by their names: whoever has the same answer from elsewhere comes to the same hash. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))) : value;

/** Every table with its row count and hash. */
export const tableLines = ({ position, tables }: TablesAt): readonly string[] => [
  `the read models at position ${position}`,
  styleText('bold', `${'table'.padEnd(16)} ${'rows'.padStart(9)}  sha256 over rows in key order`),
  ...tables.map(({ table, rows, hash }) => `${table.padEnd(16)} ${String(rows).padStart(9)}  ${hash}`),
];

function section(title: string, rows: readonly object[]): readonly string[] {
  const cells = rows.map((row) => Object.values(row).map(text));
  const names = Object.keys(rows[0] ?? {});
  const widths = names.map((name, column) => Math.max(name.length, ...cells.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[], style: (cell: string, padded: string) => string): string => `  ${row.map((cell, column) => style(cell, cell.padEnd(widths[column] ?? 0))).join('  ').trimEnd()}`;
  const header = rows.length === 0 ? [] : [line(names, (_, padded) => styleText('dim', padded))];
  return [styleText('bold', `${title}: ${rows.length}`), ...header, ...cells.map((row) => line(row, coloured))];
}

const text = (value: unknown): string => (Array.isArray(value) ? value.join(' ') : String(value));

/** What stands out of a table: a yes, and what is neither a yes nor a no. */
const COLOURS: Readonly<Record<string, 'green' | 'yellow'>> = { yes: 'green', shown: 'green', 'as-age-allows': 'yellow', withheld: 'yellow' };

function coloured(cell: string, padded: string): string {
  const colour = COLOURS[cell];
  return colour === undefined ? padded : styleText(colour, padded);
}

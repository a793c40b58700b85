/** The cells of one record of CSV (RFC 4180). */
export const cellsOf = (record: string): readonly string[] => Array.from(`,${record.replace(/\r$/, '')}`.matchAll(/,(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, bare = '']) => quoted?.replaceAll('""', '"') ?? bare);

/** What a spreadsheet takes for the beginning of a formula: in its usual letters and in wide ones. */
const FORMULA = /(^|[;,\t|"])(\s*)(?=[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/g;

/** One cell as text that nothing executes: also where a spreadsheet cuts at another place than ours. Controls are blanks. */
export const inert = (cell: string): string => cell.replaceAll(/\p{Cc}/gu, ' ').replaceAll(FORMULA, "$1'$2");

const quoted = (cell: string): string => `"${inert(cell).replaceAll('"', '""')}"`;

/** A table as CSV (RFC 4180): every cell between quotes, and a byte order mark, without which some spreadsheets read no Chinese. */
export const csvOf = (rows: readonly (readonly string[])[]): string => `\uFEFF${rows.map((cells) => `${cells.map(quoted).join(',')}\r\n`).join('')}`;

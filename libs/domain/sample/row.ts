import { isRecord } from '../codec/index.js';
import { hasMoreStrings } from './count-strings.js';

/** A longer row is not read. */
export const MAX_ROW_BYTES = 16_384;

/** A name as a row gives it: `fn`/`gn` as written, `fnt`/`gnt` transliterated; '' where it does not. */
export type RowName = { readonly [K in (typeof NAME_FIELDS)[number]]: string };

/** One row of a laboratory's feed, an EU DCC test entry with its holder; '' where an optional field is missing or empty. */
export type LabRow = { readonly [K in (typeof TEXT_FIELDS)[number]]: string } & { readonly nam: RowName };

const NAME_FIELDS = ['fn', 'gn', 'fnt', 'gnt'] as const;
const REQUIRED = ['tg', 'tt', 'sc', 'tr', 'ci'] as const;
const TEXT_FIELDS = [...REQUIRED, 'dob', 'nm', 'ma', 'dr', 'tc', 'co', 'is', 'source'] as const;

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * Reads one line, sent by a laboratory: undefined for what is not a JSON object in UTF-8 of at most 16 KiB with known fields, each text and named once, and
 * the required ones not empty.
 */
export function readRow(line: Uint8Array): LabRow | undefined {
  if (line.byteLength > MAX_ROW_BYTES) return undefined;
  try {
    const text = utf8.decode(line);
    const json: unknown = JSON.parse(text);
    if (!isRecord(json)) return undefined;
    // The fields first: whatever else somebody sends, of many keys or deeply nested, costs no more than it cost to parse.
    const row = admitJson(json);
    return row === undefined || repeatsKey(text, json) ? undefined : row;
  } catch {
    // No UTF-8, or no JSON.
    return undefined;
  }
}

const OF_NAME = 'nam.';

/** The columns of a row in a form without nesting: a part of the name is `nam.fn`. Those of `REQUIRED_COLUMNS` have to be there. */
export const ROW_COLUMNS: readonly string[] = [...TEXT_FIELDS, ...NAME_FIELDS.map((part) => `${OF_NAME}${part}`)];
export const REQUIRED_COLUMNS: readonly string[] = REQUIRED;

/** A row by its columns, as `readRow` would take it: undefined for an unknown column, half a character, or a required one missing or empty. */
export function admitRow(columns: Readonly<Record<string, string>>): LabRow | undefined {
  const [ofName, others] = [new Map<string, string>(), new Map<string, string>()];
  for (const [column, text] of Object.entries(columns)) {
    if (column.startsWith(OF_NAME)) ofName.set(column.slice(OF_NAME.length), text);
    else others.set(column, text);
  }
  // In this order: a column `nam`, which there is not, is found to be no name.
  return admitJson({ nam: Object.fromEntries(ofName), ...Object.fromEntries(others) });
}

function admitJson(json: Readonly<Record<string, unknown>>): LabRow | undefined {
  const { nam = NO_NAME } = json;
  const name = textsOf(NAME_FIELDS, nam, 0);
  const texts = textsOf(TEXT_FIELDS, json, nam === NO_NAME ? 0 : 1);
  if (name === undefined || texts === undefined || REQUIRED.some((field) => texts[field] === '')) return undefined;
  return Object.assign(texts, { nam: name });
}

const NO_NAME = {};

/** Whether the text of an admitted row names a key twice, also by different escapes: parsers disagree about which one counts. What a later key of its name wrote over are strings more than the row has. */
function repeatsKey(text: string, json: Readonly<Record<string, unknown>>): boolean {
  // Written out again each key stands once: text that is the same letter by letter repeats none.
  if (JSON.stringify(json) === text) return false;
  const { nam } = json;
  // Each field is a key and a text, but for the name, which is a key and fields.
  return hasMoreStrings(text, 2 * Object.keys(json).length + (isRecord(nam) ? 2 * Object.keys(nam).length - 1 : 0));
}

/** A new object with these fields, each a text; undefined where one is something else, or where there are others than these and `more`. */
function textsOf<Name extends string>(names: readonly Name[], json: unknown, more: number): { readonly [K in Name]: string } | undefined {
  if (!isRecord(json)) return undefined;
  const texts: Record<string, string> = {};
  let known = more;
  for (const name of names) {
    const text = json[name];
    texts[name] = '';
    if (text === undefined) continue;
    if (!isText(text)) return undefined;
    texts[name] = text;
    known += 1;
  }
  return Object.keys(json).length === known ? (texts as { readonly [K in Name]: string }) : undefined;
}

const isText = (json: unknown): json is string => typeof json === 'string' && json.isWellFormed();

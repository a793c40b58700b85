import { isRecord } from '../codec/index.js';
import { hasRepeatedKey } from './repeated-key.js';

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
  const json = line.byteLength > MAX_ROW_BYTES ? undefined : readObject(line);
  if (json === undefined) return undefined;
  const { nam = {}, ...rest } = json;
  const name = textsOf(NAME_FIELDS, nam);
  const texts = textsOf(TEXT_FIELDS, rest);
  if (name === undefined || texts === undefined || REQUIRED.some((field) => texts[field] === '')) return undefined;
  return { ...texts, nam: name };
}

function readObject(line: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const text = utf8.decode(line);
    const json: unknown = JSON.parse(text);
    return isRecord(json) && !hasRepeatedKey(text) ? json : undefined;
  } catch {
    // No UTF-8, or no JSON.
    return undefined;
  }
}

function textsOf<Name extends string>(names: readonly Name[], json: unknown): { readonly [K in Name]: string } | undefined {
  if (!isRecord(json) || Object.keys(json).some((key) => !names.some((name) => name === key))) return undefined;
  const texts = names.map((name) => [name, json[name] ?? ''] as const);
  const known = Object.keys(json).every((key) => typeof json[key] === 'string' && json[key].isWellFormed());
  return known ? (Object.fromEntries(texts) as { readonly [K in Name]: string }) : undefined;
}

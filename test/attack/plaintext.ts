import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A value that was found where only sealed bytes belong. */
export interface Leak {
  readonly file: string;
  readonly value: string;
  readonly form: string;
}

interface Needle {
  readonly value: string;
  readonly form: string;
  readonly bytes: Buffer;
}

// Base64 writes three bytes in four letters, so a value inside a longer text stands in one of three ways; the letters at its edges also hold its neighbours'
// bits and are cut.
function base64Forms(value: string): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const letters = Buffer.concat([Buffer.alloc(offset), Buffer.from(value, 'utf8')]).toString('base64').replaceAll('=', '');
    return letters.slice(offset === 0 ? 0 : offset + 1, -1);
  });
}

const escaped = (value: string): string => [...Array(value.length).keys()].map((at) => `\\u${value.charCodeAt(at).toString(16).padStart(4, '0')}`).join('');
const jsonEscaped = (value: string): string => [...Array(value.length).keys()].map((at) => (value.charCodeAt(at) < 128 ? value.charAt(at) : escaped(value.charAt(at)))).join('');

/** The forms in which a careless program writes a value: plain, UTF-16, hex, base64 and base64url at each alignment, JSON's backslash-u. */
function needles(value: string): readonly Needle[] {
  const hex = Buffer.from(value, 'utf8').toString('hex');
  const text = (form: string, written: string): Needle => ({ value, form, bytes: Buffer.from(written, 'latin1') });
  const base64 = base64Forms(value).flatMap((letters) => [text('base64', letters), text('base64url', letters.replaceAll('+', '-').replaceAll('/', '_'))]);
  return [
    { value, form: 'plain', bytes: Buffer.from(value, 'utf8') },
    { value, form: 'utf-16', bytes: Buffer.from(value, 'utf16le') },
    text('hex', hex),
    text('hex', hex.toUpperCase()),
    ...base64,
    text('\\u', escaped(value)),
    text('\\u', jsonEscaped(value)),
  ];
}

/** Reads every file under the folders and tells each planted value (at least 8 bytes, so that chance finds none) that it meets. */
export function findPlaintext(folders: readonly string[], planted: readonly string[]): readonly Leak[] {
  const short = planted.find((value) => Buffer.byteLength(value) < 8);
  if (short !== undefined) throw new Error('a planted value has fewer than 8 bytes');
  const wanted = planted.flatMap(needles);
  return folders.flatMap((folder) => filesOf(folder).flatMap((file) => leaksIn(file, wanted)));
}

const filesOf = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));

function leaksIn(file: string, wanted: readonly Needle[]): readonly Leak[] {
  const bytes = readFileSync(file);
  return wanted.filter((needle) => bytes.includes(needle.bytes)).map(({ value, form }) => ({ file, value, form }));
}

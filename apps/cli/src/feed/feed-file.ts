import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '../../../../libs/kernel/index.js';
import { movedRow } from './as-of.js';
import { isFeedName } from './feed-source.js';

const LINE_FEED = 0x0a;

/** The feed's file: itself, or the one `.ndjson` in a folder. Throws where there is none. */
export function feedFile(path: string): string {
  if (!statSync(path).isDirectory()) return path;
  const [file, ...more] = readdirSync(path).filter((name) => name.endsWith('.ndjson') && isFeedName(name));
  if (file === undefined || more.length > 0) throw new Error(`${path} should hold one .ndjson file`);
  return join(path, file);
}

/** The file's rows, without line feeds and empty lines, moved up to `asOf` where one is given. What is no UTF-8 stays as it is. */
export async function* feedRows(file: string, asOf?: Instant): AsyncGenerator<Uint8Array> {
  let held = Buffer.alloc(0);
  for await (const chunk of createReadStream(file)) {
    let rest = Buffer.concat([held, chunk as Buffer]);
    for (let end = rest.indexOf(LINE_FEED); end >= 0; end = rest.indexOf(LINE_FEED)) {
      if (end > 0) yield moved(rest.subarray(0, end), asOf);
      rest = rest.subarray(end + 1);
    }
    held = rest;
  }
  if (held.length > 0) yield moved(held, asOf);
}

const moved = (line: Buffer, asOf: Instant | undefined): Uint8Array => (asOf === undefined ? line : movedRow(line, asOf));

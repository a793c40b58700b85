import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import type { FileHandle } from 'node:fs/promises';
import { openAnew, renameDurably } from './durable.js';
import { BackupUnusable } from './problem.js';

/** A wrapped key as it is stored, or the mark that one was destroyed. */
export interface KeptKey {
  readonly class: string;
  readonly owner: string;
  /** Base64; null where it was destroyed. */
  readonly wrapped: string | null;
  /** RFC 3339 with microseconds; null where it was not. */
  readonly destroyedAt: string | null;
}

/** What stands before the keys. `check` (base64) recognises the master key that wrapped them and says nothing about it; empty where there is none yet. */
export interface KeysHeader {
  readonly format: typeof KEYS_FORMAT;
  readonly backup: string;
  readonly run: number;
  readonly check: string;
}

/** How many keys a file has, and how many marks of destroyed ones. */
export interface KeysCount {
  readonly keys: number;
  readonly destroyed: number;
}

/** The format of the keys' file. */
export const KEYS_FORMAT = 'xinma-keys/1';

/** The keys' file. */
export const KEYS_FILE = 'keys.ndjson';

/** Pages of keys: constant memory. */
export type KeyPages = AsyncIterable<readonly KeptKey[]>;

/** Writes all keys in one file, in place of the one before, which is gone then: a key that was destroyed since stands in no copy of ours. Its last line is the SHA-256 of all others. */
export async function writeKeys(file: string, header: KeysHeader, pages: KeyPages): Promise<KeysCount> {
  const handle = await openAnew(`${file}.part`);
  try {
    const counted = await writeLines(handle, header, pages);
    await handle.sync();
    await handle.close();
    await renameDurably(`${file}.part`, file);
    return counted;
  } finally {
    await handle.close().catch(() => undefined);
  }
}

async function writeLines(handle: FileHandle, header: KeysHeader, pages: KeyPages): Promise<KeysCount> {
  const digest = createHash('sha256');
  const count = { keys: 0, destroyed: 0 };
  const write = async (text: string): Promise<void> => {
    digest.update(text);
    await handle.write(text);
  };
  await write(`${JSON.stringify(header)}\n`);
  for await (const page of pages) {
    if (page.length > 0) await write(page.map((key) => `${lineOfKey(key)}\n`).join(''));
    for (const { wrapped } of page) count[wrapped === null ? 'destroyed' : 'keys'] += 1;
  }
  await handle.write(`${digest.digest('hex')}\n`);
  return count;
}

const lineOfKey = ({ class: kind, owner, wrapped, destroyedAt }: KeptKey): string => JSON.stringify({ class: kind, owner, wrapped, destroyedAt });

/** The header alone; undefined where there is no file. Rejects with `BackupUnusable`. */
export async function readKeysHeader(file: string): Promise<KeysHeader | undefined> {
  if (!existsSync(file)) return undefined;
  for await (const line of linesOf(file)) return headerOf(line);
  throw new BackupUnusable(KEYS_FILE, 'is empty');
}

/** The keys, page by page. Whether the file is whole is known at its end: check it to the end before anything is done with it. Rejects with `BackupUnusable`. */
export async function* readKeys(file: string): AsyncGenerator<readonly KeptKey[]> {
  if (!existsSync(file)) throw new BackupUnusable(KEYS_FILE, 'is missing: name the folder of the keys with --keys');
  const digest = createHash('sha256');
  const page: KeptKey[] = [];
  let [held, first]: [string | undefined, boolean] = [undefined, true];
  for await (const line of linesOf(file)) {
    // A line behind: the last one is the hash.
    if (held !== undefined) {
      digest.update(`${held}\n`);
      if (first) headerOf(held);
      else page.push(keyOf(held));
      first = false;
    }
    held = line;
    if (page.length === PAGE) yield page.splice(0);
  }
  if (page.length > 0) yield page;
  if (held !== digest.digest('hex')) throw new BackupUnusable(KEYS_FILE, 'is damaged: it has not the hash that stands at its end');
}

const PAGE = 1_000;

/** Lines, each with its end. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file, 'utf8');
  try {
    let rest = '';
    for await (const chunk of input as AsyncIterable<string>) {
      const lines = `${rest}${chunk}`.split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
    if (rest !== '') throw new BackupUnusable(KEYS_FILE, 'is damaged: it was cut off');
  } finally {
    input.destroy();
  }
}

function headerOf(line: string): KeysHeader {
  const header = parsed(line);
  if (Reflect.get(header, 'format') !== KEYS_FORMAT) throw new BackupUnusable(KEYS_FILE, `is of another format than ${KEYS_FORMAT}, or damaged`);
  const { format, backup, run, check } = header as KeysHeader;
  if (typeof backup !== 'string' || !Number.isSafeInteger(run) || typeof check !== 'string') throw new BackupUnusable(KEYS_FILE, 'is damaged');
  return { format, backup, run, check };
}

function keyOf(line: string): KeptKey {
  const key = parsed(line) as KeptKey;
  if (typeof key.owner !== 'string' || lineOfKey(key) !== line) throw new BackupUnusable(KEYS_FILE, 'is damaged');
  return key;
}

function parsed(line: string): object {
  try {
    return Object(JSON.parse(line)) as object;
  } catch {
    throw new BackupUnusable(KEYS_FILE, 'is damaged');
  }
}

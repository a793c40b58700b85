import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { MAX_EVENT_BYTES, type RecordedEvent } from '../event-store/index.js';
import { CHAIN_START, eventOf, link } from './log-line.js';
import { FILE_SIZE, UNFINISHED } from './log-writer.js';
import type { LogFile, Manifest } from './manifest.js';
import { BackupUnusable } from './problem.js';

const unzip = promisify(gunzip);

/** A file's lines are closed one event after they are full, and an event's bytes grow by a third: what claims to hold more was not written by us. */
const MOST = FILE_SIZE + 2 * MAX_EVENT_BYTES;

/**
 * The events that a manifest names, a file at a time, in order of their positions. Each file was checked whole (size, hash, lines, positions, chain) before its
 * events are given out. Rejects with `BackupUnusable`, naming the file.
 */
export async function* readLog(folder: string, { files }: Pick<Manifest, 'files'>): AsyncGenerator<readonly RecordedEvent[]> {
  let chain = CHAIN_START;
  for (const file of files) {
    yield eventsIn(file, await linesIn(folder, file), chain);
    chain = file.chain;
  }
}

async function linesIn(folder: string, { name, bytes, sha256 }: LogFile): Promise<readonly string[]> {
  const path = [join(folder, name), join(folder, `${name}${UNFINISHED}`)].find((each) => existsSync(each));
  if (path === undefined) throw new BackupUnusable(name, 'is missing');
  if ((await stat(path)).size !== bytes) throw new BackupUnusable(name, 'has not the length that the manifest says');
  const found = await readFile(path);
  if (createHash('sha256').update(found).digest('hex') !== sha256) throw new BackupUnusable(name, 'is damaged: it has not the hash that the manifest says');
  const text = await unzip(found, { maxOutputLength: MOST }).catch(() => undefined);
  if (text === undefined) throw new BackupUnusable(name, 'can not be unpacked');
  return text.toString('utf8').trimEnd().split('\n');
}

function eventsIn({ name, first, last, chain: end }: LogFile, lines: readonly string[], start: string): readonly RecordedEvent[] {
  let chain = start;
  let expected = BigInt(first);
  const events = lines.map((line) => {
    const event = eventOf(line);
    if (event?.position !== expected) throw new BackupUnusable(name, `does not hold the event at position ${expected}`);
    expected += 1n;
    chain = link(chain, line);
    return event;
  });
  if (expected !== BigInt(last) + 1n || chain !== end) throw new BackupUnusable(name, 'does not hold the events that the manifest says');
  return events;
}

import { existsSync } from 'node:fs';
import { type FileHandle, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { syncFolder } from '../durable/index.js';

/** A new file that only its owner reads, in place of what has this name. */
export async function openAnew(file: string): Promise<FileHandle> {
  // Opened as it stands, it would keep its mode, and a link would lead somewhere else.
  await rm(file, { force: true });
  return open(file, 'wx', 0o600);
}

/** Writes a file that only its owner reads; it is on the disk when this resolves. A file of that name is replaced. */
export async function writeDurably(file: string, bytes: string | Uint8Array): Promise<void> {
  const handle = await openAnew(file);
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Gives a file its name, in place of what had it; a power cut leaves one of the two whole. */
export async function renameDurably(from: string, to: string): Promise<void> {
  await rename(from, to);
  syncFolder(dirname(to));
}

/** The text of a file; undefined where there is none. */
export const textOf = async (file: string): Promise<string | undefined> => (existsSync(file) ? readFile(file, 'utf8') : undefined);

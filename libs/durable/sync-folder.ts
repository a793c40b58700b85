import { closeSync, fsyncSync, openSync } from 'node:fs';

/** Names in the folder are on the disk afterwards. Windows opens no folders; its file system orders renames by itself. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const opened = openSync(folder, 'r');
  try {
    fsyncSync(opened);
  } finally {
    closeSync(opened);
  }
}

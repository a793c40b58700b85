import { execFile, spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { removeAfterUs } from './watch.js';

/** A small file system of its own in memory, so that a disk can be full. */
export class Volume {
  private constructor(
    readonly folder: string,
    /** False where this account may not mount: then the folder is one like any other. */
    readonly isMounted: boolean,
  ) {}

  static make(folder: string, megabytes: number): Volume {
    mkdirSync(folder, { recursive: true, mode: 0o711 });
    const mounted = process.getuid?.() === 0 && spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=0711`, 'tmpfs', folder]).status === 0;
    if (mounted) removeAfterUs({ volume: folder });
    return new Volume(folder, mounted);
  }

  /** Takes all the space that is left. */
  async fill(): Promise<void> {
    const { bavail, bsize } = statfsSync(this.folder);
    // Most of it at once; others take some meanwhile, and the rest goes to its end.
    await promisify(execFile)('/bin/sh', ['-c', 'fallocate -l "$1" "$2"; cat /dev/zero >> "$2" 2> /dev/null; true', 'sh', String(Math.floor(0.98 * bavail * bsize)), this.ballast]);
  }

  /** Gives it back. */
  free(): void {
    rmSync(this.ballast, { force: true });
  }

  remove(): void {
    // Whoever still looks at it does not keep us.
    if (this.isMounted) spawnSync('umount', ['-l', this.folder]);
    rmSync(this.folder, { recursive: true, force: true });
  }

  private get ballast(): string {
    return join(this.folder, 'ballast');
  }
}

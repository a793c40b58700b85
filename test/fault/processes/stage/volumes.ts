import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, ftruncateSync, mkdirSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs';
import { join } from 'node:path';

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
    return new Volume(folder, mounted);
  }

  /** Takes all the space that is left. */
  fill(): void {
    const file = openSync(this.ballast, 'w', 0o600);
    const block = Buffer.alloc(65_536, 1);
    try {
      while (statfsSync(this.folder).bavail > 0) writeSync(file, block);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      closeSync(file);
    }
  }

  /** Gives it back. */
  free(): void {
    if (!existsSync(this.ballast)) return;
    const file = openSync(this.ballast, 'r+');
    ftruncateSync(file, 0);
    closeSync(file);
    rmSync(this.ballast);
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

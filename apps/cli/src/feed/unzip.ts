import { once } from 'node:events';
import { createGunzip } from 'node:zlib';

/** Unpacks gzip as it comes. */
export class Unzip {
  private readonly gunzip = createGunzip();
  private unpacked: Buffer[] = [];

  constructor() {
    this.gunzip.on('data', (bytes: Buffer) => this.unpacked.push(bytes));
    // Told by whoever waits for the piece.
    this.gunzip.on('error', () => undefined);
  }

  /** What this piece unpacks to, as far as it is known by now. Rejects where it is no gzip. */
  push(piece: Uint8Array): Promise<readonly Buffer[]> {
    return new Promise((resolve, reject) => {
      const broken = (error: unknown): void => reject(noGzip(error));
      // The write that meets what is no gzip is never answered.
      this.gunzip.once('error', broken);
      this.gunzip.write(piece, (error) => {
        this.gunzip.off('error', broken);
        if (error === null || error === undefined) resolve(this.take());
        else broken(error);
      });
    });
  }

  /** The rest. Rejects where the file was cut off. */
  async end(): Promise<readonly Buffer[]> {
    const ended = once(this.gunzip, 'end');
    this.gunzip.end();
    await ended.catch((error: unknown) => {
      throw noGzip(error);
    });
    return this.take();
  }

  private take(): readonly Buffer[] {
    const taken = this.unpacked;
    this.unpacked = [];
    return taken;
  }
}

const noGzip = (cause: unknown): Error => new Error('the feed is no whole gzip file', { cause });

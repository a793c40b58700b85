import { once } from 'node:events';
import { createGunzip } from 'node:zlib';

/** Unpacks gzip as it comes. What stands behind its end is passed over: whether it may stand there is the server's to say. */
export class Unzip {
  private readonly gunzip = createGunzip();
  private unpacked: Buffer[] = [];
  private over = false;

  constructor() {
    this.gunzip.on('data', (bytes: Buffer) => this.unpacked.push(bytes));
    // Told by whoever waits for the piece.
    this.gunzip.on('error', () => undefined);
    this.gunzip.on('end', () => (this.over = true));
  }

  /** What this piece unpacks to, as far as it is known by now. Rejects where it is no gzip. */
  async push(piece: Uint8Array): Promise<readonly Buffer[]> {
    if (this.over) return [];
    const ended = new AbortController();
    // The write that meets what is no gzip, or the end of it with something behind, is never answered.
    const met = once(this.gunzip, 'end', ended);
    const written = new Promise<void>((resolve, reject) => this.gunzip.write(piece, (error) => (error === null || error === undefined ? resolve() : reject(error))));
    written.catch(() => undefined);
    try {
      await Promise.race([written, met]);
      return this.take();
    } catch (error) {
      throw noGzip(error);
    } finally {
      met.catch(() => undefined);
      ended.abort();
    }
  }

  /** The rest. Rejects where the file was cut off. */
  async end(): Promise<readonly Buffer[]> {
    if (this.over) return this.take();
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

import { hash } from 'node:crypto';

const BYTES = 32;

/** Chance that everybody can repeat: numbers out of SHA-256 over what they are for. The same words, the same numbers, on every machine. */
export class Draw {
  private readonly purpose: string;
  private bytes: Buffer;
  private at = 0;

  constructor(...purpose: readonly (string | number)[]) {
    this.purpose = purpose.join('/');
    this.bytes = hash('sha256', this.purpose, 'buffer');
  }

  /** The next whole number from 0 to below `bound` (at most 2^32). */
  below(bound: number): number {
    if (this.at === BYTES) {
      this.bytes = hash('sha256', this.bytes, 'buffer');
      this.at = 0;
    }
    const drawn = this.bytes.readUInt32BE(this.at);
    this.at += 4;
    return Math.floor((drawn / 2 ** 32) * bound);
  }

  /** One of them, each as likely. */
  among<T>(of: readonly [T, ...T[]]): T {
    return of[this.below(of.length)] ?? of[0];
  }
}

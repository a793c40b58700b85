/** The fields of a message in the server's form, one after another. Throws where one goes beyond the message, or is of no kind that there is. */
export class Fields {
  /** Of the field that is next: its number and its kind. */
  tag = 0;
  #at = 0;

  constructor(private readonly message: Buffer) {}

  /** Goes to the next field; false where there is none. What is there is then taken, or skipped. */
  next(): boolean {
    if (this.#at >= this.message.length) return false;
    this.tag = this.#number();
    return true;
  }

  /** Of a field that has a length. */
  part(): Buffer {
    const length = this.#number();
    return this.#go(length);
  }

  /** A whole number of up to 64 bits. */
  whole(): bigint {
    const from = this.#at;
    const near = this.#number();
    return Number.isSafeInteger(near) ? BigInt(near) : exact(this.message.subarray(from, this.#at));
  }

  skip(): void {
    const kind = this.tag & 7;
    if (kind === 0) this.#number();
    else if (kind === 1) this.#go(8);
    else if (kind === 2) this.part();
    else if (kind === 5) this.#go(4);
    else throw new RangeError(`a field of kind ${kind}`);
  }

  #go(length: number): Buffer {
    const from = this.#at;
    this.#at += length;
    if (this.#at > this.message.length) throw new RangeError('a message ends too soon');
    return this.message.subarray(from, this.#at);
  }

  /** Seven bits in each byte, the last one below 128. Not exact where it is no safe number. */
  #number(): number {
    for (let [value, factor] = [0, 1]; ; factor *= 128) {
      const byte = this.message[this.#at];
      if (byte === undefined) throw new RangeError('a message ends too soon');
      this.#at += 1;
      value += (byte & 127) * factor;
      if (byte < 128) return value;
    }
  }
}

const exact = (bytes: Buffer): bigint => BigInt.asUintN(64, bytes.reduceRight((sum, byte) => (sum << 7n) | BigInt(byte & 127), 0n));

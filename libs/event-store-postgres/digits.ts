const DIGITS = Buffer.from('0123456789abcdef');

const NO_DIGIT = 16;

/** What a character stands for as a digit, by its code. */
const VALUES = Uint8Array.from({ length: 128 }, (_, code) => (DIGITS.includes(code) ? DIGITS.indexOf(code) : NO_DIGIT));

const valueAt = (text: string, at: number): number => VALUES[text.charCodeAt(at)] ?? NO_DIGIT;

const DASH = '-'.charCodeAt(0);

/** Lower-case hexadecimal digits in groups with a dash between, and the bytes that they stand for: character by character, for a call of Node's costs more, and so does a text that is put together from slices. */
export class Digits {
  /** Characters of it. */
  readonly length: number;
  /** Where its digits are. */
  readonly #places: Uint8Array;
  readonly #dashes: readonly number[];

  /** `groups`: how many digits each has. */
  constructor(groups: readonly number[]) {
    const letters = groups.map((digits) => 'x'.repeat(digits)).join('-');
    this.length = letters.length;
    const all = Array.from({ length: this.length }, (_, at) => at);
    this.#places = Uint8Array.from(all.filter((at) => letters[at] !== '-'));
    this.#dashes = all.filter((at) => letters[at] === '-');
  }

  /** What writes the bytes from `at` on, after what all begin with. */
  after(beginning: string): (bytes: Uint8Array, at: number) => string {
    const paper = Buffer.alloc(beginning.length + this.length, DASH);
    paper.write(beginning);
    const places = this.#places.map((place) => beginning.length + place);
    return (bytes, at) => {
      for (let index = 0; index < places.length; index += 2) {
        const byte = bytes[at + (index >> 1)] ?? 0;
        paper[places[index] ?? 0] = DIGITS[byte >> 4] ?? 0;
        paper[places[index + 1] ?? 0] = DIGITS[byte & 15] ?? 0;
      }
      return paper.toString('latin1');
    };
  }

  /** Whether the text from `from` on is of this form; its bytes then stand from `at` on. */
  read(text: string, from: number, to: { readonly bytes: Uint8Array; readonly at: number }): boolean {
    if (text.length - from !== this.length) return false;
    const places = this.#places;
    let all = this.#dashes.some((dash) => text.charCodeAt(from + dash) !== DASH) ? NO_DIGIT : 0;
    for (let index = 0; index < places.length; index += 2) {
      const high = valueAt(text, from + (places[index] ?? 0));
      const low = valueAt(text, from + (places[index + 1] ?? 0));
      all |= high | low;
      to.bytes[to.at + (index >> 1)] = (high << 4) | low;
    }
    return all < NO_DIGIT;
  }
}

/** 128 bits, plain. */
export const PLAIN = new Digits([32]);

/** 128 bits as a UUID. */
export const UUID = new Digits([8, 4, 4, 4, 12]);

/** The UUID that stands in these bytes from `at` on. */
export const uuidAt = UUID.after('');

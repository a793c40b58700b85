/** Digits of a UUID, group by group. */
export const UUID: readonly number[] = [8, 4, 4, 4, 12];

const DIGITS = Buffer.from('0123456789abcdef');

const DASH = '-'.charCodeAt(0);

/**
 * What writes bytes as hexadecimal digits, in groups of so many with a dash between, after what they all begin with. It is one piece: a text put together from slices costs the collector ten objects, and whoever
 * looks it up has them joined first.
 */
export function digitsAfter(beginning: string, groups: readonly number[]): (bytes: Uint8Array, at: number) => string {
  const places: number[] = [];
  let end = beginning.length;
  for (const digits of groups) {
    for (let digit = 0; digit < digits; digit += 1) places.push(end + digit);
    end += digits + 1;
  }
  const paper = Buffer.alloc(end - 1, DASH);
  paper.write(beginning);
  const pairs = Uint8Array.from(places);
  return (bytes, at) => {
    for (let index = 0; index < pairs.length; index += 2) {
      const byte = bytes[at + (index >> 1)] ?? 0;
      paper[pairs[index] ?? 0] = DIGITS[byte >> 4] ?? 0;
      paper[pairs[index + 1] ?? 0] = DIGITS[byte & 15] ?? 0;
    }
    return paper.toString('latin1');
  };
}

/** The UUID that stands in these bytes from `at` on. */
export const uuidAt = digitsAfter('', UUID);

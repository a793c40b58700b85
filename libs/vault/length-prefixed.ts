/** The most bytes that UTF-8 takes for one unit of a string. */
const WIDEST = 3;

/** Names and places of fields fit in here: most of what is written, and gone again a moment later. */
const usual = Buffer.allocUnsafeSlow(1_024);

/** Parts one after another, each behind its length in four bytes: ('ab','c') and ('a','bc') differ. To be used at once: the next call writes in the same place. */
export function lengthPrefixed(parts: readonly (string | Uint8Array)[]): Buffer {
  let most = 0;
  for (const part of parts) most += 4 + (typeof part === 'string' ? WIDEST * part.length : part.length);
  const bytes = most > usual.length ? Buffer.allocUnsafe(most) : usual;
  let end = 0;
  for (const part of parts) {
    const start = end + 4;
    end = start + (typeof part === 'string' ? bytes.write(part, start) : part.length);
    if (typeof part !== 'string') bytes.set(part, start);
    bytes.writeUInt32BE(end - start, start - 4);
  }
  return bytes.subarray(0, end);
}

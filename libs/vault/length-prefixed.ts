/** The most bytes that UTF-8 takes for one unit of a string. */
const WIDEST = 3;

/** Parts one after another, each behind its length in four bytes: ('ab','c') and ('a','bc') differ. */
export function lengthPrefixed(parts: readonly (string | Uint8Array)[]): Buffer {
  let most = 0;
  for (const part of parts) most += 4 + (typeof part === 'string' ? WIDEST * part.length : part.length);
  const bytes = Buffer.allocUnsafe(most);
  let end = 0;
  for (const part of parts) {
    const start = end + 4;
    end = start + (typeof part === 'string' ? bytes.write(part, start) : part.length);
    if (typeof part !== 'string') bytes.set(part, start);
    bytes.writeUInt32BE(end - start, start - 4);
  }
  return bytes.subarray(0, end);
}

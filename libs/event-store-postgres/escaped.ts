const BACKSLASH = 0x5c;

/** Bytes that the server wrote in its `escape` format: printable ASCII as it is, a backslash twice, any other byte as a backslash and three octal digits. */
export function unescaped(text: string): Buffer {
  const bytes = Buffer.from(text, 'latin1');
  const first = bytes.indexOf(BACKSLASH);
  if (first === -1) return bytes;
  let to = first;
  for (let from = first; from < bytes.length; to += 1) {
    const byte = bytes[from] ?? 0;
    const isOctal = byte === BACKSLASH && bytes[from + 1] !== BACKSLASH;
    bytes[to] = isOctal ? octal(bytes, from + 1) : byte;
    from += isOctal ? 4 : byte === BACKSLASH ? 2 : 1;
  }
  return bytes.subarray(0, to);
}

const octal = (bytes: Buffer, at: number): number => ((((bytes[at] ?? 0) & 7) << 6) | (((bytes[at + 1] ?? 0) & 7) << 3) | ((bytes[at + 2] ?? 0) & 7)) & 0xff;

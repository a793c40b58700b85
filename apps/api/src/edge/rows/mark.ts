const BYTE_ORDER_MARK = Buffer.from('\uFEFF');

/** The same body without the byte order mark that it may begin with: many a program writes one, and none of it is a row. */
export async function* withoutMark(body: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of body) {
    if (start === undefined) {
      yield chunk;
      continue;
    }
    start = Buffer.concat([start, chunk]);
    if (start.length < BYTE_ORDER_MARK.length) continue;
    yield afterMark(start);
    start = undefined;
  }
  if (start !== undefined) yield afterMark(start);
}

const afterMark = (start: Uint8Array): Uint8Array => (BYTE_ORDER_MARK.equals(start.subarray(0, BYTE_ORDER_MARK.length)) ? start.subarray(BYTE_ORDER_MARK.length) : start);

const toUtf8 = new TextEncoder();

/** The most bytes that UTF-8 takes for one unit of a string. */
const WIDEST = 3;
const SHEET = 65_536;

let sheet = new Uint8Array(SHEET);
let used = 0;

/** A text in UTF-8. Short ones are written one after another on sheets that they share: memory of its own costs each of them more than writing does. */
export function bytesOf(text: string): Uint8Array {
  const most = WIDEST * text.length;
  if (most > SHEET / 4) return toUtf8.encode(text);
  if (used + most > SHEET) {
    sheet = new Uint8Array(SHEET);
    used = 0;
  }
  const free = sheet.subarray(used, used + most);
  const { written } = toUtf8.encodeInto(text, free);
  used += written;
  return free.subarray(0, written);
}

const moment = new Uint8Array(4_096);

/** What `use` makes of a text in UTF-8: the bytes are wiped when it returns. */
export function forAMoment<T>(text: string, use: (bytes: Uint8Array) => T): T {
  const bytes = WIDEST * text.length > moment.length ? toUtf8.encode(text) : moment.subarray(0, toUtf8.encodeInto(text, moment).written);
  try {
    return use(bytes);
  } finally {
    bytes.fill(0);
  }
}

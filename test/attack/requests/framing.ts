import type { Bytes } from './wire.js';
import type { Change } from './targets.js';
import { withHeader } from './changes.js';

const more = (plain: Bytes, ...lines: readonly string[]): Bytes => ({ ...plain, headers: [...(plain.headers ?? []), ...lines] });
const inChunks = (plain: Bytes, body: string, coding = 'chunked'): Bytes => withHeader({ ...plain, body }, 'content-length', `transfer-encoding: ${coding}`);
const hex = (body: string): string => Buffer.byteLength(body).toString(16);

/** Other ways to frame the same body: what two readers of it might cut differently is refused, or decided as the one body that it is. */
export const FRAMES: readonly Change[] = [
  ['a chunk', (plain, { body }) => inChunks(plain, `${hex(body)}\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk with an extension', (plain, { body }) => inChunks(plain, `${hex(body)};a=b;c="d"\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk with 20,000 letters of extension', (plain, { body }) => inChunks(plain, `${hex(body)};a=${'b'.repeat(20_000)}\r\n${body}\r\n0\r\n\r\n`)],
  ['chunks of a byte', (plain, { body }) => inChunks(plain, `${Array.from(body, (letter) => `${hex(letter)}\r\n${letter}\r\n`).join('')}0\r\n\r\n`)],
  ['a chunk and a trailer', (plain, { body }) => inChunks(plain, `${hex(body)}\r\n${body}\r\n0\r\nauthorization: Bearer x\r\n\r\n`)],
  ['a chunk of no size', (plain, { body }) => inChunks(plain, `x\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk of a negative size', (plain, { body }) => inChunks(plain, `-1\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk of a size beyond all', (plain, { body }) => inChunks(plain, `ffffffffffffffffff\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk of 0x', (plain, { body }) => inChunks(plain, `0x${hex(body)}\r\n${body}\r\n0\r\n\r\n`)],
  ['a chunk with line feeds', (plain, { body }) => inChunks(plain, `${hex(body)}\n${body}\n0\n\n`)],
  ['the coding identity', (plain, { body }) => inChunks(plain, body, 'identity')],
  ['the coding xchunked', (plain, { body }) => inChunks(plain, body, 'xchunked')],
  ['the coding chunked twice', (plain, { body }) => inChunks(plain, `${hex(body)}\r\n${body}\r\n0\r\n\r\n`, 'chunked, chunked')],
  ['the coding chunked, then another', (plain, { body }) => inChunks(plain, `${hex(body)}\r\n${body}\r\n0\r\n\r\n`, 'chunked, identity')],
  ['the coding with a vertical tab', (plain, { body }) => inChunks(plain, `${hex(body)}\r\n${body}\r\n0\r\n\r\n`, '\x0bchunked')],
  ['a length and chunks', (plain) => more(plain, 'transfer-encoding: chunked')],
  ['chunks and a length', (plain, { body }) => more(inChunks(plain, `${hex(body)}\r\n${body}\r\n0\r\n\r\n`), 'content-length: 4')],
  ['the length twice', (plain, { body }) => more(plain, `content-length: ${body.length}`)],
  ['two lengths', (plain) => more(plain, 'content-length: 1')],
  ['a length with a plus', (plain, { body }) => withHeader(plain, 'content-length', `content-length: +${body.length}`)],
  ['a length in hexadecimal', (plain) => withHeader(plain, 'content-length', 'content-length: 0x2')],
  ['a negative length', (plain) => withHeader(plain, 'content-length', 'content-length: -1')],
  ['a length beyond all', (plain) => withHeader(plain, 'content-length', 'content-length: 99999999999999999999999')],
  ['a length of two numbers', (plain, { body }) => withHeader(plain, 'content-length', `content-length: ${body.length}, ${body.length}`)],
];

/** Heads that are not quite one. */
export const HEADS: readonly Change[] = [
  ['a header without a colon', (plain) => more(plain, 'x')],
  ['a header without a name', (plain) => more(plain, ': x')],
  ['a space before a colon', (plain) => more(plain, 'x-a : b')],
  ['a folded header', (plain) => more(plain, 'x-a: b', ' c')],
  ['a zero byte in a header', (plain) => more(plain, 'x-a: b\0c')],
  ['a line feed alone in a header', (plain) => more(plain, 'x-a: b\nx-role: registrar')],
  ['a carriage return alone in a header', (plain) => more(plain, 'x-a: b\rx-role: registrar')],
  ['bytes over 127 in a header', (plain) => more(plain, 'x-a: \xff\xfe')],
  ['20,000 bytes of a header', (plain) => more(plain, `x-a: ${'b'.repeat(20_000)}`)],
  ['3,000 headers', (plain) => more(plain, ...Array.from({ length: 3_000 }, (_, index) => `x-${index}: a`))],
  ['no host', (plain) => withHeader(plain, 'host')],
  ['two hosts', (plain) => more(plain, 'host: registrar.invalid')],
  ['a host that is none', (plain) => withHeader(plain, 'host', 'host: a b/@#')],
  ['the key twice', (plain, { key }) => more(plain, `idempotency-key: ${key}`)],
  ['another key behind', (plain) => more(plain, 'idempotency-key: other')],
  ['two people', (plain) => more(plain, 'authorization: Bearer x')],
  ['an upgrade to h2c', (plain) => withHeader(plain, 'connection', 'connection: upgrade, http2-settings, close', 'upgrade: h2c', 'http2-settings: AAMAAABkAAQAAP__')],
  ['an upgrade to a web socket', (plain) => withHeader(plain, 'connection', 'connection: upgrade, close', 'upgrade: websocket', 'sec-websocket-version: 13', 'sec-websocket-key: AAAAAAAAAAAAAAAAAAAAAA==')],
  ['an expectation', (plain) => more(plain, 'expect: 100-continue')],
  ['an expectation that nobody meets', (plain) => more(plain, 'expect: miracles')],
  ['HTTP/1.0', (plain) => ({ ...plain, version: 'HTTP/1.0' })],
  ['HTTP/0.9', (plain) => ({ ...plain, version: 'HTTP/0.9' })],
  ['HTTP/2.0', (plain) => ({ ...plain, version: 'HTTP/2.0' })],
  ['HTTP/1.1 in lower case', (plain) => ({ ...plain, version: 'http/1.1' })],
  ['no version', (plain) => ({ ...plain, version: '' })],
  ['another protocol', (plain) => ({ ...plain, version: 'RTSP/1.0' })],
  ['lines before it', (plain) => ({ ...plain, line: `\r\n\r\n${plain.line}` })],
  ['a space before it', (plain) => ({ ...plain, line: ` ${plain.line}` })],
  ['a TLS greeting', (plain) => ({ ...plain, line: '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03' })],
  ['HTTP/2 without being asked', (plain) => ({ ...plain, line: 'PRI *', version: 'HTTP/2.0', headers: [], body: 'SM\r\n\r\n' })],
];

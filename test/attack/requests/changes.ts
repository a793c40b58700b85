import type { Change, Target } from './targets.js';
import type { Bytes } from './wire.js';

const without = (headers: readonly string[] = [], name: string): readonly string[] => headers.filter((header) => !header.startsWith(`${name}:`));

/** The request with this body, its length said. */
export const withBody = (plain: Bytes, body: string | Uint8Array): Bytes => ({
  ...plain,
  body,
  headers: [...without(plain.headers, 'content-length'), `content-length: ${Buffer.byteLength(body)}`],
});

/** The request with these lines in place of its own of that name. */
export const withHeader = (plain: Bytes, name: string, ...lines: readonly string[]): Bytes => ({ ...plain, headers: [...without(plain.headers, name), ...lines] });

const TYPES = [
  'text/plain', 'text/json', 'text/html', 'application/xml', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=a', 'multipart/form-data', 'application/octet-stream', 'application/problem+json',
  'application/json; charset=utf-16', 'application/json; charset=latin1', 'application/json; charset=utf-8; charset=utf-16', 'application/json; a=b', 'application/json;', 'application/json, text/plain', 'application/jsonp',
  'application/json+x', 'application/*', '*/*', 'json', '', ' ', 'application/json\x00', 'application/json\xa0', '"application/json"', 'application/x-ndjson', 'text/csv', 'application/json; charset="utf-8', '/', ';', 'APPLICATION/JSON',
  'application/json;charset=UTF-8', `application/json${' '.repeat(500)}; charset=utf-8`, `${'a'.repeat(4_000)}/${'b'.repeat(4_000)}`,
];

/** Ways to say, or not to say, what the body is written in. */
export const MEDIA_TYPES: readonly Change[] = [
  ['no type', (plain) => withHeader(plain, 'content-type')],
  ['the type twice', (plain, { type }) => withHeader(plain, 'content-type', `content-type: ${type}`, `content-type: ${type}`)],
  ['the type and another', (plain, { type }) => withHeader(plain, 'content-type', `content-type: ${type}`, 'content-type: text/plain')],
  ['another type and the type', (plain, { type }) => withHeader(plain, 'content-type', 'content-type: text/plain', `content-type: ${type}`)],
  ...TYPES.map((type): Change => [`the type ${type.slice(0, 60)}`, (plain) => withHeader(plain, 'content-type', `content-type: ${type}`)]),
  ...['gzip', 'br', 'identity', 'gzip, gzip', '', 'x'].map((coding): Change => [`the coding ${coding}`, (plain) => ({ ...plain, headers: [...(plain.headers ?? []), `content-encoding: ${coding}`] })]),
];

const METHODS = [
  'HEAD', 'OPTIONS', 'PUT', 'PATCH', 'DELETE', 'TRACE', 'CONNECT', 'PROPFIND', 'PROPPATCH', 'MKCOL', 'COPY', 'MOVE', 'LOCK', 'UNLOCK', 'SEARCH', 'QUERY', 'PURGE', 'LINK', 'REPORT', 'SUBSCRIBE', 'M-SEARCH',
  'get', 'post', 'Get', 'GETS', 'FOO', 'G ET', 'GET\t', '', 'PRI', 'A'.repeat(5_000),
];

const OVERRIDDEN = ['x-http-method-override', 'x-http-method', 'x-method-override', '_method', 'x-original-method'];

/** Other methods than the route's own; HEAD, which is decided like GET (test/attack/silence-paths.spec.ts), only where nothing is got. */
export const otherMethods = (own: string): readonly Change[] => [
  ...METHODS.filter((method) => !(own === 'GET' && method === 'HEAD')).map((method): Change => [`the method ${method.slice(0, 20)}`, (plain, { path }) => ({ ...plain, line: `${method} ${path}` })]),
  ['the other method', (plain, { method, path }) => ({ ...plain, line: `${method === 'GET' ? 'POST' : 'GET'} ${path}` })],
  ...OVERRIDDEN.flatMap((header) => ['GET', 'DELETE', 'PUT'].map((method): Change => [`${header} ${method}`, (plain) => ({ ...plain, headers: [...(plain.headers ?? []), `${header}: ${method}`] })])),
];

const bytes = (...parts: readonly (string | readonly number[])[]): Uint8Array => Buffer.concat(parts.map((part) => Buffer.from(part as string)));
const inner = ({ body }: Target): string => body.slice(1);

/** What is put in front of an object's fields; the plain one has no such field. */
const FIELDS = ['"__proto__":{"admin":true}', '"constructor":{}', '"x":1', '"":1', '"x":1e999', '"x":-0', `"x":${'9'.repeat(20_000)}`, '"\\u0000":1', '"$ref":"#"', '"toString":1', `"${'k'.repeat(20_000)}":1`];

const WRONG = ['null', 'true', '0', '"{}"', '[]', '[{}]', '', ' ', '{', '}', '{]', '{"a"}', "{'a':1}", '{"a":1,}', '// {}', 'NaN', 'undefined', '\0', '{}{}', '{}\n{}', '--a\r\n\r\n{}\r\n--a--', '<a/>', 'a=b', '%7B%7D'];

/** Bodies that are not what the route takes, or say it in another way. */
export const BODIES: readonly Change[] = [
  ...WRONG.map((body): Change => [`the body ${JSON.stringify(body)}`, (plain) => withBody(plain, body)]),
  ...FIELDS.map((field): Change => [`the field ${field.slice(0, 30)}`, (plain, target) => withBody(plain, `{${field}${target.body === '{}' ? '' : ','}${inner(target)}`)]),
  ['an array around it', (plain, { body }) => withBody(plain, `[${body}]`)],
  ['each of its names twice', (plain, target) => withBody(plain, target.body === '{}' ? '{"a":1,"a":1}' : `${target.body.slice(0, -1)},${inner(target)}`)],
  ['a byte order mark', (plain, { body }) => withBody(plain, bytes([0xef, 0xbb, 0xbf], body))],
  ['UTF-16', (plain, { body }) => withBody(plain, Buffer.from(body, 'utf16le'))],
  ['bytes that are no UTF-8', (plain, target) => withBody(plain, bytes('{"', [0xc3, 0x28], '":1,', inner(target)))],
  ['a zero byte behind', (plain, { body }) => withBody(plain, `${body}\0`)],
  ['text behind', (plain, { body }) => withBody(plain, `${body}x`)],
  ['spaces around', (plain, { body }) => withBody(plain, `\r\n\t ${body} \n`)],
  ['its half', (plain, { body }) => withBody(plain, body.slice(0, body.length / 2))],
  ['30,000 brackets', (plain) => withBody(plain, `{"a":${'['.repeat(30_000)}`)],
  ['30,000 braces, closed', (plain) => withBody(plain, `${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}`)],
  ['more than is taken', (plain) => withBody(plain, `{"a":"${'a'.repeat(70_000)}"}`)],
];

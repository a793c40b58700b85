/** Another way to write a path, as proxies, browsers and attackers do. */
type Spelling = readonly [name: string, spell: (path: string) => string];

/** The last letter or digit of the path. */
const last = (path: string): string => path.slice(-1);
const before = (path: string): string => path.slice(0, -1);
const code = (letter: string): string => letter.charCodeAt(0).toString(16);
const replaceLast = (path: string, part: string, by: string): string => {
  const at = path.lastIndexOf(part);
  return `${path.slice(0, at)}${by}${path.slice(at + part.length)}`;
};

export const SPELLINGS: readonly Spelling[] = [
  ['a slash behind', (path) => `${path}/`],
  ['two slashes behind', (path) => `${path}//`],
  ['a slash doubled', (path) => replaceLast(path, '/', '//')],
  ['a slash doubled in front', (path) => `/${path}`],
  ['all slashes doubled', (path) => path.replaceAll('/', '//')],
  ['a slash encoded', (path) => replaceLast(path, '/', '%2f')],
  ['a slash encoded, upper case', (path) => replaceLast(path, '/', '%2F')],
  ['all slashes but the first encoded', (path) => `/${path.slice(1).replaceAll('/', '%2F')}`],
  ['a slash encoded twice', (path) => replaceLast(path, '/', '%252f')],
  ['a backslash', (path) => replaceLast(path, '/', '\\')],
  ['a backslash encoded', (path) => replaceLast(path, '/', '%5c')],
  ['a semicolon behind', (path) => `${path};`],
  ['a parameter behind a semicolon', (path) => `${path};jsessionid=1`],
  ['a parameter in the middle', (path) => replaceLast(path, '/', ';a=b/')],
  ['a semicolon encoded', (path) => `${path}%3b`],
  ['upper case', (path) => path.toUpperCase()],
  ['the version in upper case', (path) => path.replace('/v1', '/V1')],
  ['the last letter in upper case', (path) => `${before(path)}${last(path).toUpperCase()}`],
  ['a dot segment', (path) => replaceLast(path, '/', '/./')],
  ['a dot segment in front', (path) => `/.${path}`],
  ['two dots', (path) => replaceLast(path, '/', '/x/../')],
  ['two dots in front', (path) => `/x/..${path}`],
  ['two dots above the root', (path) => `/..${path}`],
  ['two dots encoded', (path) => replaceLast(path, '/', '/x/%2e%2e/')],
  ['two dots half encoded', (path) => replaceLast(path, '/', '/x/.%2e/')],
  ['two dots and an encoded slash', (path) => replaceLast(path, '/', '/x/..%2f')],
  ['two dots and a semicolon', (path) => replaceLast(path, '/', '/x/..;/')],
  ['a public route in front, and back', (path) => `/health/..${path}`],
  ['a public route in front, and back, encoded', (path) => `/health/%2e%2e${path}`],
  ['a letter encoded', (path) => `${before(path)}%${code(last(path))}`],
  ['a letter encoded, upper case', (path) => `${before(path)}%${code(last(path)).toUpperCase()}`],
  ['a letter encoded twice', (path) => `${before(path)}%25${code(last(path))}`],
  ['every letter encoded', (path) => path.replaceAll(/[a-z0-9]/g, (letter) => `%${code(letter)}`)],
  ['an overlong letter', (path) => `${before(path)}%c1%a1`],
  ['a broken encoding', (path) => `${path}%`],
  ['a wrong encoding', (path) => `${path}%zz`],
  ['a zero byte', (path) => `${path}%00`],
  ['a line end', (path) => `${path}%0d%0aX-Role:%20registrar`],
  ['a space', (path) => `${path}%20`],
  ['a full stop', (path) => `${path}.`],
  ['an extension', (path) => `${path}.json`],
  ['a wide letter', (path) => `${before(path)}%EF%BD%81`],
  ['an empty question', (path) => `${path}?`],
  ['a fragment', (path) => `${path}#`],
  ['an absolute form', (path) => `http://localhost${path}`],
  ['a foreign absolute form', (path) => `http://registrar.invalid${path}`],
  ['no slash in front', (path) => path.slice(1)],
];

/** Headers by which some servers let a client say that it meant another method, path, host or person. */
export const OVERRIDES: readonly Readonly<Record<string, string>>[] = [
  { 'x-http-method-override': 'GET' },
  { 'x-http-method-override': 'POST' },
  { 'x-http-method': 'DELETE' },
  { 'x-method-override': 'PUT' },
  { 'x-original-url': '/health' },
  { 'x-rewrite-url': '/health' },
  { 'x-forwarded-prefix': '/health' },
  { 'x-forwarded-uri': '/v1/audit/events' },
  { 'x-forwarded-host': 'registrar.invalid' },
  { 'x-forwarded-for': '127.0.0.1' },
  { 'x-real-ip': '127.0.0.1' },
  { 'x-forwarded-user': 'registrar-he' },
  { 'x-user-id': 'registrar-he' },
  { 'x-custom-ip-authorization': '127.0.0.1' },
  { forwarded: 'for=127.0.0.1;host=localhost;proto=https' },
  { 'if-none-match': '*' },
  { 'if-modified-since': 'Wed, 01 Jan 2099 00:00:00 GMT' },
  { range: 'bytes=0-1' },
  { 'accept-encoding': 'gzip, br' },
  { accept: 'text/html' },
  { 'accept-version': '2.0.0' },
  { expect: '100-continue' },
];

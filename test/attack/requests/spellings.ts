import { SPELLINGS } from '../silence/spellings.js';

type Spelling = readonly [name: string, spell: (path: string) => string];

const lastSlash = (path: string, by: string): string => path.replace(/\/([^/]*)$/, `${by.replaceAll('$', '$$$$')}$1`);

/** What only a raw socket sends, and what the others leave out. Each character is one byte. */
const MORE: readonly Spelling[] = [
  ['a host in front', (path) => `//registrar.invalid${path}`],
  ['a scheme without a host', (path) => `http:${path}`],
  ['an absolute form, in upper case', (path) => `HTTP://LOCALHOST${path}`],
  ['an absolute form with a name and a password', (path) => `http://registrar:he@localhost${path}`],
  ['an absolute form of another scheme', (path) => `ftp://localhost${path}`],
  ['an authority alone', () => 'localhost:80'],
  ['an asterisk', () => '*'],
  ['an encoded asterisk', () => '/*'],
  ['a dot segment encoded', (path) => lastSlash(path, '/%2e/')],
  ['a dot segment behind', (path) => `${path}/.`],
  ['two dots behind, and back', (path) => `${path}/x/..`],
  ['an overlong slash', (path) => lastSlash(path, '%c0%af')],
  ['overlong dots', (path) => lastSlash(path, '/x/%c0%ae%c0%ae/')],
  ['a wide slash', (path) => lastSlash(path, '%EF%BC%8F')],
  ['a slash of another alphabet, as bytes', (path) => lastSlash(path, '\xe2\x88\x95')],
  ['a Cyrillic letter', (path) => path.replace('e', '%D0%B5')],
  ['a combining mark', (path) => `${path}%CC%81`],
  ['a zero-width space', (path) => `${path}%E2%80%8B`],
  ['a soft hyphen in the middle', (path) => path.replace('/v1', '/v1%C2%AD')],
  ['bytes that are no UTF-8', (path) => `${path}\xff\xfe`],
  ['bytes that are no UTF-8, encoded', (path) => `${path}%ff%fe`],
  ['a zero byte in the middle', (path) => lastSlash(path, '/%00')],
  ['an encoded question mark', (path) => `${path}%3Fa=b`],
  ['an encoded fragment', (path) => `${path}%23a`],
  ['a letter encoded by its code point', (path) => `${path.slice(0, -1)}%u0061`],
  ['a question of another kind', (path) => `${path}?__proto__[a]=1`],
  ['a question with what is not asked for', (path) => `${path}?id=c_00000000000000000000000000000000`],
  ['a question with a method', (path) => `${path}?_method=DELETE`],
  ['two questions', (path) => `${path}??`],
  ['a broken question', (path) => `${path}?%`],
  ['a question of zero bytes', (path) => `${path}?%00=%00`],
  ['a question behind a semicolon', (path) => `${path};?a`],
  ['an ampersand', (path) => `${path}&a=b`],
  ['a tab', (path) => `${path}\t`],
  ['a space that is none', (path) => `${path}%C2%A0`],
  ['a line end', (path) => `${path}\n`],
  ['a path of 3,000 slashes', (path) => `${'/'.repeat(3_000)}${path}`],
  ['a path of 300 dots', (path) => `${'/.'.repeat(300)}${path}`],
  ['a parameter of 5,000 letters', (path) => `${path}${'a'.repeat(5_000)}`],
  ['brackets', (path) => `${path}[]`],
  ['braces', (path) => `${path}{}`],
  ['quotes', (path) => `${path}'"`],
  ['nothing', () => ''],
];

/** Every way to write a path that we know of. */
export const ALL_SPELLINGS: readonly Spelling[] = [...SPELLINGS, ...MORE];

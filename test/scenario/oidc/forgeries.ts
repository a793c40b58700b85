import { createHmac, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { AUDIENCE, type SecondIssuer } from '../../kit/second-issuer.js';

/** Makes a token that must not pass. */
export type Forgery = (issuer: SecondIssuer) => string | Promise<string>;

const seconds = (): number => Math.floor(Date.now() / 1_000);
const base = (value: string | Uint8Array): string => Buffer.from(value).toString('base64url');
/** What a good token says. */
export const claimsOf = (issuer: SecondIssuer, more: object = {}): object => ({ iss: issuer.url, aud: AUDIENCE, sub: 'somebody', acr: 'two', iat: seconds(), exp: seconds() + 600, ...more });

/** Replaces one part of a good token. */
const part =
  (index: number, change: (text: string) => string): Forgery =>
  async (issuer) => {
    const parts = (await issuer.token()).split('.');
    return parts.with(index, change(parts[index] ?? '')).join('.');
  };
const reworded = (change: (text: string) => string) => (text: string): string => base(change(Buffer.from(text, 'base64url').toString()));
const claims =
  (more: object): Forgery =>
  (issuer) =>
    issuer.token(more);
/** The issuer's own key under a header that it would not write. */
const header =
  (more: object, key?: string): Forgery =>
  (issuer) =>
    issuer.signed(claimsOf(issuer), more, issuer.key(key));
/** Claims as they are written, signed by the issuer's own key. */
const written =
  (change: (text: string) => string, head: object = {}): Forgery =>
  (issuer) => rawSigned(issuer.key(), { alg: 'ES256', kid: 'first', typ: 'at+jwt', ...head }, change(JSON.stringify(claimsOf(issuer))));

/** Signs what libraries refuse to: ES256, or RS256 by a key of any length. */
export function rawSigned(key: JWK, head: object | string, claimed: object | string): string {
  const text = [head, claimed].map((each) => base(typeof each === 'string' ? each : JSON.stringify(each))).join('.');
  return `${text}.${base(sign('sha256', Buffer.from(text), { key: createPrivateKey({ key: { ...key }, format: 'jwk' }), dsaEncoding: 'ieee-p1363' }))}`;
}

async function stranger(): Promise<{ readonly jwk: JWK; readonly open: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('ES256', { extractable: true });
  return { jwk: { ...(await exportJWK(privateKey)), alg: 'ES256', kid: 'first' }, open: await exportJWK(publicKey) };
}

/** A stranger's signature, with whatever the header offers to check it by. */
const offering =
  (offer: (open: JWK) => object): Forgery =>
  async (issuer) => {
    const { jwk, open } = await stranger();
    return issuer.signed(claimsOf(issuer), offer(open), jwk);
  };

/** HMAC keyed with what everybody can read: the public key, in each spelling that a library may take for a secret. */
const confused =
  (alg: 'HS256' | 'HS384' | 'HS512', secret: (open: JWK) => string | Buffer): Forgery =>
  (issuer) => {
    const [open] = issuer.published('first');
    const signed = `${base(JSON.stringify({ alg, kid: 'first', typ: 'at+jwt' }))}.${base(JSON.stringify(claimsOf(issuer)))}`;
    return `${signed}.${createHmac(alg.replace('HS', 'sha'), secret(open ?? {})).update(signed).digest('base64url')}`;
  };
const pem = (open: JWK): string => createPublicKey({ key: { ...open }, format: 'jwk' }).export({ type: 'spki', format: 'pem' });

const unsigned =
  (alg: unknown, signature = ''): Forgery =>
  (issuer) =>
    `${base(JSON.stringify({ alg, kid: 'first', typ: 'at+jwt' }))}.${base(JSON.stringify(claimsOf(issuer)))}.${signature}`;

const elsewhere = 'https://evil.example/jwks';

/** What is wrong with each, and how it is made. */
export const FORGERIES: readonly (readonly [what: string, make: Forgery])[] = [
  // Signature
  ['a stranger’s key', offering(() => ({}))],
  ['no signature', part(2, () => '')],
  ['half a signature', part(2, (text) => text.slice(0, 43))],
  ['a signature of zeros', part(2, () => base(new Uint8Array(64)))],
  ['a signature in DER', part(2, (text) => base(Buffer.concat([Buffer.from([0x30, 0x44, 2, 0x20]), Buffer.from(text, 'base64url').subarray(0, 32), Buffer.from([2, 0x20]), Buffer.from(text, 'base64url').subarray(32)])))],
  ['a signature twice', part(2, (text) => `${text}${text}`)],
  ['spare bits in its signature', part(2, (text) => `${text.slice(0, -1)}${{ A: 'B', Q: 'R', g: 'h', w: 'x' }[text.at(-1) ?? ''] ?? '_'}`)],
  ['padding', part(2, (text) => `${text}==`)],
  ['another’s claims', part(1, reworded((text) => text.replace('somebody', 'somebodx')))],
  ['a higher assurance', part(1, reworded((text) => text.replace('"two"', '"three"')))],
  ['a longer life', part(1, reworded((text) => text.replace(/"exp":\d+/, '"exp":4102444800')))],
  // Algorithm
  ['alg none', unsigned('none')],
  ['alg None', unsigned('None')],
  ['alg NONE and a signature', unsigned('NONE', base(new Uint8Array(64)))],
  ['no alg', unsigned(undefined)],
  ['an alg that is a list', unsigned(['ES256'])],
  ['an alg that is null', unsigned(null)],
  ['HS256 by the public key as PEM', confused('HS256', pem)],
  ['HS256 by the public key as JSON', confused('HS256', (open) => JSON.stringify(open))],
  ['HS384 by the public key', confused('HS384', pem)],
  ['HS512 by a coordinate', confused('HS512', (open) => Buffer.from(String(open['x']), 'base64url'))],
  ['HS256 by nothing', confused('HS256', () => '')],
  ['another curve’s algorithm', part(0, reworded((text) => text.replace('ES256', 'ES384')))],
  ['an RSA algorithm', part(0, reworded((text) => text.replace('ES256', 'RS256')))],
  // Header
  ['the key inside', offering((open) => ({ jwk: open }))],
  ['a place of keys inside', offering(() => ({ jku: elsewhere }))],
  ['a certificate inside', offering(() => ({ x5c: ['MIIB'] }))],
  ['a place of certificates inside', offering(() => ({ x5u: elsewhere }))],
  ['the issuer’s key and another inside', header({ jwk: { kty: 'EC' } })],
  ['the issuer’s key and a place of keys', header({ jku: elsewhere })],
  ['an unknown critical header', written((text) => text, { extra: 1, crit: ['extra'] })],
  ['a payload that is not encoded', part(0, reworded((text) => text.replace('{', '{"b64":false,"crit":["b64"],')))],
  ['b64 without crit', header({ b64: false })],
  ['a packed payload', header({ zip: 'DEF' })],
  ['a name of no key', header({ kid: 'second' })],
  ['a path for a name', header({ kid: '../../../../dev/null' })],
  ['SQL for a name', header({ kid: "first' UNION SELECT 'x" })],
  ['an address for a name', header({ kid: elsewhere })],
  ['a list for a name', part(0, reworded((text) => text.replace('"first"', '["first"]')))],
  ['an empty name', header({ kid: '' })],
  ['its algorithm twice', (issuer) => rawSigned(issuer.key(), '{"alg":"none","alg":"ES256","kid":"first","typ":"at+jwt"}', claimsOf(issuer))],
  // Type
  ['the type of an ID token', header({ typ: 'id_token' })],
  ['the type of a logout token', header({ typ: 'logout+jwt' })],
  ['the type of a proof', header({ typ: 'dpop+jwt' })],
  ['no type', header({ typ: undefined })],
  ['a list for a type', written((text) => text, { typ: ['at+jwt'] })],
  ['the hashes of an ID token', (issuer) => issuer.token({ at_hash: 'x' }, { typ: 'JWT' })],
  ['the nonce of an ID token', (issuer) => issuer.token({ nonce: 'n', sid: 's', azp: 'c' }, { typ: 'JWT' })],
  ['an ID token for two', (issuer) => issuer.token({ nonce: 'n', aud: ['the-client', AUDIENCE] }, { typ: 'JWT' })],
  ['an ID token’s own word', (issuer) => issuer.token({ typ: 'ID' }, { typ: 'JWT' })],
  ['an ID token’s use', (issuer) => issuer.token({ token_use: 'id' }, { typ: 'JWT' })],
  ['an ID token’s audience', (issuer) => issuer.token({ aud: 'the-client', nonce: 'n' }, { typ: 'JWT' })],
  ['a token inside a token', async (issuer) => rawSigned(issuer.key(), { alg: 'ES256', kid: 'first', typ: 'at+jwt', cty: 'JWT' }, await issuer.token())],
  ['a token inside, unsaid', written(() => '"eyJ.eyJ.x"')],
  // Issuer and audience
  ['an issuer with a slash more', (issuer) => issuer.token({ iss: `${issuer.url}/` })],
  ['an issuer in capitals', (issuer) => issuer.token({ iss: issuer.url.toUpperCase() })],
  ['another host', claims({ iss: 'https://evil.example' })],
  ['a longer host', (issuer) => issuer.token({ iss: `${issuer.url}.evil.example` })],
  ['no issuer', claims({ iss: undefined })],
  ['a list of issuers', (issuer) => issuer.token({ iss: [issuer.url] })],
  ['another audience', claims({ aud: 'https://other.example' })],
  ['other audiences', claims({ aud: ['https://other.example', `${AUDIENCE}/`] })],
  ['an audience with a slash more', claims({ aud: `${AUDIENCE}/` })],
  ['no audience', claims({ aud: undefined })],
  ['an empty list of audiences', claims({ aud: [] })],
  ['an audience that is an object', claims({ aud: { 0: AUDIENCE } })],
  // Subject
  ['no subject', claims({ sub: undefined })],
  ['an empty subject', claims({ sub: '' })],
  ['a subject that is a number', claims({ sub: 7 })],
  ['a list of subjects', claims({ sub: ['somebody'] })],
  ['a subject of 256 characters', claims({ sub: 'x'.repeat(256) })],
  ['a subject that is no Unicode', claims({ sub: '\udc00' })],
  // Time
  ['an end that is past', claims({ exp: seconds() - 60 })],
  ['an end of text', claims({ exp: '4102444800' })],
  ['an end between seconds', claims({ exp: seconds() + 600.5 })],
  ['an end beyond all calendars', claims({ exp: 1e300 })],
  ['an end before all', claims({ exp: -1 })],
  ['an end that is null', claims({ exp: null })],
  ['no end', claims({ exp: undefined })],
  ['a beginning to come', claims({ nbf: seconds() + 60 })],
  ['a beginning of text', claims({ nbf: '0' })],
  ['a birth to come', claims({ iat: seconds() + 60 })],
  ['a birth of text', claims({ iat: 'now' })],
  // Spelling
  ['a claim twice', written((text) => text.replace('{', '{"sub":"nobody",'))],
  ['a claim twice, one escaped', written((text) => text.replace('{', '{"\\u0073ub":"nobody",'))],
  ['a byte order mark', written((text) => `\ufeff${text}`)],
  ['claims that are a list', written((text) => `[${text}]`)],
  ['claims that are null', written(() => 'null')],
  ['claims cut short', written((text) => text.slice(0, -1))],
  ['four parts', async (issuer) => `${await issuer.token()}.x`],
  ['two parts', async (issuer) => (await issuer.token()).split('.').slice(0, 2).join('.')],
  ['five parts, like an encrypted one', async (issuer) => `${await issuer.token()}.x.y`],
  ['base64 instead of base64url', part(1, (text) => `${text}+/`)],
  ['claims in padding', part(1, (text) => `${text}=`)],
  ['claims cut in the middle', part(1, (text) => text.slice(0, 20))],
  ['a dot more in front', async (issuer) => `.${await issuer.token()}`],
  ['9,000 characters', () => 'a'.repeat(9_000)],
];

// What pg signs in with, in place of the browser's functions: these answer at once and load little, and a start waits for every answer. Of the same names as in pg/lib/crypto/utils.js.
const { hash, pbkdf2, randomBytes } = require('node:crypto');
const { promisify } = require('node:util');

const sha256 = (data) => hash('sha256', data, 'buffer');
const md5 = (data) => hash('md5', data, 'hex');

/** Of SHA-256, in bytes. */
const BLOCK = 64;
const [INNER, OUTER] = [0x36, 0x5c];

/** HMAC (RFC 2104). */
function hmacSha256(key, message) {
  const padded = Buffer.alloc(BLOCK);
  padded.set(key.length > BLOCK ? sha256(key) : new Uint8Array(key));
  const inner = sha256(Buffer.concat([padded.map((byte) => byte ^ INNER), Buffer.from(message)]));
  return sha256(Buffer.concat([padded.map((byte) => byte ^ OUTER), inner]));
}

/** What stands behind the salt in the first block (RFC 8018, 5.2). */
const FIRST = Buffer.from([0, 0, 0, 1]);

module.exports = {
  randomBytes,
  md5,
  postgresMd5PasswordHash: (user, password, salt) => `md5${md5(Buffer.concat([Buffer.from(md5(password + user)), salt]))}`,
  sha256,
  hashByName: (name, data) => hash(name.replace('-', ''), data, 'buffer'),
  hmacSha256,
  // One round, as the embedded server asks for, is the code itself.
  deriveKey: (password, salt, iterations) =>
    iterations === 1 ? hmacSha256(Buffer.from(password), Buffer.concat([salt, FIRST])) : promisify(pbkdf2)(password, salt, iterations, BLOCK / 2, 'sha256'),
};

// What pg signs in with, by Node's own functions in place of the browser's: these answer at once and load little, and a start waits for every answer. Of the same names as in pg/lib/crypto/utils.js.
const { createHmac, hash, pbkdf2, pbkdf2Sync, randomBytes } = require('node:crypto');
const { promisify } = require('node:util');

const [KEY_BYTES, DIGEST] = [32, 'sha256'];

const md5 = (data) => hash('md5', data, 'hex');

module.exports = {
  randomBytes,
  md5,
  postgresMd5PasswordHash: (user, password, salt) => `md5${md5(Buffer.concat([Buffer.from(md5(password + user)), salt]))}`,
  sha256: (data) => hash(DIGEST, data, 'buffer'),
  hashByName: (name, data) => hash(name.replace('-', ''), data, 'buffer'),
  hmacSha256: (key, message) => createHmac(DIGEST, key).update(message).digest(),
  // One round, as the embedded server asks for, is done before another thread has heard of it.
  deriveKey: (password, salt, iterations) => (iterations === 1 ? pbkdf2Sync : promisify(pbkdf2))(password, salt, iterations, KEY_BYTES, DIGEST),
};

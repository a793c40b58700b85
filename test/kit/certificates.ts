import { createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';

/** Distinguished encoding of one value. */
function der(tag: number, ...parts: readonly Buffer[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const size = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

const sequence = (...parts: readonly Buffer[]): Buffer => der(0x30, ...parts);
const oid = (hex: string): Buffer => der(0x06, Buffer.from(hex, 'hex'));
const ECDSA_WITH_SHA256 = sequence(oid('2a8648ce3d040302'));
const nameOf = (name: string): Buffer => sequence(der(0x31, sequence(oid('550403'), der(0x0c, Buffer.from(name)))));
const time = (at: number): Buffer => der(0x18, Buffer.from(new Date(at).toISOString().replace(/[-:T]|\.\d+/g, '')));
const extension = (id: string, value: Buffer, critical = false): Buffer => sequence(oid(id), ...(critical ? [der(0x01, Buffer.from([0xff]))] : []), der(0x04, value));

/** A certificate (RFC 5280) and its private key, PEM. */
export interface Certified {
  readonly certificate: string;
  readonly key: string;
}

const pem = (bytes: Buffer): string => `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64').replace(/.{64}/g, '$&\n').trimEnd()}\n-----END CERTIFICATE-----\n`;

/** An authority of a test's own, which certifies hosts by their DNS names. */
export class Authority {
  private readonly pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  readonly certificate: string;

  constructor(private readonly name: string) {
    this.certificate = pem(this.issue(name, this.pair.publicKey, extension('551d13', sequence(der(0x01, Buffer.from([0xff]))), true)));
  }

  certify(host: string): Certified {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const names = extension('551d11', sequence(der(0x82, Buffer.from(host))));
    return { certificate: pem(this.issue(host, publicKey, names)), key: privateKey.export({ type: 'pkcs8', format: 'pem' }) };
  }

  private issue(subject: string, key: KeyObject, extensions: Buffer): Buffer {
    const [version, serial] = [der(0xa0, der(0x02, Buffer.from([2]))), der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)]))];
    const validity = sequence(time(Date.now() - 86_400_000), time(Date.now() + 86_400_000));
    const signed = sequence(version, serial, ECDSA_WITH_SHA256, nameOf(this.name), validity, nameOf(subject), key.export({ type: 'spki', format: 'der' }), der(0xa3, sequence(extensions)));
    const signature = createSign('sha256').update(signed).sign(this.pair.privateKey);
    return sequence(signed, ECDSA_WITH_SHA256, der(0x03, Buffer.from([0]), signature));
  }
}

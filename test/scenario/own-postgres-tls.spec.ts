import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { Authority } from '../kit/certificates.js';
import { Command } from '../kit/command.js';
import { newPasswords, OwnServer, runRolesSql } from '../kit/own-server.js';

const home = mkdtempSync(join(tmpdir(), 'xinma-tls-'));
const [right, wrong] = [new Authority('right'), new Authority('wrong')];
const passwords = newPasswords();
const file = (name: string, text: string): string => {
  writeFileSync(join(home, name), text);
  return join(home, name);
};
const files = { right: file('right.pem', right.certificate), wrong: file('wrong.pem', wrong.certificate) };
let secure: OwnServer;
let plain: OwnServer;

const url = (server: OwnServer, host: string, parameters: string): string => `postgresql://${host}:${server.port}/xinma?${parameters}`;
const migrated = (address: string) => Command.run(['migrate'], { XINMA_HOME: home, ...passwords, DATABASE_URL: address });

beforeAll(async () => {
  [secure, plain] = await Promise.all([OwnServer.start({ tls: right.certify('localhost') }), OwnServer.start({ tcp: true })]);
  for (const server of [secure, plain]) await runRolesSql(server.superuser(), passwords);
}, 60_000);
afterAll(async () => {
  await Promise.all([secure?.stop(), plain?.stop()]);
  rmSync(home, { recursive: true, force: true });
});

describe('TLS to a server of one’s own', () => {
  it('is taken where the certificate names the host and is by the right authority; every connection then has it', async () => {
    // Whoever comes without TLS is turned away by this server, so what works has it.
    expect(await migrated(url(secure, 'localhost', 'sslmode=disable'))).toEqual([1, expect.stringContaining('must be let in by the server’s pg_hba.conf')]);
    expect(await migrated(url(secure, 'localhost', `sslmode=verify-full&sslrootcert=${files.right}`))).toEqual([0, 'the databases are at the schema of this version\n']);
    const api = { ...secure.as('xinma_api', passwords['DATABASE_API_PASSWORD'] ?? '', 'xinma'), host: 'localhost' };
    const ssl = { servername: 'localhost', ca: right.certificate, rejectUnauthorized: true, minVersion: 'TLSv1.2' } as const;
    const seen = await withClient({ ...api, ssl }, async (client) => (await client.query('SELECT ssl, version FROM pg_stat_ssl WHERE pid = pg_backend_pid()')).rows);
    expect(seen).toEqual([{ ssl: true, version: expect.stringMatching(/^TLSv1\.[23]$/) }]);
  }, 30_000);

  it.each([
    ['another authority', 'localhost', () => `sslmode=verify-full&sslrootcert=${files.wrong}`],
    ['no authority that the runtime knows', 'localhost', () => 'sslmode=verify-full'],
    ['a certificate of another host: an address is not localhost', '127.0.0.1', () => `sslmode=verify-full&sslrootcert=${files.right}`],
  ])('is refused with %s', async (_, host, parameters) => {
    const [code, said] = await migrated(url(secure, host, parameters()));
    expect(code).toBe(1);
    expect(said).toContain('DATABASE_URL (as xinma_owner) must be a server whose certificate is for this host and by an authority of sslrootcert');
    expect(said).not.toContain(host);
  }, 30_000);

  it('asked of a server that has none, is not done without', async () => {
    expect(await migrated(url(plain, 'localhost', `sslmode=verify-full&sslrootcert=${files.right}`))).toEqual([1, expect.stringContaining('must be a server with TLS: this one has none')]);
    expect(await migrated(url(plain, 'localhost', 'sslmode=disable'))).toEqual([0, expect.anything()]);
  }, 30_000);

  it.each(['disable', 'allow', 'prefer', 'require', 'verify-ca', 'no-verify'])('is not less than verified on the way to another machine, where nothing is sent: sslmode=%s', async (mode) => {
    // A name that nobody has: a look-up would say so.
    const [code, said] = await migrated(`postgresql://xinma_owner:the-password@db.invalid/xinma?sslmode=${mode}`);
    expect([code, said]).toEqual([1, expect.stringContaining('DATABASE_URL must be one with sslmode=verify-full')]);
    for (const secret of ['the-password', 'db.invalid', 'ENOTFOUND']) expect(said).not.toContain(secret);
  }, 30_000);
});

import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { discover } from './discovery.js';

let server: Server | undefined;
afterEach(() => {
  server?.close();
});

/** An issuer that answers with this, made from its own address. */
async function issuer(document: (address: string) => string): Promise<string> {
  let address = '';
  server = createServer((request, response) => response.writeHead(request.url === '/a/.well-known/openid-configuration' ? 200 : 404).end(document(address))).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}/a`;
  return address;
}

const document = (changes: object) => (address: string) => JSON.stringify({ issuer: address, jwks_uri: `${address}/jwks`, userinfo_endpoint: `${address}/me`, ...changes });

describe('discovery', () => {
  it('finds the keys and userinfo of an issuer', async () => {
    const address = await issuer(document({}));
    expect(await discover(address)).toEqual({ jwksUri: new URL(`${address}/jwks`), userinfoUri: new URL(`${address}/me`) });
  });

  it('asks the document for what is not known only, and nobody where both are', async () => {
    const known = { jwksUri: new URL('https://keys.example/jwks'), userinfoUri: new URL('https://id.example/me') };
    const address = await issuer(document({ userinfo_endpoint: undefined }));
    expect(await discover(address, { userinfoUri: known.userinfoUri })).toEqual({ jwksUri: new URL(`${address}/jwks`), userinfoUri: known.userinfoUri });
    await expect(discover(address, { jwksUri: known.jwksUri })).rejects.toThrow('set OIDC_USERINFO_URI');
    expect(await discover('http://127.0.0.1:1', known)).toEqual(known);
  });

  it.each<readonly [string, (address: string) => string, string]>([
    ['somebody else’s document', document({ issuer: 'https://other.example' }), 'OIDC_ISSUER: its discovery document is not its own'],
    ['no keys', document({ jwks_uri: undefined }), 'OIDC_ISSUER: its discovery document has no jwks_uri; set OIDC_JWKS_URI'],
    ['userinfo at no address', document({ userinfo_endpoint: 'me' }), 'OIDC_ISSUER: its discovery document has no userinfo_endpoint; set OIDC_USERINFO_URI'],
    ['keys in a file', document({ jwks_uri: 'file:///etc/passwd' }), 'OIDC_ISSUER: its discovery document has no jwks_uri; set OIDC_JWKS_URI'],
    ['a page', () => '<html>', 'OIDC_ISSUER must be an issuer whose discovery document can be read'],
  ])('refuses %s', async (_what, found, said) => {
    await expect(discover(await issuer(found))).rejects.toThrow(said);
  });

  it('names the variable where nobody answers', async () => {
    await expect(discover('http://127.0.0.1:1')).rejects.toThrow('OIDC_ISSUER must be an issuer whose discovery document can be read');
  });
});

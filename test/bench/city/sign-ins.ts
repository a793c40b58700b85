import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';

/** What both sides take tokens from. */
export interface BenchIssuer {
  readonly issuer: string;
  readonly audience: string;
  readonly jwksUri: string;
  /** An access token of `p<index>`, good for the whole run. */
  token(index: number): Promise<string>;
  close(): void;
}

/** An issuer with a key of its own: tokens in bulk, and the key set behind an address. */
export async function benchIssuer(): Promise<BenchIssuer> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid: 'bench', alg: 'ES256', use: 'sig' }] });
  const server: Server = createServer((_request, response) => response.setHeader('content-type', 'application/json').end(keys)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  const address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  const [issuer, audience] = ['https://bench.example', 'xinma'];
  const token = (index: number): Promise<string> =>
    new SignJWT({ acr: 'al2', sub: `p${index}` }).setProtectedHeader({ alg: 'ES256', kid: 'bench', typ: 'at+jwt' }).setIssuer(issuer).setAudience(audience).setIssuedAt().setExpirationTime('4h').sign(privateKey);
  return { issuer, audience, jwksUri: `${address}/jwks`, token, close: () => server.close() };
}

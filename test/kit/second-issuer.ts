import { createServer, type RequestListener, type Server } from 'node:http';
import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from 'jose';
import { Events, OAuth2Server } from 'oauth2-mock-server';
import { userinfo } from '../../apps/issuer/verified-claims.js';
import type { VerifiedIdentity } from '../../libs/application/ports/index.js';
import type { OidcConfiguration } from '../../libs/configuration/index.js';

/** For whom its tokens are. */
export const AUDIENCE = 'https://api.house.example';

/** An issuer written by others, over HTTP, with a door in front of its addresses that a test may shut, and that counts who comes. */
export class SecondIssuer {
  private readonly issuer = new OAuth2Server();
  private readonly behaviours = new Map<string, RequestListener>();
  private readonly visits = new Map<string, number>();
  private door: Server | undefined;
  private address = '';
  /** Whom userinfo vouches for, by subject. */
  readonly people = new Map<string, VerifiedIdentity>();

  static async start(alg = 'ES256'): Promise<SecondIssuer> {
    const made = new SecondIssuer();
    await made.publish('first', alg);
    await made.issuer.start(0, '127.0.0.1');
    made.issuer.service.on(Events.BeforeUserinfo, (response, request) => {
      const sub = subjectOf(request.headers.authorization ?? '');
      response.body = userinfo(sub, made.people.get(sub) ?? null);
    });
    await made.open();
    return made;
  }

  /** `iss` of its tokens. */
  get url(): string {
    return this.issuer.issuer.url ?? '';
  }

  /** What an instance is configured with; its addresses as the issuer's discovery has them, unless they go through the door. */
  configuration(more: Partial<OidcConfiguration> = {}): OidcConfiguration {
    const assurances = { one: 'al1', two: 'al2', three: 'al3' } as const;
    const [jwksUri, userinfoUri] = [new URL('/jwks', this.address), new URL('/userinfo', this.address)];
    return { issuer: this.url, audience: AUDIENCE, jwksUri, userinfoUri, assurances, highest: 'al2', ...more };
  }

  /** Publishes one more key. */
  async publish(kid: string, alg = 'ES256'): Promise<void> {
    const { privateKey } = await generateKeyPair(alg, { extractable: true });
    // Spread: the issuer takes no object of another realm, which is where Jest's crypto makes them.
    await this.issuer.issuer.keys.add({ ...(await exportJWK(privateKey)), alg, kid });
  }

  /** Its private keys: tests forge with them what the issuer itself would not sign. */
  key(kid = 'first'): JWK {
    const key = this.issuer.issuer.keys.toJSON(true).find((one) => one.kid === kid);
    if (key === undefined) throw new Error(`no key is called ${kid}`);
    return key;
  }

  /** Its key set as it publishes it. */
  published(...kids: readonly string[]): readonly JWK[] {
    return this.issuer.issuer.keys.toJSON().filter(({ kid }) => kids.length === 0 || kids.includes(kid));
  }

  /** A token that the issuer made; claims and header replaced, undefined ones left out. */
  token(claims: object = {}, header: object = {}, kid = 'first'): Promise<string> {
    const scopesOrTransform = (made: object, payload: object): void => {
      Object.assign(made, { typ: 'at+jwt' }, header);
      Object.assign(payload, { aud: AUDIENCE, sub: 'somebody', acr: 'two' }, claims);
    };
    return this.issuer.issuer.buildToken({ kid, scopesOrTransform });
  }

  /** Signs any claims with any of its keys, or another. */
  async signed(claims: object, header: object, key: JWK = this.key()): Promise<string> {
    const { alg = 'ES256' } = key;
    return new SignJWT({ ...claims }).setProtectedHeader({ alg, kid: String(key.kid), typ: 'at+jwt', ...header }).sign(await importJWK(key, alg));
  }

  /** From now on this address of the issuer behaves so; undefined: as the issuer does. */
  behave(path: '/jwks' | '/userinfo', behaviour: RequestListener | undefined): void {
    if (behaviour === undefined) this.behaviours.delete(path);
    else this.behaviours.set(path, behaviour);
  }

  /** How often an address was asked. */
  asked(path: '/jwks' | '/userinfo'): number {
    return this.visits.get(path) ?? 0;
  }

  async close(): Promise<void> {
    await this.shut();
    await this.issuer.stop();
  }

  private async open(): Promise<void> {
    const door = createServer((request, response) => {
      const path = request.url ?? '';
      this.visits.set(path, (this.visits.get(path) ?? 0) + 1);
      (this.behaviours.get(path) ?? this.issuer.service.requestHandler)(request, response);
    });
    this.door = door;
    await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve));
    const bound = door.address();
    this.address = `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`;
  }

  private async shut(): Promise<void> {
    const { door } = this;
    await new Promise((resolve) => {
      if (door === undefined) return resolve(undefined);
      door.close(resolve);
      door.closeAllConnections();
    });
  }
}

function subjectOf(authorization: string): string {
  const [, claims = ''] = authorization.split('.');
  const { sub } = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as { sub?: string };
  return sub ?? '';
}

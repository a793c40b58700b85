import { get, type IncomingHttpHeaders } from 'node:http';
import { gunzipSync, brotliDecompressSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { SecondIssuer } from '../kit/second-issuer.js';
import { Instance } from '../kit/instance.js';
import { readFileSync } from 'node:fs';
import { ROOMS } from '../../apps/api/src/rooms.js';
import { startEdge } from '../kit/edge.js';

let instance: Instance;
beforeAll(async () => {
  instance = await Instance.start();
}, 120_000);
afterAll(() => instance?.close());

interface Heard {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** The answer to a path exactly as it is written. */
const ask = (path: string, headers: Readonly<Record<string, string>> = {}): Promise<Heard> =>
  new Promise((resolve, reject) => {
    const { hostname, port } = new URL(instance.address);
    get({ hostname, port, path, headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.once('end', () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
    }).on('error', reject);
  });

const shell = readFileSync('dist/web/index.html', 'utf8');
const files = [...shell.matchAll(/\/web\/([\w-]+\.\w+)/g)].map(([, name = '']) => name);

describe('the shell', () => {
  it('is kept by nobody, and lets nothing foreign, inline or made of text run', async () => {
    const { status, headers, body } = await ask('/');
    expect([status, body.toString()]).toEqual([200, shell]);
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff', 'content-type': 'text/html; charset=utf-8', 'referrer-policy': 'no-referrer', 'cross-origin-opener-policy': 'same-origin' });
    const policy = String(headers['content-security-policy']);
    expect(policy).not.toMatch(/unsafe|\*|data:|blob:/);
    expect(policy.split('; ')).toEqual(
      expect.arrayContaining(["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "base-uri 'none'", "require-trusted-types-for 'script'", `connect-src 'self' ${instance.server.issuer}`, `form-action 'self' ${instance.server.issuer}`]),
    );
    expect(shell).not.toMatch(/<script(?![^>]*src=)|<style|style=|\son\w+=|https?:/);
  });
});

describe('the files of the pages', () => {
  it.each(files)('are there and kept for ever, because their names say what is in them: %s', async (name) => {
    const { status, headers } = await ask(`/web/${name}`);
    expect(status).toBe(200);
    expect(headers).toMatchObject({ 'cache-control': 'public, max-age=31536000, immutable', 'x-content-type-options': 'nosniff' });
  });

  it('come packed to whoever takes them so, and are the same', async () => {
    const script = files.find((name) => name.endsWith('.js')) ?? '';
    const plain = readFileSync(`dist/web/${script}`);
    const unpack = { identity: (bytes: Buffer) => bytes, br: brotliDecompressSync, gzip: gunzipSync } as const;
    const cases = [['identity', 'identity'], ['gzip, deflate, br', 'br'], ['gzip', 'gzip'], ['br;q=0, gzip;q=0.0', 'identity']] as const;
    for (const [accepted, coding] of cases) {
      const { headers, body } = await ask(`/web/${script}`, { 'accept-encoding': accepted });
      expect([headers['content-encoding'] ?? 'identity', headers.vary]).toEqual([coding, 'accept-encoding']);
      expect(unpack[coding](body)).toEqual(plain);
    }
  });

  it('have one that stays under its name, and is asked for again each time: the worker', async () => {
    expect((await ask('/web/worker.js')).headers).toMatchObject({ 'cache-control': 'no-cache', 'service-worker-allowed': '/' });
  });

  const TRICKS = ['index.html', 'worker.js.br', 'worker.js.map', '../package.json', '..%2fpackage.json', '%2e%2e/web.stamp', '..%5cpackage.json', '%2fetc%2fpasswd', 'worker.js%00', 'WORKER.js', 'worker.js/', 'constructor', '__proto__', '', '%'];

  it.each(TRICKS)('are all that there is: not %s', async (name) => {
    const { status, headers } = await ask(`/web/${name}`);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([404, expect.stringMatching(/^application.problem.json/), 'no-store']);
  });
});

describe('where people sign in', () => {
  it('is said for the issuer that is configured, with its own words for what it asserts', async () => {
    const issuer = await SecondIssuer.start();
    const other = await Instance.start({ oidc: issuer.configuration({ web: { clientId: 'pages', scope: 'openid xinma' }, highest: 'al2' }) });
    const { body } = await (await other.as()).get('/v1/sign-in');
    expect(body).toMatchObject({ issuer: issuer.url, clientId: 'pages', scope: 'openid xinma', resource: 'https://api.house.example', authorization: `${issuer.url}/authorize`, token: `${issuer.url}/token` });
    expect(body['acr']).toEqual({ al1: ['one', 'two', 'three'], al2: ['two', 'three'], al3: [] });
    await other.close();
    await issuer.close();
  }, 120_000);

  it('is nowhere where no client is configured', async () => {
    const edge = await startEdge(ROOMS);
    expect((await fetch(`${edge.address}/v1/sign-in`)).status).toBe(404);
    await edge.close();
  });
});

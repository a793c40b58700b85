import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { xinma } from '../../libs/client/index.js';
import { enrol } from './enrol.js';
import { granted } from './granted.js';

let server: Server;
afterEach(() => void server.close());

const BODIES: Readonly<Record<string, object>> = { '/v1/enrolments': {}, '/v1/consent-requests': { consent: 'c_1', code: 'CODE' }, '/v1/consent-codes/openings': {}, '/v1/consents/c_1/grant': {} };

/** A server that says of everything so many times that it is not done, and how it was asked: path and key. `overlapped`: whether it was asked before it had answered. */
async function serverThatIs(code: string, times: number) {
  const asked: string[] = [];
  const said = { overlapped: false };
  let open = 0;
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    said.overlapped ||= open > 0;
    open += 1;
    await request.toArray();
    const path = request.url ?? '';
    asked.push(`${path} ${String(request.headers['idempotency-key'])}`);
    const isDone = asked.filter((one) => one.startsWith(`${path} `)).length > times;
    open -= 1;
    response.writeHead(isDone ? 201 : 503, { 'content-type': isDone ? 'application/json' : 'application/problem+json', 'retry-after': '1' });
    response.end(JSON.stringify(isDone ? BODIES[path] : { code, status: 503 }));
  };
  server = createServer((request, response) => void answer(request, response));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { client: xinma({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }), asked, said };
}

describe('a scene that is prepared', () => {
  it.each(['busy', 'read-models-behind'])('asks again for what is not done (%s): one try after the other, under the same key', async (code) => {
    const { client, asked, said } = await serverThatIs(code, 2);
    expect(await granted(client, client)).toBe('c_1');
    expect(asked).toHaveLength(9);
    expect(new Set(asked).size).toBe(3);
    expect(said.overlapped).toBe(false);
  });

  it('has its people enrolled by and by', async () => {
    const { client, asked } = await serverThatIs('busy', 2);
    await enrol(client, client);
    expect([asked.length, new Set(asked).size]).toEqual([4, 2]);
  });

  it('does not ask again for what was refused', async () => {
    server = createServer((_request, response) => response.writeHead(409, { 'content-type': 'application/problem+json' }).end('{"code":"too-many-consents","status":409}'));
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const client = xinma({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
    await expect(granted(client, client)).rejects.toThrow('refused: too-many-consents');
  });
});

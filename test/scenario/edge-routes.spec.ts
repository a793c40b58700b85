import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_LINE_BYTES } from '../../apps/api/src/edge/index.js';
import { startEdge } from '../kit/edge.js';
import { slow, TEST_ROOMS } from './edge-rooms.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge(TEST_ROOMS);
});
afterAll(() => edge.close());

const ID = 'a'.repeat(32);
const ask = async (method: string, path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${edge.address}${path}`, { method, ...init });
  return { status: answer.status, text: await answer.text(), headers: answer.headers };
};

/** Writes bytes that no client library would. */
async function raw(request: string): Promise<string> {
  const { hostname, port } = new URL(edge.address);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  socket.write(request);
  return text(socket);
}

describe('what is not served', () => {
  it('is one answer, whatever the cause', async () => {
    const unknown = await ask('GET', '/t/nothing');
    expect(unknown.status).toBe(404);
    const token = await edge.token();
    const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'k' };
    const answers = [
      await ask('GET', '/t/unmarked'),
      await ask('GET', '/t/unmarked', { headers }),
      await ask('GET', '/t/page/'),
      await ask('GET', '/T/page'),
      await ask('GET', '/t//page'),
      await ask('GET', '/%zz'),
      await ask('GET', '/t/kinds'),
      await ask('DELETE', '/t/page'),
      await ask('PUT', '/t/page', { body: '{}' }),
      await ask('OPTIONS', '/t/page'),
      await ask('OPTIONS', '/t/nothing'),
      await ask('POST', '/t/not-an-id/command', { headers }),
      await ask('POST', `/t/${'a'.repeat(500)}/command`, { headers }),
    ];
    for (const answer of answers) expect(answer).toMatchObject({ status: 404, text: unknown.text });
  });

  it('is the same to HEAD, which is decided like GET', async () => {
    for (const [path, status] of [['/t/page', 200], ['/t/page?surprise=1', 400], ['/t/asker', 401], ['/t/unmarked', 404], ['/t/kinds', 404]] as const) {
      expect(await ask('HEAD', path)).toMatchObject({ status, text: '' });
    }
  });
});

describe('a query', () => {
  it.each([['?after=12', 200], ['', 200], ['?after=x', 400], ['?after=1&after=2', 400], ['?after', 400], ['?surprise=1', 400], ['?__proto__=1', 400], ['?after[a]=1', 400]])('like "%s" is answered %i', async (query, status) => {
    expect((await ask('GET', `/t/page${query}`)).status).toBe(status);
  });
});

describe('a command', () => {
  const send = async (headers: Record<string, string>, sub = 'somebody', id = ID) =>
    ask('POST', `/t/${id}/command`, { headers: { authorization: `Bearer ${await edge.token({ sub })}`, ...headers } });

  it.each([['a b'], ['é'], ['a'.repeat(201)], ['a, a']])('with the key %s is refused', async (key) => {
    expect(await send({ 'idempotency-key': key })).toMatchObject({ status: 400, text: expect.stringContaining('idempotency-key-malformed') });
  });

  it('derives the same ids from the same key, and others for anybody and anything else', async () => {
    expect(await send({})).toMatchObject({ status: 400, text: expect.stringContaining('"idempotency-key-missing"') });
    const once = await send({ 'idempotency-key': 'k1' });
    expect(once.status).toBe(201);
    expect((await send({ 'idempotency-key': 'k1', 'content-type': 'application/json' })).text).toBe(once.text);
    const others = [await send({ 'idempotency-key': 'k2' }), await send({ 'idempotency-key': 'k1' }, 'other'), await send({ 'idempotency-key': 'k1' }, 'somebody', 'b'.repeat(32))];
    const made = [once, ...others].map(({ text }) => text.split(' ')[1]);
    expect(new Set(made).size).toBe(4);
  });

  it('that takes no body refuses one', async () => {
    const headers = { authorization: `Bearer ${await edge.token()}`, 'idempotency-key': 'k', 'content-type': 'application/json' };
    expect((await ask('POST', `/t/${ID}/command`, { headers, body: '{"a":1}' })).status).toBe(400);
    expect((await ask('POST', `/t/${ID}/command`, { headers, body: '{}' })).status).toBe(201);
  });
});

describe('lines', () => {
  it('come one by one, each bounded', async () => {
    const body = `one\n\n${'x'.repeat(MAX_LINE_BYTES)}\n${'y'.repeat(MAX_LINE_BYTES + 1)}\nlast`;
    const answer = await ask('POST', '/t/lines', { body, headers: { 'content-type': 'application/x-ndjson' } });
    const said = answer.text.trim().split('\n').map((line) => (JSON.parse(line) as { said: string }).said);
    expect(said).toEqual(['one', 'x'.repeat(MAX_LINE_BYTES), 'too-long', 'last']);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson');
    expect((await ask('POST', '/t/lines', { body, headers: { 'content-type': 'application/json' } })).status).toBe(415);
  });
});

describe('an answer', () => {
  it('carries what its class declares and nothing else', async () => {
    expect(await ask('GET', '/t/talkative')).toMatchObject({ status: 200, text: '{"said":"this"}' });
    expect(await ask('GET', '/t/mute')).toMatchObject({ status: 500, text: expect.not.stringContaining('that') });
  });
});

describe('closing', () => {
  it('finishes what is under way and takes nothing new', async () => {
    const closing = await startEdge(TEST_ROOMS);
    const answer = fetch(`${closing.address}/t/slow`);
    await slow.began.promise;
    const closed = closing.close();
    slow.goOn.resolve();
    expect((await answer).status).toBe(200);
    await closed;
    await expect(fetch(`${closing.address}/health`)).rejects.toThrow('fetch failed');
  });
});

describe('closing in the middle of lines', () => {
  const LINES = 'POST /t/lines HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n4\r\none\n\r\n';

  async function begin(drain: number) {
    const closing = await startEdge(TEST_ROOMS, { drain });
    const { hostname, port } = new URL(closing.address);
    const socket = connect(Number(port), hostname);
    socket.write(LINES);
    await once(socket, 'data');
    return { socket, closed: closing.close() };
  }

  it('answers them to the end, and ends the connection with the answer', async () => {
    const { socket, closed } = await begin(60_000);
    socket.write('4\r\ntwo\n\r\n0\r\n\r\n');
    expect(await text(socket)).toContain('"two"');
    await closed;
  });

  it('cuts them where they never end', async () => {
    const { socket, closed } = await begin(50);
    await Promise.all([once(socket, 'close'), closed]);
  });
});

describe('a body that trickles in', () => {
  it('is cut off', async () => {
    const impatient = await startEdge(TEST_ROOMS, { bodyArrival: 50 });
    const { hostname, port } = new URL(impatient.address);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    socket.write('POST /t/kinds HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{');
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 408 [\s\S]*"code":"request-timeout"/);
    await impatient.close();
  });

  it('after the answer is cut off too', async () => {
    const impatient = await startEdge(TEST_ROOMS, { bodyArrival: 50 });
    const { hostname, port } = new URL(impatient.address);
    for (const [line, status] of [['POST /nowhere', 404], ['GET /health', 200], ['POST /t/1/command', 401]] as const) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(`${line} HTTP/1.1\r\nhost: a\r\ncontent-length: 100\r\n\r\n{`);
      expect(await text(socket)).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
    }
    await impatient.close();
  });
});

describe('what goes wrong', () => {
  it('is told without a word of it, to the client and to the log', async () => {
    const broken = await ask('GET', '/t/broken?', { headers: { authorization: 'Bearer secret-token' } });
    expect(broken).toMatchObject({ status: 500, text: '{"type":"urn:xinma:problem:internal","title":"Internal","status":500,"code":"internal"}' });
    await ask('GET', '/t/secret-path?name=secret-name');
    const log = edge.lines.join('');
    expect(log).toContain('"error":"Error"');
    expect(log).toContain('edge-rooms');
    expect(log).not.toMatch(/secret|110101199003070000/);
  });

  it('for now is told as busy', async () => {
    const answer = await ask('GET', '/t/unavailable');
    expect(answer).toMatchObject({ status: 503, text: expect.stringContaining('"busy"') });
    expect(answer.headers.get('retry-after')).toBe('1');
  });

  it('below HTTP is told in the same form', async () => {
    expect((await ask('GET', `/t/page?after=${'1'.repeat(3_000)}`)).status).toBe(414);
    const without = 'GET /t/page HTTP/1.1\r\nconnection: close\r\n';
    expect(await raw(`${without}host: a\r\nexpect: miracles\r\n\r\n`)).toMatch(/^HTTP\/1\.1 200 [\s\S]*"said"/);
    for (const request of [`${without}\r\n`, 'nonsense\r\n\r\n', `GET /t/page HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`, 'POST /t/kinds HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n']) {
      expect(await raw(request)).toMatch(/^HTTP\/1\.1 400 [\s\S]*cache-control: no-store[\s\S]*"code":"malformed"/);
    }
  });

  it('carries no trace of the software', async () => {
    const { headers } = await ask('GET', '/health');
    expect([...headers.keys()].toSorted()).toEqual(['cache-control', 'connection', 'content-length', 'content-type', 'date', 'keep-alive', 'x-content-type-options']);
  });
});

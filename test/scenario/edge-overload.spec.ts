import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startEdge } from '../kit/edge.js';
import { eventually } from '../kit/eventually.js';
import { held, TEST_ROOMS } from './edge-rooms.js';

let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge(TEST_ROOMS);
});
afterAll(() => edge.close());

const ask = async (method: string, path: string, init: RequestInit = {}) => {
  const answer = await fetch(`${edge.address}${path}`, { method, ...init });
  return { status: answer.status, text: await answer.text(), headers: Object.fromEntries([...answer.headers].filter(([name]) => name !== 'date')) };
};
const underWay = (): number => edge.app.getHttpAdapter().getInstance().door.underWay;

/** Opens a connection and sends this on it. */
async function send(text: string): Promise<Socket> {
  const { hostname, port } = new URL(edge.address);
  const socket = connect(Number(port), hostname).on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(text);
  return socket;
}

let holding: Promise<unknown>[] = [];
const hold = (): void => void holding.push(ask('GET', '/t/hold'));
/** Asks, and asks, until no more are taken: the first crowd is let in, those behind it are not. */
async function fill(): Promise<void> {
  const before = underWay();
  for (let n = 0; n < 64; n += 1) hold();
  await eventually(async () => underWay(), (count) => count >= before + 64);
  await eventually(async () => {
    const { status } = await Promise.race([ask('GET', '/t/hold'), sleep(200, { status: 0 })]);
    return status;
  }, (status) => status === 503);
}
/** Everybody is answered. */
async function empty(): Promise<void> {
  held.letGo();
  await Promise.all(holding);
  holding = [];
  await eventually(async () => underWay(), (count) => count === 0);
}
afterEach(empty);

const BODY = { body: '{"text":"abc"}', headers: { 'content-type': 'application/json' } };

describe('Past its capacity', () => {
  it('whatever is asked by whomever is answered at once, alike, as busy', async () => {
    const busy = await ask('GET', '/t/unavailable');
    await fill();
    const token = await edge.token();
    const authorization = { authorization: `Bearer ${token}` };
    const answers = [
      await ask('GET', '/t/page'),
      await ask('GET', '/t/nothing'),
      await ask('GET', '/t/asker'),
      await ask('GET', '/t/asker', { headers: authorization }),
      await ask('POST', '/t/kinds', BODY),
      await ask('POST', '/t/lines', { body: 'one\n', headers: { 'content-type': 'application/x-ndjson' } }),
      await ask('POST', `/t/${'a'.repeat(32)}/command`, { headers: { ...authorization, 'idempotency-key': 'k' } }),
    ];
    expect(busy).toMatchObject({ status: 503, headers: { 'retry-after': '1', 'content-type': expect.stringMatching(/^application\/problem\+json/) } });
    for (const answer of answers) expect(answer).toEqual(busy);
    expect(await ask('HEAD', '/t/page')).toMatchObject({ status: 503, text: '', headers: { 'retry-after': '1' } });
  });

  it('what protects somebody is done all the same, and who asks whether the process is well is told', async () => {
    await fill();
    expect(await ask('POST', `/t/${'a'.repeat(32)}/end`)).toMatchObject({ status: 200 });
    expect(await ask('GET', '/health')).toMatchObject({ status: 200 });
    expect(await ask('GET', '/ready')).toMatchObject({ status: 200 });
    expect(await ask('GET', '/t/page')).toMatchObject({ status: 503 });
  });

  it('each on one connection is answered in its turn, and what cannot be read behind them comes last', async () => {
    await fill();
    const many = 'GET /t/page HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(40);
    const socket = await send(`${many}POST /t/kinds HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 14\r\n\r\n{"text":"abc"}nonsense\r\n\r\n`);
    let said = '';
    socket.on('data', (bytes: Buffer) => (said += bytes.toString()));
    await once(socket, 'close');
    expect(said.match(/HTTP\/1.1 \d+/g)).toEqual([...Array.from({ length: 41 }, () => 'HTTP/1.1 503'), 'HTTP/1.1 400']);
  });

  it('lines that are under way go on to their end', async () => {
    const socket = await send('POST /t/lines HTTP/1.1\r\nhost: a\r\nconnection: close\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n4\r\none\n\r\n');
    await once(socket, 'data');
    await fill();
    socket.write('4\r\ntwo\n\r\n0\r\n\r\n');
    const [more] = (await once(socket, 'data')) as [Buffer];
    expect(more.toString()).toContain('"two"');
    await once(socket, 'close');
  });

  it('the connection serves again as soon as there is room, also after a body that nobody read', async () => {
    await fill();
    const socket = await send(`POST /t/kinds HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`);
    const [refused] = (await once(socket, 'data')) as [Buffer];
    expect(refused.toString()).toMatch(/^HTTP\/1\.1 503 /);
    await empty();
    socket.write('GET /t/page HTTP/1.1\r\nhost: a\r\n\r\n');
    const [served] = (await once(socket, 'data')) as [Buffer];
    expect(served.toString()).toMatch(/^HTTP\/1\.1 200 /);
    socket.destroy();
  });

  it('the log says how many were sent away, and nothing else of them', async () => {
    const from = edge.lines.length;
    await fill();
    for (let n = 0; n < 10; n += 1) await ask('GET', `/t/page?after=${n}`);
    const told = await eventually(async () => edge.lines.slice(from).filter((line) => line.includes('"overload"')), (lines) => lines.length > 0);
    expect((JSON.parse(told[0] ?? '{}') as { refused: number }).refused).toBeGreaterThanOrEqual(1);
    expect(edge.lines.slice(from).filter((line) => line.includes('/t/page'))).toEqual([]);
  });
});

describe('Room', () => {
  it.each(['/t/hold', '/t/hold-stream'])('is given back by who hung up once their answer is made, or begins to stream, and not before: %s', async (path) => {
    const sockets = await Promise.all(Array.from({ length: 5 }, () => send(`GET ${path} HTTP/1.1\r\nhost: a\r\n\r\n`.repeat(2))));
    await eventually(async () => underWay(), (count) => count === 10);
    for (const socket of sockets) socket.resetAndDestroy();
    await sleep(50);
    expect(underWay()).toBe(10);
    await empty();
  });

  it.each([
    ['in the middle of their body', '{'],
    ['before it', ''],
  ])('is given back by who hangs up %s', async (_when, part) => {
    for (const path of ['/t/kinds', '/t/nothing', '/t/lines']) {
      const type = path === '/t/lines' ? 'application/x-ndjson' : 'application/json';
      const socket = await send(`POST ${path} HTTP/1.1\r\nhost: a\r\ncontent-type: ${type}\r\ncontent-length: 100\r\n\r\n${part}`);
      await sleep(20);
      socket.destroy();
    }
    await eventually(async () => underWay(), (count) => count === 0);
    for (let n = 0; n < 70; n += 1) expect((await ask('POST', '/t/lines', { body: 'one\n', headers: { 'content-type': 'application/x-ndjson' } })).status).toBe(200);
  });

  it('is given back by who hangs up when their body is here and nobody has read it yet', async () => {
    const authorization = `Bearer ${await edge.token()}`;
    const whole = `POST /t/${'a'.repeat(32)}/command HTTP/1.1\r\nhost: a\r\nauthorization: ${authorization}\r\nidempotency-key: k\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}`;
    for (let n = 0; n < 20; n += 1) (await send(whole)).resetAndDestroy();
    await sleep(50);
    await eventually(async () => underWay(), (count) => count === 0);
  });

  it('is given back by who hangs up while a file is read for the first time', async () => {
    for (const encoding of ['br', 'gzip', 'identity']) {
      const socket = await send(`GET /docs/swagger-ui-bundle.js HTTP/1.1\r\nhost: a\r\naccept-encoding: ${encoding}\r\n\r\n`);
      setImmediate(() => socket.resetAndDestroy());
    }
    await sleep(50);
    await eventually(async () => underWay(), (count) => count === 0);
  });

  it('is not taken by those whose body is yet to come', async () => {
    const sockets = await Promise.all(Array.from({ length: 100 }, () => send('POST /t/kinds HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 100\r\n\r\n{')));
    await eventually(async () => underWay(), (count) => count === 0);
    await sleep(50);
    for (let n = 0; n < 70; n += 1) hold();
    await eventually(async () => underWay(), (count) => count >= 64);
    for (const socket of sockets) socket.destroy();
  });
});

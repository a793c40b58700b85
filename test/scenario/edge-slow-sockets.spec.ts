import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startEdge } from '../kit/edge.js';
import { held, TEST_ROOMS } from './edge-rooms.js';

const EACH = 40;
let edge: Awaited<ReturnType<typeof startEdge>>;
beforeAll(async () => {
  edge = await startEdge(TEST_ROOMS, { headerArrival: 2_000, look: 50, bodyArrival: 2_000, silence: 2_000 });
});
afterAll(() => edge.close());

/** What a slow socket sends at first, what it goes on with, and whether it reads what it is answered. */
const SLOW: readonly (readonly [what: string, first: string, then: string, reads: boolean])[] = [
  ['says nothing', '', '', true],
  ['sends its head a letter at a time', 'GET /health HTTP/1.1\r\nhost: a\r\nx: ', 'x', true],
  ['sends its body a letter at a time', 'POST /t/kinds HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\ncontent-length: 1000\r\n\r\n', '1', true],
  ['sends a body that nobody wants a letter at a time', 'POST /nowhere HTTP/1.1\r\nhost: a\r\ncontent-length: 1000\r\n\r\n', '1', true],
  ['sends lines and stops', 'POST /nowhere HTTP/1.1\r\nhost: a\r\ncontent-type: application/x-ndjson\r\ntransfer-encoding: chunked\r\n\r\n4\r\none\n\r\n', '', true],
  ['reads none of what it is answered', 'GET /t/much HTTP/1.1\r\nhost: a\r\n\r\n'.repeat(60), '', false],
];

/** Slow until it is cut off; resolves then. */
async function slow([, first, then, reads]: (typeof SLOW)[number]): Promise<void> {
  const { hostname, port } = new URL(edge.address);
  const socket: Socket = connect(Number(port), hostname).on('error', () => undefined);
  const gone = new Promise((resolve) => socket.once('close', resolve));
  await once(socket, 'connect');
  if (reads) socket.resume();
  socket.write(first);
  // Who reads nothing hears nothing of the end either, before what they write meets a connection that is no more.
  const more = reads ? then : 'x';
  const trickle = setInterval(() => more !== '' && socket.writable && socket.write(more), 50);
  await gone;
  clearInterval(trickle);
}

const connections = (): Promise<number> => new Promise((resolve) => void edge.app.getHttpServer().getConnections((_error, count) => resolve(count)));

describe('A slow socket', () => {
  it.each(SLOW)('that %s is cut off', async (...kind) => {
    await slow(kind);
  });

  it('takes nothing from others, however many there are', async () => {
    const ask = async (): Promise<number> => {
      const answer = await fetch(`${edge.address}/t/page`);
      await answer.text();
      return answer.status;
    };
    // On a connection that is open: where the whole machine stands still for two seconds, the head that a new one waits for is late as well.
    const statuses = new Set([await ask()]);
    const all = Promise.all(SLOW.flatMap((kind) => Array.from({ length: kind[3] ? EACH : 2 }, () => slow(kind))));
    for (let n = 0; n < 50; n += 1) statuses.add(await ask());
    expect([...statuses]).toEqual([200]);
    await all;
    // What is left is the connection of whoever asked above.
    expect(await connections()).toBeLessThan(10);
    expect(edge.app.getHttpAdapter().getInstance().door.underWay).toBe(0);
  });
});

describe('An answer that takes long, as a replay of years does,', () => {
  it('is waited for longer than others are', async () => {
    const asked = fetch(`${edge.address}/t/hold-long`);
    await sleep(3_000);
    held.letGo();
    expect((await asked).status).toBe(200);
  });
});

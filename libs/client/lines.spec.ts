import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pipeline } from 'node:stream/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from '@jest/globals';
import { readLines, Refused, sendLines, streamLines, xinma, type XinmaClient } from './index.js';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

async function speakingTo(answer: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>): Promise<XinmaClient> {
  server = createServer((request, response) => void answer(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return xinma({ address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, token: 't' });
}

const IMPORTS = '/v1/results/imports';
const verdict = (line: number): string => `{"line":${line},"verdict":"recorded"}\n`;

async function* rows(count = Infinity, told: (sent: number) => void = () => {}): AsyncGenerator<Uint8Array> {
  for (let row = 1; row <= count; row += 1) {
    told(row);
    yield Buffer.alloc(16_384, 'x');
  }
}

function* endless(told: () => number): Generator<string> {
  for (;;) yield `${' '.repeat(16_384)}${verdict(told())}`;
}

async function collect<Line>(lines: AsyncIterable<Line>): Promise<readonly Line[]> {
  const all: Line[] = [];
  for await (const line of lines) all.push(line);
  return all;
}

/** The count once it has stood still for a while: several looks long, for on a busy machine one look may be all that anybody got. */
async function settled(count: () => number): Promise<number> {
  for (let [before, alike] = [-1, 0]; alike < LOOKS; await pause(100)) {
    alike = before === count() ? alike + 1 : 0;
    before = count();
  }
  return count();
}

const LOOKS = 4;

async function drained(request: IncomingMessage): Promise<void> {
  await once(request.resume(), 'end');
}

const inLines = (response: ServerResponse): ServerResponse => response.writeHead(200, { 'content-type': 'application/x-ndjson' });

describe('a stream of lines', () => {
  it('is answered while it is still being sent, with what was said of it', async () => {
    const heard = Promise.withResolvers<void>();
    const client = await speakingTo(async (request, response) => {
      const { authorization, 'content-type': type, 'content-encoding': encoding } = request.headers;
      inLines(response).write(verdict(1));
      await drained(request);
      response.end(`${JSON.stringify([authorization, type, encoding])}\n`);
    });
    const body = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('one\n');
      await heard.promise;
      yield Buffer.from('two\n');
    };
    const said: unknown[] = [];
    for await (const line of streamLines(client, IMPORTS, body(), { contentType: 'text/csv', contentEncoding: 'gzip' })) {
      said.push(line);
      heard.resolve();
    }
    expect(said).toEqual([{ line: 1, verdict: 'recorded' }, ['Bearer t', 'text/csv', 'gzip']]);
  });

  it('is read no faster than the server takes it', async () => {
    const client = await speakingTo((_request, response) => void inLines(response).write(verdict(1)));
    let sent = 0;
    const lines = streamLines(client, IMPORTS, rows(Infinity, (row) => (sent = row)));
    await lines.next();
    const before = await settled(() => sent);
    expect(await settled(() => sent)).toBe(before);
    server.closeAllConnections();
    await expect(lines.next()).rejects.toThrow('terminated');
  });

  it('is answered no faster than its lines are taken', async () => {
    let written = 0;
    const client = await speakingTo(async (request, response) => {
      request.resume();
      await pipeline(endless(() => (written += 1)), inLines(response)).catch(() => {});
    });
    const lines = streamLines(client, IMPORTS, rows(1));
    await lines.next();
    const before = await settled(() => written);
    await lines.next();
    expect(await settled(() => written)).toBeLessThan(before + 100);
    await lines.return(undefined);
  });

  it('ends at both ends where nobody takes lines any more', async () => {
    const gone = Promise.withResolvers<void>();
    const client = await speakingTo((request, response) => {
      request.once('close', gone.resolve).resume();
      inLines(response).write(verdict(1));
    });
    const ended = Promise.withResolvers<void>();
    const body = async function* (): AsyncGenerator<Uint8Array> {
      try {
        yield* rows();
      } finally {
        ended.resolve();
      }
    };
    for await (const { line } of streamLines(client, IMPORTS, body())) if (line === 1) break;
    await Promise.all([gone.promise, ended.promise]);
  });
});

describe('a body that is at hand', () => {
  it('is sent as it is, and answered by lines', async () => {
    const client = await speakingTo(async (request, response) => {
      const { authorization, 'content-type': type } = request.headers;
      const body = await request.toArray();
      inLines(response).end(`${verdict(1)}${JSON.stringify([authorization, type, Buffer.concat(body as Buffer[]).toString()])}\n`);
    });
    const said = await collect(sendLines(client, IMPORTS, new Blob(['one\n']), { contentType: 'text/csv' }));
    expect(said).toEqual([{ line: 1, verdict: 'recorded' }, ['Bearer t', 'text/csv', 'one\n']]);
  });
});

describe('a body of nothing', () => {
  it('is answered by no lines, however it is sent and answered', async () => {
    const client = await speakingTo(async (request, response) => {
      await drained(request);
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'content-length': 0 }).end();
    });
    expect(await collect(streamLines(client, IMPORTS, rows(0)))).toEqual([]);
    expect(await collect(sendLines(client, IMPORTS, new Blob([])))).toEqual([]);
  });
});

describe('a stream that breaks is never taken for a success', () => {
  it('where the server goes away', async () => {
    const client = await speakingTo(async (request, response) => {
      inLines(response).write(verdict(1));
      await drained(request);
      response.destroy();
    });
    await expect(collect(streamLines(client, IMPORTS, rows(1)))).rejects.toThrow('terminated');
  });

  it('where the answer ends with why the rest was refused', async () => {
    const problem = { type: 'urn:xinma:problem:unpackable', title: 'Unpackable', status: 400, code: 'unpackable' };
    const client = await speakingTo(async (request, response) => {
      await drained(request);
      inLines(response).end(`${verdict(1)}${JSON.stringify(problem)}\n`);
    });
    const lines = streamLines(client, IMPORTS, rows(1));
    await expect(lines.next()).resolves.toEqual({ done: false, value: { line: 1, verdict: 'recorded' } });
    await expect(lines.next()).rejects.toMatchObject({ message: '/v1/results/imports answered 400 unpackable', status: 400, problem });
  });

  it('where the answer ends in the middle of a line', async () => {
    const client = await speakingTo(async (request, response) => {
      await drained(request);
      inLines(response).end(`${verdict(1)}{"line":2`);
    });
    await expect(collect(streamLines(client, IMPORTS, rows(1)))).rejects.toThrow('the answer of /v1/results/imports broke off in a line');
  });

  it('where the body breaks, with what broke it', async () => {
    const client = await speakingTo((request, response) => {
      request.resume().on('error', () => {});
      inLines(response).write(verdict(1));
    });
    const body = async function* (): AsyncGenerator<Uint8Array> {
      yield Buffer.from('one\n');
      await pause(10);
      throw new Error('the disk is gone');
    };
    await expect(collect(streamLines(client, IMPORTS, body()))).rejects.toThrow('the disk is gone');
  });

  it('where the answer ends before the body was taken', async () => {
    const client = await speakingTo((_request, response) => void inLines(response).end(verdict(1)));
    await expect(collect(streamLines(client, IMPORTS, rows()))).rejects.toThrow('answered before the whole body was sent');
  });

  it('where it is refused, with the problem', async () => {
    const problem = { type: 'urn:xinma:problem:not-permitted', title: 'Not permitted', status: 403, code: 'not-permitted' };
    const client = await speakingTo((_request, response) => void response.writeHead(403, { 'content-type': 'application/problem+json; charset=utf-8' }).end(JSON.stringify(problem)));
    const refused = await collect(streamLines(client, IMPORTS, rows())).catch((error: unknown) => error);
    expect(refused).toBeInstanceOf(Refused);
    expect(refused).toMatchObject({ status: 403, problem, message: '/v1/results/imports answered 403 not-permitted' });
    await expect(collect(readLines(client, '/v1/audit/events', { after: '1' }))).rejects.toThrow('/v1/audit/events answered 403 not-permitted');
  });

  it('where something else answers', async () => {
    const client = await speakingTo((_request, response) => void response.writeHead(502, { 'content-type': 'text/html' }).end('<h1>'));
    await expect(collect(streamLines(client, IMPORTS, rows()))).rejects.toMatchObject({ status: 502, problem: undefined });
  });
});

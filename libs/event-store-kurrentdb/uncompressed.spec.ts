import { createServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { append, fact, freshStream } from '../../test/contract/event-store/facts.js';
import { KurrentEventStore } from './kurrent-event-store.js';

it('takes no compressed answers, whatever the client’s library says of itself', async () => {
  const asked: IncomingHttpHeaders[] = [];
  const server = createServer();
  server.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    asked.push(headers);
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '0' }, { endStream: true });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const store = new KurrentEventStore({ place: { nodes: [{ address: '127.0.0.1', port }], discover: false, tls: undefined, user: undefined } });

  expect(await store.head()).toBe(0n);
  await store.follow(0n, AbortSignal.timeout(200))[Symbol.asyncIterator]().next();
  expect(await store.append(append(freshStream(), 'no-stream', fact()))).toEqual({ kind: 'unknown' });

  expect(new Set(asked.map((headers) => headers[':path']))).toEqual(new Set(['Read', 'Append'].map((call) => `/event_store.client.streams.Streams/${call}`)));
  expect(new Set(asked.map((headers) => headers['grpc-accept-encoding']))).toEqual(new Set(['identity']));
  expect(new Set(asked.map((headers) => headers['requires-leader']))).toEqual(new Set(['true']));
  await store.close();
  await new Promise((resolve) => server.close(resolve));
});

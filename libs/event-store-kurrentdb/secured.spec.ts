import { createSecureServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Authority } from '../../test/kit/certificates.js';
import { append, fact, freshStream } from '../../test/contract/event-store/facts.js';
import { StoreUnavailable } from '../event-store/index.js';
import { KurrentEventStore } from './kurrent-event-store.js';

describe('A server over TLS', () => {
  const [authority, stranger] = [new Authority('ours'), new Authority('a stranger')];
  const asked: IncomingHttpHeaders[] = [];
  const server = createSecureServer(certified());
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
  afterAll(() => new Promise((resolve) => server.close(resolve)));
  server.on('stream', (stream: ServerHttp2Stream, headers: IncomingHttpHeaders) => {
    asked.push(headers);
    stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': '0' }, { endStream: true });
  });

  function certified(): { readonly cert: string; readonly key: string | Buffer } {
    const { certificate, key } = authority.certify('localhost');
    return { cert: certificate, key };
  }
  const basic = (username: string): string => `Basic ${Buffer.from(`${username}:p:ß`).toString('base64')}`;
  const headAs = async (username: string, ca: string): Promise<bigint> => {
    const { port } = server.address() as AddressInfo;
    const store = new KurrentEventStore({ place: { nodes: [{ address: 'localhost', port }], discover: false, tls: { ca }, user: { username, password: 'p:ß' } }, deadlines: { read: 2_000 } });
    try {
      const head = await store.head();
      await store.follow(0n, AbortSignal.timeout(300))[Symbol.asyncIterator]().next();
      await store.append(append(freshStream(), 'no-stream', fact()));
      return head;
    } finally {
      await store.close();
    }
  };

  it('is asked as the user, where its certificate is signed by the authority that was named', async () => {
    expect(await headAs('xinma-api', authority.certificate)).toBe(0n);
    expect(new Set(asked.map((headers) => headers[':path']))).toEqual(new Set(['Read', 'Append'].map((call) => `/event_store.client.streams.Streams/${call}`)));
    expect(new Set(asked.map(({ authorization }) => authorization))).toEqual(new Set([basic('xinma-api')]));
  });

  it('is asked nothing where it is not', async () => {
    await expect(headAs('somebody', stranger.certificate)).rejects.toThrow(StoreUnavailable);
    expect(asked.map(({ authorization }) => authorization)).not.toContain(basic('somebody'));
  });
});

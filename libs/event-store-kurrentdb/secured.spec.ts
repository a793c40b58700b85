import { createSecureServer, type IncomingHttpHeaders, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { ServerCredentials } from '@grpc/grpc-js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Authority } from '../../test/kit/certificates.js';
import { Scripted } from '../../test/kit/kurrentdb-double/scripted.js';
import { append, fact, freshStream } from '../../test/contract/event-store/facts.js';
import { StoreUnavailable } from '../event-store/index.js';
import { Connection } from './connection.js';
import { KurrentEventStore } from './kurrent-event-store.js';
import { logRead } from './requests.js';

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
  const headAs = async (username: string, ca: string | undefined): Promise<bigint> => {
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

  it('is asked nothing where it is not, nor where none was named and the runtime knows none', async () => {
    for (const ca of [stranger.certificate, undefined]) await expect(headAs('somebody', ca)).rejects.toThrow(StoreUnavailable);
    expect(asked.map(({ authorization }) => authorization)).not.toContain(basic('somebody'));
  });

  it('of several is asked who leads over TLS, too', async () => {
    const { certificate, key } = authority.certify('localhost');
    const { server: leader, wire, close } = await Scripted.start(ServerCredentials.createSsl(null, [{ private_key: Buffer.from(key), cert_chain: Buffer.from(certificate) }]));
    const node = { address: 'localhost', port: wire.address.port };
    leader.leader = node;
    const connection = Connection.to({ nodes: [node, node], discover: false, tls: { ca: authority.certificate }, user: undefined });
    expect(await connection.read(logRead('end', 1), 5_000)).toHaveLength(1);
    expect(leader.arrived.map(({ call, metadata }) => [call, metadata.get('authorization')])).toEqual([['gossip', []], ['read', []]]);
    connection.end();
    await close();
  });
});

import { once } from 'node:events';
import { createServer, type ServerHttp2Session, type ServerHttp2Stream } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { Connection } from './connection.js';
import { logRead } from './requests.js';

const READ = logRead('end', 1);

describe('A server', () => {
  const server = createServer();
  const sessions: ServerHttp2Session[] = [];
  let answer = '0';
  let connection: Connection;
  server.on('session', (session) => sessions.push(session));
  server.on('stream', (stream: ServerHttp2Stream) => stream.respond({ ':status': 200, 'content-type': 'application/grpc', 'grpc-status': answer }, { endStream: true }));
  beforeEach(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    connection = Connection.to({ nodes: [{ address: '127.0.0.1', port }], discover: false, tls: undefined, user: undefined });
    [answer, sessions.length] = ['0', 0];
  });
  afterEach(async () => {
    connection.end();
    await new Promise((resolve) => server.close(resolve));
  });

  const closed = async (): Promise<unknown> => sessions[0]?.closed === true || once(sessions[0] ?? server, 'close');

  it('that is given up is let go of: the next one is reached over a connection of its own', async () => {
    await connection.read(READ, 5_000);
    answer = '13';
    await expect(connection.append([], 5_000)).rejects.toThrow('lost');
    await closed();
    answer = '0';
    await connection.read(READ, 5_000);
    expect(sessions).toHaveLength(2);
  });

  it('is let go of when the connection to it is ended', async () => {
    await connection.read(READ, 5_000);
    connection.end();
    await closed();
    expect(sessions).toHaveLength(1);
  });
});

import { once } from 'node:events';
import { createRequire } from 'node:module';
import { type RequestListener, Server } from 'node:http';
import { beforeEach, describe, expect, it } from '@jest/globals';

type Make = new (settings: object, answer: RequestListener) => Server;
const { UnopenedServer } = createRequire(import.meta.url)('../../deploy/late-server.cjs') as { readonly UnopenedServer: Make };

describe('A server that is in a start-up blob', () => {
  let server: Server;
  beforeEach(() => {
    server = new UnopenedServer({ headersTimeout: 1_234 }, (_request, reply) => reply.end(reply.getHeader('heard') === 'first' ? 'yes' : 'no'));
  });

  it('is none, and becomes one when it is told to listen: with its settings, with what it was told before, and for who listened to it before', async () => {
    expect(server).not.toBeInstanceOf(Server);
    expect(server.address()).toBeNull();
    server.setTimeout(7_000);
    server.keepAliveTimeout = 65_432;
    server.prependListener('request', (_request, reply) => reply.setHeader('heard', 'first'));
    const listening = once(server, 'listening');
    server.listen(0, '127.0.0.1');
    await listening;
    expect(server).toBeInstanceOf(Server);
    expect(server).toMatchObject({ headersTimeout: 1_234, timeout: 7_000, keepAliveTimeout: 65_432 });
    const { port } = server.address() as { readonly port: number };
    expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('yes');
    await new Promise((resolve) => server.close(resolve));
  });

  it('closes as one of Node’s does that never listened: who waits for it is told', async () => {
    const closed = once(server, 'close');
    expect(await new Promise((resolve) => server.close(resolve))).toMatchObject({ code: 'ERR_SERVER_NOT_RUNNING' });
    await closed;
  });
});

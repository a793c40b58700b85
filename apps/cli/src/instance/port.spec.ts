import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { choosePort, serveOn } from './port.js';

const HOST = '127.0.0.1';

async function listen(port: number): Promise<Server> {
  const server = createServer().listen({ host: HOST, port, exclusive: true });
  await once(server, 'listening');
  return server;
}

describe('a port that somebody took after it was chosen', () => {
  let other: Server;
  let taken: number;
  const served: Server[] = [];
  beforeEach(async () => {
    other = await listen(0);
    taken = (other.address() as AddressInfo).port;
  });
  afterEach(() => [other, ...served.splice(0)].forEach((server) => server.close()));

  const serve = async (port: number): Promise<number> => {
    const server = await listen(port);
    served.push(server);
    return (server.address() as AddressInfo).port;
  };

  it('gives way to another free one where none was asked for', async () => {
    expect(await serveOn({ chosen: taken, asked: undefined }, serve)).not.toBe(taken);
  });

  it('is named where it was asked for', async () => {
    await expect(serveOn({ chosen: taken, asked: taken }, serve)).rejects.toThrow(`PORT ${taken} is taken`);
    await expect(choosePort(HOST, taken)).rejects.toThrow(`PORT ${taken} is taken`);
  });

  it('is not what every failure is', async () => {
    const broken = async (): Promise<never> => {
      throw new Error('no database');
    };
    await expect(serveOn({ chosen: taken, asked: undefined }, broken)).rejects.toThrow('no database');
  });
});

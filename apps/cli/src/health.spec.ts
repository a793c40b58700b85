import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it } from '@jest/globals';
import { health } from './health.js';

it.each([{}, { HOST: '' }, { HOST: '127.0.0.1' }, { HOST: '0.0.0.0' }])('An API is asked where it listens, by the same variables: %j', async (variables) => {
  const server = createServer((_, answer) => answer.end());
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const { port } = server.address() as AddressInfo;
  const code = await health({ ...variables, PORT: String(port) }, false, () => undefined);
  server.close();
  expect(code).toBe(0);
});

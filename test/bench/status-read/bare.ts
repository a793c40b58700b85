import { createServer } from 'node:http';
import { once } from 'node:events';
import { optionsSent, type Served, serving } from '../city/child.js';

/** The limit: node:http by itself, the body of a status as it is sent, always the same one. */
async function start({ body }: { readonly body: string }): Promise<Served> {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) });
    response.end(body);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const bound = server.address();
  return { address: `http://127.0.0.1:${typeof bound === 'object' && bound !== null ? bound.port : 0}`, stop: async () => server.close().closeAllConnections() };
}

serving(await start(await optionsSent()));

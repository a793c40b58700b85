import { afterAll, beforeAll, expect, it } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { turns } from '../../../../../libs/event-loop/index.js';
import { anyone } from '../permission.js';
import type { ServedRoute } from '../route.js';
import { inItsTurn, letGoFirst } from './go-first.js';
import type { Urgency } from './urgency.js';

/** Whether whoever asks goes on at once, though a crowd was told before. */
async function isAtOnce(): Promise<boolean> {
  const crowd = Array.from({ length: 40 }, () => turns.mine());
  let passed = false;
  setImmediate(() => (passed = true));
  await turns.mine();
  const atOnce = !passed;
  await Promise.all(crowd);
  return atOnce;
}

const route = (urgency: Urgency): ServedRoute => ({ method: 'POST', path: `/${urgency}`, allow: anyone, urgency, answers: {}, refusals: [], summary: '', kind: 'command', pathIds: [] });

let server: FastifyInstance;
let address: string;
let atTheGate: boolean;
beforeAll(async () => {
  server = fastify();
  letGoFirst(server);
  server.addHook('onRequest', async (request) => {
    atTheGate = await inItsTurn(request, isAtOnce);
  });
  for (const urgency of ['protective', 'ordinary', 'lengthy', 'probe'] as const) server.post(`/${urgency}`, { config: { served: route(urgency) } }, async () => ({ inside: await isAtOnce() }));
  server.post('/undeclared', async () => ({ inside: await isAtOnce() }));
  address = await server.listen({ port: 0, host: '127.0.0.1' });
});
afterAll(() => server.close());

it.each([
  ['protective', true],
  ['ordinary', false],
  ['lengthy', false],
  ['probe', false],
  ['undeclared', false],
] as const)('A request that is %s goes on before a crowd, at the gate and behind its body: %s', async (path, first) => {
  const answer = await fetch(`${address}/${path}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ long: 'x'.repeat(200_000) }) });
  expect([atTheGate, await answer.json()]).toEqual([first, { inside: first }]);
});

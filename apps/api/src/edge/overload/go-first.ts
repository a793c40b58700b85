import type { FastifyInstance, FastifyRequest } from 'fastify';
import { turns } from '../../../../../libs/event-loop/index.js';

/** From when its body is there, what protects somebody waits for nobody else's turn. Call before the routes are declared. */
export function letGoFirst(server: FastifyInstance): void {
  server.addHook('onRoute', (route) => {
    if (route.config?.served?.urgency !== 'protective') return;
    route.preHandler = [(_request, _reply, done) => turns.first(done), ...[route.preHandler ?? []].flat()];
  });
}

/** Does `work` for a request, before its body is read: first, where the request protects somebody. */
export const inItsTurn = <Result>({ routeOptions }: FastifyRequest, work: () => Result): Result => (routeOptions.config.served?.urgency === 'protective' ? turns.first(work) : work());

import { performance } from 'node:perf_hooks';
import type { XinmaClient } from '../../../libs/client/index.js';
import type { Operation } from './history.js';

/** What is told of an answer. */
interface Answer {
  readonly response: Response;
}

/** How a client looks: the product's own answer, or one through a planted cache. */
export type Look = (client: XinmaClient, basis: string) => Promise<Answer>;

/** Asks the server each time. */
export const fresh: Look = (client, basis) => client.POST('/v1/bases/{basis}/views', { params: { path: { basis } }, body: { scope: 'status', purpose: 'FAMRQT' } });

/** The bug that the checker must catch: a yes is remembered for a second. */
export function remembering(): Look {
  const yes = new Map<string, { readonly answer: Answer; readonly until: number }>();
  return async (client, basis) => {
    const known = yes.get(basis);
    if (known !== undefined && performance.now() < known.until) {
      await new Promise((resolve) => setTimeout(resolve, 2));
      return known.answer;
    }
    const answer = await fresh(client, basis);
    if (answer.response.status === 200) yes.set(basis, { answer, until: performance.now() + 1_000 });
    return answer;
  };
}

/** Two people and a consent between them; each of the two speaks to both API processes. */
export interface Pair {
  readonly basis: string;
  readonly viewer: readonly XinmaClient[];
  readonly subject: readonly XinmaClient[];
}

/** Three clients look on and on, a fourth revokes in between; all end a few looks after the revocation. */
export async function race({ basis, viewer, subject }: Pair, look: Look, history: Operation[]): Promise<void> {
  let left = Infinity;
  const looking = [0, 1, 2].map(async (client) => {
    for (let turn = client; left > 0; turn += 1) {
      history.push(await timed('view', basis, () => look(of(viewer, turn), basis)));
      left -= 1;
    }
  });
  await new Promise((resolve) => setTimeout(resolve, 5 + Math.random() * 60));
  history.push(await timed('revocation', basis, () => of(subject, Math.round(Math.random())).POST('/v1/consents/{id}/revocation', { params: { path: { id: basis } } })));
  left = 12;
  await Promise.all(looking);
}

const of = (clients: readonly XinmaClient[], turn: number): XinmaClient => {
  const client = clients[turn % clients.length];
  if (client === undefined) throw new Error('no client');
  return client;
};

async function timed(kind: Operation['kind'], basis: string, ask: () => Promise<Answer>): Promise<Operation> {
  const began = performance.now();
  const { status } = (await ask()).response;
  return { kind, basis, began, ended: performance.now(), outcome: outcomeOf(kind, status) };
}

function outcomeOf(kind: Operation['kind'], status: number): Operation['outcome'] {
  if (status === 200) return kind === 'view' ? 'shown' : 'acknowledged';
  return status < 500 ? 'refused' : 'failed';
}

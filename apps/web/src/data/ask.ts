import { inTime, Late, Offline } from './in-time.js';
import { isCommand, underItsKey } from './unsure.js';

/** Answers after which nobody knows whether a command was done. */
const unsure = new WeakSet<Response>();

/** Whether what was asked for may have been done although this is no success. */
export const isUnsure = (answer: Response): boolean => unsure.has(answer);

/** The answer with all of its body: headers are no answer yet, and whatever comes after them may stall or break off. */
async function whole(request: Request): Promise<Response> {
  const begun = await fetch(request, { cache: 'no-store' });
  const body = await begun.arrayBuffer();
  // With some statuses not even an empty one may be given.
  return new Response(body.byteLength === 0 ? null : body, begun);
}

/** Asks, and ends by itself; what it answers is there. Rejects with `Offline`. */
export async function ask(request: Request): Promise<Response> {
  const ended = await underItsKey(request);
  try {
    const answer = await inTime(whole(request));
    const known = answer.status < 500;
    ended(known);
    if (!known && isCommand(request)) unsure.add(answer);
    return answer;
  } catch (cause) {
    ended(false);
    throw cause instanceof Late ? new Late({ cause }, isCommand(request)) : new Offline({ cause }, isCommand(request));
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

/** How often something is asked for again at most, and how long after it was answered (milliseconds): together, longer than a busy machine stays busy. */
const [TRIES, PAUSE] = [60, 250];

/**
 * `fetch` for what prepares a scene: 503 says that nothing was done and to ask again, which is done, under the key that a command came with. Whatever it is answered then
 * is answered. Not for what a test is about: there, a 503 is an answer like any other.
 */
export async function patiently(request: Request): Promise<Response> {
  for (let tried = 1; ; tried += 1) {
    const answer = await fetch(request.clone());
    if (answer.status !== 503 || tried === TRIES) return answer;
    await answer.arrayBuffer();
    await sleep(PAUSE);
  }
}

import { setTimeout as sleep } from 'node:timers/promises';

/** Far above what anything that is waited for takes, and below what a test may take, in milliseconds: so that what never comes fails here, and says so. */
const WITHIN = 25_000;

/** What follows the log lags a little: asks until the answer is as it should be. */
export async function eventually<T>(ask: () => T | Promise<T>, right: (answer: T) => boolean): Promise<T> {
  const until = performance.now() + WITHIN;
  do {
    const answer = await ask();
    if (right(answer)) return answer;
    await sleep(10);
  } while (performance.now() < until);
  throw new Error('it never came to be');
}

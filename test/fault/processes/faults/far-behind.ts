import { Follower } from '../stage/follower.js';
import type { Fault } from './fault.js';
import { becomes } from './upon.js';

/** Somebody begins to follow the log from its first event, a whole log behind, while it grows. */
export const farBehind: Fault = {
  name: 'a follower begins a whole log behind',
  at: 'ground',
  weight: 1,
  async strike({ stage: { database }, sender }) {
    const head = await database.with((client) => client.query<{ head: string }>('SELECT max(position) AS head FROM ledger.event'));
    const behind = Number(head.rows[0]?.head ?? 0);
    const follower = new Follower(database).start();
    try {
      const began = performance.now();
      if (!(await becomes(() => follower.position > behind, 60_000))) throw new Error(`a follower that began ${behind} events behind got ${follower.position}`);
      for (const what of follower.wrong) sender.seen.broken.push(`a follower from the first event: ${what}`);
      return { bit: behind > 0, seen: `${behind} events in ${(performance.now() - began).toFixed(0)} ms` };
    } finally {
      await follower.end();
    }
  },
};

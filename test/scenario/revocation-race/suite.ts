import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { xinma, type XinmaClient } from '../../../libs/client/index.js';
import { enrol } from '../../kit/enrol.js';
import { granted } from '../../kit/granted.js';
import { TwoProcesses } from '../../kit/processes.js';
import { fresh, type Look, type Pair, race, remembering } from './clients.js';
import { type Operation, staleViews } from './history.js';

/** Eight pairs, four clients each. */
const VIEWERS = ['li-na', 'chen-wei', 'wang-fang', 'liu-yang', 'ouyang-xue', 'aygul', 'maria-garcia', 'nguyen-an'] as const;

/** The race, through two API processes on whatever the variables of this process say. */
export function revocationRace(log: string): void {
  describe(`With the log in ${log}, a revocation and views that race it through two API processes`, () => {
    const processes = new TwoProcesses();
    beforeAll(async () => {
      await processes.start();
      for (const name of VIEWERS) await enrol(await processes.server.as(name));
    }, 60_000);
    afterAll(() => processes.stop());

    const clientsOf = async (name: string): Promise<readonly XinmaClient[]> => {
      const token = await processes.token(name);
      return processes.addresses.map((address) => xinma({ address, token }));
    };

    async function pairs(): Promise<readonly Pair[]> {
      const clients = await Promise.all(VIEWERS.map(clientsOf));
      return Promise.all(
        clients.map(async (viewer, index) => {
          const subject = clients[(index + 1) % clients.length] ?? viewer;
          const [ask, answer] = [viewer[0], subject[0]];
          if (ask === undefined || answer === undefined) throw new Error('no client');
          return { basis: await granted(ask, answer), viewer, subject };
        }),
      );
    }

    async function play(operations: number, look: () => Look): Promise<readonly Operation[]> {
      const history: Operation[] = [];
      while (history.length < operations) {
        const how = look();
        await Promise.all((await pairs()).map((pair) => race(pair, how, history)));
      }
      return history;
    }

    it('never shows a view that began after an acknowledged revocation, in 2,000 operations of 32 clients', async () => {
      const history = await play(2_000, () => fresh);
      expect(staleViews(history)).toEqual([]);
      expect(history.filter(({ outcome }) => outcome === 'shown').length).toBeGreaterThan(100);
      expect(history.filter(({ kind, outcome }) => kind === 'revocation' && outcome !== 'acknowledged')).toEqual([]);
      expect(history.filter(({ outcome }) => outcome === 'failed').length).toBeLessThan(history.length / 100);
    }, 120_000);

    it('would catch a decision that is remembered for a second', async () => {
      expect(staleViews(await play(200, remembering)).length).toBeGreaterThan(0);
    }, 60_000);
  });
}

import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Instance, type Person } from '../../kit/instance.js';
import { cast, histories } from './ideas.js';
import { Players } from './players.js';
import { idsOf, Stage } from './stage.js';

describe('an audit', () => {
  let instance: Instance;
  let auditor: Person;
  let players: Players;
  let ids: ReadonlyMap<string, string>;
  beforeAll(async () => {
    instance = await Instance.start();
    auditor = await instance.as('auditor-tang');
    players = await Players.enrol(instance);
    ids = await idsOf(instance);
  }, 60_000);
  afterAll(() => instance.close());

  it('agrees with a naive model on every answer and on every replay of random histories', async () => {
    const met = new Map<string, number>();
    const property = fc.asyncProperty(histories, fc.array(fc.nat({ max: 99 }), { minLength: 2, maxLength: 3 }), async (steps, moments) => {
      const stage = await Stage.open(instance, players, ids);
      for (const step of steps) {
        const act = cast(step, stage.model);
        const status = await players.play(act);
        expect([act, status]).toEqual([act, stage.model.play(act)]);
        met.set(`${act.do} ${status}`, (met.get(`${act.do} ${status}`) ?? 0) + 1);
      }
      const span = stage.model.now - stage.begun;
      const points = moments.map((percent) => stage.begun + Math.floor((span * percent) / 100));
      for (const point of [...points, stage.model.now]) await stage.compare(auditor, point);
    });
    await fc.assert(property, { numRuns: 24 });
    // Histories that never get anywhere would agree with anything.
    for (const often of ['open 200', 'grant 200', 'view 200', 'view 403', 'view 404', 'revoke 200', 'relinquish 200', 'view-child 200']) {
      expect([often, (met.get(often) ?? 0) > 3]).toEqual([often, true]);
    }
  }, 180_000);
});

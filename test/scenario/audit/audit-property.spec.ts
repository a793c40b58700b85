import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Instance, type Person } from '../../kit/instance.js';
import { cast, histories } from './ideas.js';
import { NaiveModel } from './naive-model.js';
import { ADULTS, CHILD, Players } from './players.js';
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
    const property = fc.asyncProperty(histories, fc.array(fc.nat({ max: 99 }), { minLength: 2, maxLength: 3 }), async (steps, moments) => {
      const stage = await Stage.open(instance, players, ids);
      for (const step of steps) {
        const act = cast(step, stage.model);
        const status = await players.play(act);
        expect([act, status]).toEqual([act, stage.model.play(act)]);
      }
      const span = stage.model.now - stage.begun;
      const points = moments.map((percent) => stage.begun + Math.floor((span * percent) / 100));
      for (const point of [...points, stage.model.now]) await stage.compare(auditor, point);
    });
    await fc.assert(property, { numRuns: 24 });
  }, 180_000);
});

// Histories that never get anywhere would agree with anything. Counted over many more than are played above, so that chance has no say.
it('the random histories get everywhere', () => {
  const met = new Map<string, number>();
  for (const steps of fc.sample(histories, 400)) {
    const model = new NaiveModel(0, ADULTS[0], CHILD);
    for (const step of steps) {
      const act = cast(step, model);
      const line = `${act.do} ${model.play(act)}`;
      met.set(line, (met.get(line) ?? 0) + 1);
    }
  }
  for (const often of ['open 200', 'grant 200', 'view 200', 'view 403', 'view 404', 'revoke 200', 'relinquish 200', 'view-child 200']) {
    expect([often, (met.get(often) ?? 0) > 40]).toEqual([often, true]);
  }
});

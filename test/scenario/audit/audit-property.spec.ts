import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Instance, type Person } from '../../kit/instance.js';
import type { Act, Scope } from './naive-model.js';
import { ADULTS, Players } from './players.js';
import { idsOf, Stage } from './stage.js';

const adult = fc.constantFrom(...ADULTS);
const scope = fc.constantFrom<Scope>('status', 'results');
const purpose = fc.constantFrom('FAMRQT', 'SUPNWK');
const consent = fc.nat({ max: 3 });
const byAdult = { by: adult, consent };
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 2, arbitrary: fc.record({ do: fc.constant('ask' as const), by: adult, scope, purpose, minutes: fc.constantFrom(20, 90, 1_440) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('open' as const), ...byAdult }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant('grant' as const), ...byAdult, scope }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('view' as const), ...byAdult, scope, purpose }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('revoke' as const, 'relinquish' as const, 'decline' as const), ...byAdult }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('view-child' as const), by: adult, scope, purpose }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constantFrom('suspend' as const, 'reinstate' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.constantFrom(1, 10, 25, 60) }) },
);
// A person may hold ten consents and open requests; a short history stays below that, so the model need not count.
const history = fc.array(act, { minLength: 5, maxLength: 25 });

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
    await fc.assert(
      fc.asyncProperty(history, fc.array(fc.nat({ max: 99 }), { minLength: 2, maxLength: 3 }), async (acts, moments) => {
        const stage = await Stage.open(instance, players, ids);
        for (const each of acts) expect([each, await players.play(each)]).toEqual([each, stage.model.play(each)]);
        const span = stage.model.now - stage.begun;
        const points = moments.map((percent) => stage.begun + Math.floor((span * percent) / 100));
        for (const point of [...points, stage.model.now]) await stage.compare(auditor, point);
      }),
      { numRuns: 15 },
    );
  }, 120_000);
});

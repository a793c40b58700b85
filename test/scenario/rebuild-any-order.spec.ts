import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AnyEvent } from '../../libs/domain/catalogue.js';
import { withClient } from '../../libs/embedded-postgres/index.js';
import { applyPage, rebuild, tablesAt } from '../../libs/read-models/index.js';
import { claimEvents, codeIssued, consent, consentEvents, contactChanged, enrolled, guardianship, guardianshipEvents, refusedView, registrar, replayed, sampleEvents, viewed } from '../contract/read-models/facts.js';
import { openPlayed } from '../contract/read-models/played.js';

/** Everything that can happen to three people, two consents, two claims and two tubes. */
const FACTS: readonly AnyEvent[] = [
  ...[1, 2, 3].flatMap((n) => [enrolled(n), contactChanged(n), codeIssued(n, registrar(3)), replayed(n)]),
  ...[1, 2].flatMap((n) => {
    const parties = { by: 3 - n, of: n };
    const { dealt, proposed, countersigned, ...claim } = claimEvents(n, parties);
    return [
      ...Object.values(consentEvents(n, parties)),
      ...Object.values(guardianshipEvents(n, parties)),
      ...Object.values(sampleEvents(n, n)),
      ...Object.values(claim),
      dealt(3),
      proposed(3),
      countersigned(4),
      viewed(consent(n), parties),
      viewed(guardianship(n), parties),
      refusedView(consent(n), 3, n),
      refusedView(consent(n), 3, null),
    ];
  }),
];

const history = fc.record({ events: fc.array(fc.constantFrom(...FACTS), { minLength: 20, maxLength: 120 }), page: fc.integer({ min: 1, max: 40 }), mostHeld: fc.constantFrom(1, 2, 3, 7, undefined), apart: fc.bigInt(1n, 50n) });

it('whatever happened in whatever order, live tables, a rebuild and a replay are the same to the byte, wherever pages end', async () => {
  await fc.assert(
    fc.asyncProperty(history, async ({ events, page, mostHeld, apart }) => {
      const played = await openPlayed();
      try {
        await played.append(...events);
        const log = await played.store.readAll(0n, events.length);
        await withClient(played.database.projector, async (client) => {
          for (let from = 0; from < log.length; from += page) await applyPage(client, log.slice(from, from + page));
        });
        const { owner } = played.database;
        const rebuilt = await rebuild({ store: played.store, connection: owner, ...(mostHeld === undefined ? {} : { mostHeld }) });
        expect(rebuilt.after).toEqual(rebuilt.before);
        const position = BigInt(log.length);
        for (const at of [position / 2n, position]) await tablesAt({ store: played.store, connection: owner, position: at, snapshots: true, apart });
        expect((await tablesAt({ store: played.store, connection: owner, position, snapshots: true, apart })).tables).toEqual(rebuilt.after);
      } finally {
        await played.close();
      }
    }),
    { numRuns: 4 },
  );
}, 60_000);

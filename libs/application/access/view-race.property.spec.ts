import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { Fault } from '../../../test/kit/faulty-store.js';
import { consent, daughter, Viewing } from '../../../test/kit/viewing.js';
import { streams } from '../streams.js';
import type { ViewOtherHandler } from './view-other.js';

const asked = { viewer: daughter, basis: consent, scope: 'status', purpose: 'FAMRQT' } as const;

/** What can become of an append of a view. */
const FAULTS: Readonly<Record<string, Fault>> = {
  through: (through) => through(),
  slow: async (through) => {
    await sleep(5);
    return through();
  },
  unheard: async (through) => {
    await through();
    return [{ kind: 'unknown' }];
  },
  late: async (through) => {
    void sleep(15).then(through);
    return [{ kind: 'unknown' }];
  },
  unavailable: async () => [{ kind: 'unavailable' }],
  'conflict for nothing': async () => [{ kind: 'conflict', actual: { at: 2n } }],
};

interface History {
  readonly faults: readonly string[];
  readonly views: readonly { readonly process: number; readonly after: number }[];
  readonly revokedAfter: number;
}

const histories: fc.Arbitrary<History> = fc.record({
  faults: fc.array(fc.constantFrom(...Object.keys(FAULTS)), { minLength: 2, maxLength: 8 }),
  views: fc.array(fc.record({ process: fc.constantFrom(0, 1), after: fc.nat(30) }), { minLength: 2, maxLength: 8 }),
  revokedAfter: fc.nat(30),
});

/** Views through two processes, a revocation somewhere in between, appends that go wrong: the answers, and the log in the end. */
async function play({ faults, views, revokedAfter }: History) {
  const viewing = await new Viewing().granted();
  viewing.store.plant(...faults.flatMap((name) => FAULTS[name] ?? []));
  const processes: readonly ViewOtherHandler[] = [viewing.process(), viewing.process()];
  let revoked = false;
  const looking = views.map(async ({ process, after }) => {
    await sleep(after);
    const tooLate = revoked;
    return { tooLate, answer: await processes[process]?.execute(asked) };
  });
  await sleep(revokedAfter);
  await revoke(viewing);
  revoked = true;
  const answers = await Promise.all(looking);
  // A fault that met no view would meet this one.
  viewing.store.heal();
  const last = await processes[0]?.execute(asked);
  return { answers, last, log: await viewing.store.read({ stream: streams.consent(consent) }) };
}

async function revoke(viewing: Viewing): Promise<void> {
  await viewing.revoke().catch(() => revoke(viewing));
}

describe('whatever becomes of appends while a grant is revoked', () => {
  it('each view that was shown stands once in the log before the revocation, and none that began after it is shown', async () => {
    await fc.assert(
      fc.asyncProperty(histories, async (history) => {
        const { answers, last, log } = await play(history);
        const end = log.findIndex(({ type }) => type === 'ConsentRevoked');
        const before = new Set<string>(log.slice(0, end).map(({ id }) => id));
        const shown = answers.flatMap(({ answer }) => (answer?.kind === 'done' ? [answer.value.disclosure] : []));
        expect(shown.filter((id) => !before.has(id))).toEqual([]);
        expect(new Set(shown).size).toBe(shown.length);
        expect(answers.filter(({ tooLate, answer }) => tooLate && answer?.kind === 'done')).toEqual([]);
        expect(log.slice(end + 1).map(({ type }) => type)).toEqual([]);
        expect(last).toEqual({ kind: 'refused', code: 'not-found' });
      }),
      { numRuns: 40, endOnFailure: true },
    );
  }, 60_000);
});

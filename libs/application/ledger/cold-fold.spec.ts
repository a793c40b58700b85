import { describe, expect, it } from '@jest/globals';
import { consent, daughter, mother, Viewing } from '../../../test/kit/viewing.js';
import type { RecordedEvent } from '../../event-store/index.js';
import { consentAggregate } from '../consent/consent-aggregate.js';
import { streams } from '../streams.js';

/** Loads the consent as a process does that has never seen it, and counts what it read for that. */
async function cold(viewing: Viewing) {
  const read: RecordedEvent[] = [];
  const through = viewing.store.readMany.bind(viewing.store);
  viewing.store.readMany = async (ranges) => {
    const histories = await through(ranges);
    read.push(...histories.flat());
    return histories;
  };
  const loaded = await viewing.ledger.load(consentAggregate, streams.consent(consent));
  viewing.store.readMany = through;
  return { loaded, read: read.length };
}

describe('a cold fold of a busy basis', () => {
  it.each([0, 1, 15, 16, 17, 40])('after %d views gives what reading everything gives, and does not read the views', async (views) => {
    const viewing = await new Viewing().granted();
    // Two processes take turns, so that each also reads what the other appended.
    const elsewhere = viewing.process();
    const asked = { viewer: daughter, basis: consent, scope: 'status', purpose: 'FAMRQT' } as const;
    for (let seen = 0; seen < views; seen += 1) await (seen % 2 === 0 ? viewing.view() : elsewhere.execute(asked));
    const { loaded, read } = await cold(viewing);
    const whole = await viewing.ledger.load({ ...consentAggregate, busy: false }, streams.consent(consent));
    expect(loaded).toEqual(whole);
    expect(loaded.revision).toBe(BigInt(views + 2));
    expect(loaded.change?.revision).toBe(2n);
    expect(loaded.commands.size).toBe(3);
    expect(read).toBeLessThanOrEqual(16 + 3);
  });

  it('sees each change between many views', async () => {
    const viewing = await new Viewing().granted();
    for (let seen = 0; seen < 40; seen += 1) await viewing.view();
    await viewing.revoke();
    // What another process appended on top of it, against the rules: a fold accepts history as it is.
    const at = viewing.clock.now();
    const odd = { basis: consent, viewer: daughter, subject: mother, scope: 'status', purpose: 'FAMRQT', rule: 'cn-1', at } as const;
    for (let seen = 0; seen < 20; seen += 1) await viewing.consent({ type: 'ViewDisclosed', data: { ...odd, viewerName: { kind: 'open', value: { family: null, given: 'x', familyLatin: null, givenLatin: null } } } });
    expect((await cold(viewing)).loaded.state).toMatchObject({ status: 'ended' });
  });
});

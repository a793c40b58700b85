import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Fault } from '../../../test/kit/faulty-store.js';
import { stream as guardianships } from '../../../test/kit/guardianship.js';
import { consent, daughter, mother, Viewing } from '../../../test/kit/viewing.js';
import { StoreUnavailable } from '../../event-store/index.js';
import { DAY, guardianshipId, plus } from '../../kernel/index.js';

const nothing = { kind: 'refused', code: 'not-found' };
const busy = { kind: 'refused', code: 'busy' };
const shown = { kind: 'done', value: { surname: '王' } };

/** Another process shows the same person first. */
const overtaken = (viewing: Viewing): Fault => {
  const elsewhere = viewing.process();
  return async (through) => {
    await elsewhere.execute({ viewer: daughter, basis: consent, scope: 'status', purpose: 'FAMRQT' });
    return through();
  };
};
/** The next read fails. */
const unreadOnce = (viewing: Viewing, error: Error): void => {
  const readMany = viewing.store.readMany.bind(viewing.store);
  viewing.store.readMany = async () => {
    viewing.store.readMany = readMany;
    throw error;
  };
};
const unheard: Fault = async (through) => {
  await through();
  return [{ kind: 'unknown' }];
};

describe('between the decision and the append', () => {
  it('a revocation wins: nothing is shown, and nothing is in the log as shown', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(async (through) => {
      await viewing.revoke();
      return through();
    });
    expect(await viewing.view()).toEqual(nothing);
    expect(await viewing.facts('ViewDisclosed')).toEqual([]);
    expect(await viewing.facts('ViewRefused')).toHaveLength(1);
  });

  it('somebody else\'s view makes it decide again', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(overtaken(viewing));
    expect(await viewing.view()).toMatchObject(shown);
    expect(await viewing.facts('ViewDisclosed')).toHaveLength(2);
  });

  it('five conflicts are borne', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(...conflicts(5));
    expect(await viewing.view()).toMatchObject(shown);
  });

  it('a sixth is not', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(...conflicts(6));
    expect(await viewing.view()).toEqual(busy);
    expect(await viewing.facts('ViewDisclosed')).toEqual([]);
  });

  it('the end of the window makes it late: recorded, withheld, and refused with the holder\'s terms', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(async (through) => {
      viewing.clock.set(plus(viewing.clock.now(), 7 * DAY));
      return through();
    });
    expect(await viewing.view()).toMatchObject({ kind: 'refused', code: 'outside-grant' });
    expect(await viewing.typesIn()).toEqual(['ConsentRequested', 'ConsentCodeOpened', 'ConsentGranted', 'ViewDisclosed']);
  });
});

describe('an append of which nothing is known', () => {
  it('is settled by reading: it went in, so the view is shown, recorded once', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(unheard);
    expect(await viewing.view()).toMatchObject(shown);
    expect(await viewing.facts('ViewDisclosed')).toHaveLength(1);
  });

  it('was lost to a revocation, so there is no view', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(async () => {
      await viewing.revoke();
      return [{ kind: 'unknown' }];
    });
    expect(await viewing.view()).toEqual(nothing);
    expect(await viewing.facts('ViewDisclosed')).toEqual([]);
  });

  it('may come in late and is still found', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(async (through) => {
      void sleep(100).then(through);
      return [{ kind: 'unknown' }];
    });
    expect(await viewing.view()).toMatchObject(shown);
  });

  it('is looked for again where the store is out of reach for a moment', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(async (through) => {
      await through();
      unreadOnce(viewing, new StoreUnavailable());
      return [{ kind: 'unknown' }];
    });
    expect(await viewing.view()).toMatchObject(shown);
    expect(await viewing.facts('ViewDisclosed')).toHaveLength(1);
  });

  it('is a fault where it can\'t be looked for because of one', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(async () => {
      unreadOnce(viewing, new TypeError('a bug'));
      return [{ kind: 'unknown' }];
    });
    await expect(viewing.view()).rejects.toThrow('a bug');
  });

  it('is no view where it is never found', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(async () => [{ kind: 'unknown' }]);
    expect(await viewing.view()).toEqual(busy);
  });

  it('is no view where the store answers from idempotence', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(async (through) => {
      await through();
      return [{ kind: 'appended', revision: 3n, position: await viewing.store.head(), repeated: true }];
    });
    expect(await viewing.view()).toEqual(busy);
  });

  it('is no view where the store is out of reach', async () => {
    const viewing = await new Viewing().granted();
    viewing.store.plant(async () => [{ kind: 'unavailable' }]);
    expect(await viewing.view()).toEqual(busy);
    expect(await viewing.view()).toMatchObject(shown);
  });
});

describe('what is remembered', () => {
  it('says yes though the stream was revoked elsewhere: the append says no', async () => {
    const viewing = await new Viewing().granted();
    expect(await viewing.view()).toMatchObject(shown);
    await viewing.revoke();
    expect(await viewing.view()).toEqual(nothing);
    expect(await viewing.facts('ViewDisclosed')).toHaveLength(1);
  });

  it('says no though the guardianship was reinstated elsewhere: the stream says yes', async () => {
    const viewing = await new Viewing().confirmed();
    const child = guardianshipId(guardianships, 1);
    await viewing.turn('GuardianshipSuspended');
    expect(await viewing.view('status', child, mother)).toEqual(nothing);
    await viewing.turn('GuardianshipReinstated');
    expect(await viewing.view('status', child, mother)).toMatchObject({ kind: 'done', value: { surname: '李' } });
  });

  it('does not know the second guardianship of a dependent: the stream does', async () => {
    const viewing = await new Viewing().confirmed();
    await viewing.view('status', guardianshipId(guardianships, 1), mother);
    await viewing.confirmed(2);
    expect(await viewing.view('status', guardianshipId(guardianships, 2), mother)).toMatchObject({ kind: 'done' });
  });
});

const conflicts = (count: number): readonly Fault[] => Array.from({ length: count }, () => async () => [{ kind: 'conflict', actual: { at: 9n } }]);

import { describe, expect, it, jest } from '@jest/globals';
import type { Fault } from '../../../test/kit/faulty-store.js';
import { consent, daughter, mother, Viewing } from '../../../test/kit/viewing.js';
import { type ConsentAct, type ConsentEvent, revoke } from '../../domain/consent/index.js';
import { StoreUnavailable } from '../../event-store/index.js';
import { AccountId, HOUR } from '../../kernel/index.js';
import { consentAggregate } from '../consent/consent-aggregate.js';
import { CommandRequest } from '../request.js';
import { streams } from '../streams.js';
import { COMMAND_DEADLINE, perform } from './perform.js';

const stream = streams.consent(consent);
const LOST: Fault = async () => [{ kind: 'unknown' }];
const UNHEARD: Fault = async (through) => {
  await through();
  return [{ kind: 'unknown' }];
};
const AWAY: Fault = async () => [{ kind: 'unavailable' }];
const TOO_LARGE: Fault = async () => [{ kind: 'too-large' }];

/** The mother revokes what she granted, on a store where these appends of hers go wrong. */
class Revoking {
  /** How often the rule was asked. */
  decided = 0;

  private constructor(readonly viewing: Viewing) {}

  static async with(...faults: readonly Fault[]): Promise<Revoking> {
    const viewing = await new Viewing('ConsentRevoked').granted();
    viewing.store.plant(...faults);
    return new Revoking(viewing);
  }

  run({ key = 'key', body = '', by = mother, ...rest }: { readonly key?: string; readonly body?: string; readonly by?: typeof mother; readonly beforehand?: () => Promise<void> } = {}) {
    const { ledger, clock, index } = this.viewing;
    const request = new CommandRequest({ account: AccountId(by), assurance: 'al1', citizen: by, duty: undefined }, clock.now(), index, [by, 'route', key], [body]);
    const decide = (...[state, at]: readonly [Parameters<typeof revoke>[1], ConsentAct['at']]) => {
      this.decided += 1;
      return revoke({ consent, by, at }, state);
    };
    return perform(ledger, clock, { of: consentAggregate, stream, request, decide, ...rest });
  }

  async revocations(): Promise<number> {
    return (await this.viewing.typesIn()).filter((type) => type === ('ConsentRevoked' satisfies ConsentEvent['type'])).length;
  }
}

describe('a command', () => {
  it('is decided, recorded, and answered with the stream after it', async () => {
    const revoking = await Revoking.with();
    const performed = await revoking.run();
    expect(performed).toMatchObject({ kind: 'performed', events: [{ type: 'ConsentRevoked' }], after: { state: { status: 'ended' }, revision: 3n, change: { revision: 3n } } });
    const loaded = await revoking.viewing.ledger.load(consentAggregate, stream);
    expect(performed).toMatchObject({ after: { state: loaded.state, revision: loaded.revision, lastAt: loaded.lastAt, change: loaded.change } });
  });

  it('that is refused records nothing, and is decided afresh when it comes again', async () => {
    const revoking = await Revoking.with();
    expect(await revoking.run({ by: daughter })).toEqual({ kind: 'refused', code: 'not-found' });
    expect(await revoking.run({ by: daughter, body: 'another' })).toEqual({ kind: 'refused', code: 'not-found' });
    expect([revoking.decided, await revoking.revocations()]).toEqual([2, 0]);
  });

  it('that changes nothing records nothing', async () => {
    const revoking = await Revoking.with();
    await revoking.run();
    expect(await revoking.run({ key: 'other' })).toMatchObject({ kind: 'performed', events: [], after: { state: { status: 'ended' } } });
    expect(await revoking.revocations()).toBe(1);
  });

  it('records nothing where what has to stand first does not', async () => {
    const revoking = await Revoking.with();
    await expect(revoking.run({ beforehand: () => Promise.reject(new StoreUnavailable()) })).rejects.toThrow(StoreUnavailable);
    expect(await revoking.revocations()).toBe(0);
  });

  it('asks for what has to stand first only where it is about to record: not where it is refused, changes nothing or was carried out', async () => {
    const revoking = await Revoking.with();
    const asked: (readonly [key: string, recorded: number])[] = [];
    const run = (key: string, rest: { readonly body?: string; readonly by?: typeof mother } = {}) => revoking.run({ key, ...rest, beforehand: async () => void asked.push([key, await revoking.revocations()]) });
    await run('refused', { by: daughter });
    await run('key');
    await run('key');
    await run('key', { body: 'another' });
    await run('unneeded');
    expect(asked).toEqual([['key', 0]]);
  });

  it('is decided once more when what has to stand first does: it is of no instant before that', async () => {
    const revoking = await Revoking.with();
    const { clock } = revoking.viewing;
    const begun = clock.now();
    const performed = await revoking.run({ beforehand: async () => clock.advance(HOUR) });
    expect(performed).toMatchObject({ events: [{ data: { at: begun + HOUR } }] });
  });

  it('never decides before what is there already', async () => {
    const revoking = await Revoking.with();
    revoking.viewing.clock.advance(-HOUR);
    const { lastAt } = await revoking.viewing.ledger.load(consentAggregate, stream);
    expect(await revoking.run()).toMatchObject({ events: [{ data: { at: lastAt } }] });
  });
});

describe('a command under a key that was used', () => {
  it('is not carried out again', async () => {
    const revoking = await Revoking.with();
    await revoking.run();
    expect(await revoking.run()).toMatchObject({ kind: 'performed', events: [] });
    expect([revoking.decided, await revoking.revocations()]).toEqual([1, 1]);
  });

  it('is refused with another body', async () => {
    const revoking = await Revoking.with();
    await revoking.run();
    expect(await revoking.run({ body: 'another' })).toEqual({ kind: 'refused', code: 'idempotency-key-reused' });
  });
});

describe('a command whose append', () => {
  it('meets a conflict is decided again on fresh history', async () => {
    const revoking = await Revoking.with(async (through) => {
      await revoking.viewing.view();
      return through();
    });
    expect(await revoking.run()).toMatchObject({ kind: 'performed', after: { revision: 4n } });
    expect(revoking.decided).toBe(2);
  });

  it('is lost goes in once, at the second try', async () => {
    const revoking = await Revoking.with(LOST);
    expect(await revoking.run()).toMatchObject({ kind: 'performed', events: [{ type: 'ConsentRevoked' }] });
    expect(await revoking.revocations()).toBe(1);
  });

  it('goes in unheard finds itself', async () => {
    const revoking = await Revoking.with(UNHEARD);
    expect(await revoking.run()).toMatchObject({ kind: 'performed', events: [], after: { state: { status: 'ended' } } });
    expect([revoking.decided, await revoking.revocations()]).toEqual([1, 1]);
  });

  it('is lost time and again is refused as busy once its deadline has passed', async () => {
    // The machine's own clock, moved on by half the deadline at each try.
    let now = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
    const late: Fault = async () => {
      now += COMMAND_DEADLINE / 2;
      return [{ kind: 'unknown' }];
    };
    const revoking = await Revoking.with(late, late, late);
    expect(await revoking.run()).toEqual({ kind: 'refused', code: 'busy' });
    clock.mockRestore();
    expect([revoking.decided, await revoking.revocations()]).toEqual([2, 0]);
  });

  it.each([['unavailable', AWAY], ['too large', TOO_LARGE]] as const)('is %s is refused as busy at once', async (_, fault) => {
    const revoking = await Revoking.with(fault);
    expect(await revoking.run()).toEqual({ kind: 'refused', code: 'busy' });
    expect([revoking.decided, await revoking.revocations()]).toEqual([1, 0]);
  });
});

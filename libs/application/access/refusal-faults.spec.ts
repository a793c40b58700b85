import { describe, expect, it } from '@jest/globals';
import type { Fault } from '../../../test/kit/faulty-store.js';
import { consent, stranger, Viewing } from '../../../test/kit/viewing.js';
import { ConsentId } from '../../kernel/index.js';

const nothing = { kind: 'refused', code: 'not-found' };
const busy = { kind: 'refused', code: 'busy' };
const unknown = ConsentId(`c_${'99'.repeat(16)}`);

const lost: Fault = async () => [{ kind: 'unknown' }];
const unheard: Fault = async (through) => {
  await through();
  return [{ kind: 'unknown' }];
};

async function refusing(...faults: readonly Fault[]) {
  const viewing = await new Viewing('ViewRefused').granted();
  viewing.store.plant(...faults);
  return { answer: await viewing.view('status', unknown), recorded: await viewing.facts('ViewRefused') };
}

describe('a refusal is answered only once it is in the log:', () => {
  it.each([{ kind: 'unavailable' }, { kind: 'conflict', actual: { at: 0n } }, { kind: 'too-large' }] as const)('not where it did not go in ($kind)', async (verdict) => {
    expect(await refusing(async () => [verdict])).toEqual({ answer: busy, recorded: [] });
  });

  it('where nobody can tell it is sent again, and is there once', async () => {
    for (const faults of [[lost], [unheard], [unheard, lost], [lost, unheard, unheard]]) {
      const { answer, recorded } = await refusing(...faults);
      expect(answer).toEqual(nothing);
      expect(recorded).toHaveLength(1);
    }
  });

  it('not where something else than the subject\'s keys is at fault: it is not recorded without them instead', async () => {
    const viewing = await new Viewing('ViewRefused').granted();
    viewing.store.plant(async () => {
      throw new TypeError('a bug');
    });
    await expect(viewing.view('status', consent, stranger)).rejects.toThrow('a bug');
    expect(await viewing.facts('ViewRefused')).toEqual([]);
  });

  it('not where nobody can ever tell', async () => {
    expect(await refusing(lost, lost, lost, lost, lost)).toEqual({ answer: busy, recorded: [] });
  });
});

import { describe, expect, it } from '@jest/globals';
import { coalesced } from './coalesced.js';
import { turns } from './turns.js';

const aTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('Questions of one event-loop tick', () => {
  it('are asked together, each with its own answer', async () => {
    const rounds: (readonly number[])[] = [];
    const double = coalesced(async (numbers: readonly number[]) => {
      rounds.push(numbers);
      return numbers.map((number) => number * 2);
    });
    expect(await Promise.all([double(1), double(2), double(3)])).toEqual([2, 4, 6]);
    expect(await double(4)).toBe(8);
    expect(rounds).toEqual([[1, 2, 3], [4]]);
  });

  it('are asked after they arrived, never with a round that is already under way', async () => {
    const started: number[] = [];
    const { promise: gate, resolve: openGate } = Promise.withResolvers<void>();
    const ask = coalesced(async (numbers: readonly number[]) => {
      started.push(numbers.length);
      await gate;
      return numbers;
    });
    const first = ask(1);
    await aTurn();
    const second = ask(2);
    expect(started).toEqual([1]);
    openGate();
    expect(await Promise.all([first, second])).toEqual([1, 2]);
    expect(started).toEqual([1, 1]);
  });

  it('that come while two rounds are under way share the next one', async () => {
    const gates: (() => void)[] = [];
    const started: (readonly number[])[] = [];
    const ask = coalesced(async (numbers: readonly number[]) => {
      started.push(numbers);
      await new Promise<void>((open) => gates.push(open));
      return numbers;
    });
    const answers: Promise<number>[] = [];
    for (const number of [1, 2, 3, 4]) {
      answers.push(ask(number));
      await aTurn();
    }
    expect(started).toEqual([[1], [2]]);
    gates[0]?.();
    await answers[0];
    await aTurn();
    expect(started).toEqual([[1], [2], [3, 4]]);
    for (const open of gates) open();
    expect(await Promise.all(answers)).toEqual([1, 2, 3, 4]);
  });

  it('fail together, and the next round is asked afresh', async () => {
    let broken = true;
    const ask = coalesced(async (numbers: readonly number[]) => {
      if (broken) throw new Error('out of reach');
      return numbers;
    });
    expect(await Promise.allSettled([ask(1), ask(2)])).toMatchObject([{ status: 'rejected' }, { status: 'rejected' }]);
    broken = false;
    expect(await ask(3)).toBe(3);
  });

  it('are not answered by a round of another length', async () => {
    const ask = coalesced(async (_numbers: readonly number[]) => [] as readonly number[]);
    await expect(ask(1)).rejects.toThrow('not as many answers as questions');
  });

  it.each([
    ['wait while those who were told together go on', <T>(ask: () => T) => ask(), 3],
    ['do not where who asks one of them goes first', <T>(ask: () => T) => turns.first(ask), 1],
  ] as const)('%s', async (_what, as, after) => {
    const rounds: (readonly number[])[] = [];
    const ask = coalesced(async (numbers: readonly number[]) => {
      rounds.push(numbers);
      return numbers;
    });
    const told = Array.from({ length: 40 }, () => turns.mine());
    const answers = [ask(1), as(() => ask(2))];
    let turn = 0;
    for (; rounds.length === 0 && turn < 10; turn += 1) await aTurn();
    await Promise.all([...told, ...answers]);
    expect([turn, rounds]).toEqual([after, [[1, 2]]]);
  });

  it('that were all answered are followed by no round of none', async () => {
    const rounds: (readonly number[])[] = [];
    const ask = coalesced(async (numbers: readonly number[]) => {
      rounds.push(numbers);
      return numbers;
    });
    await Promise.all([ask(1), ask(2)]);
    for (let n = 0; n < 4; n += 1) await aTurn();
    expect(rounds).toEqual([[1, 2]]);
  });
});

import { beforeEach, describe, expect, it } from '@jest/globals';
import { Turns } from './turns.js';

let turns: Turns;
let went: (number | string)[];
beforeEach(() => {
  turns = new Turns();
  went = [];
});

/** What is asked in this turn of the event loop goes on in it, if it may. */
const now = (): Promise<void> => new Promise((resolve) => process.nextTick(resolve));
const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const tell = (who: number | string): void => {
  const told = went;
  void turns.mine().then(() => told.push(who));
};
const tellAll = (count: number): void => numbers(1, count).forEach(tell);
/** Numbers from one to another, ends included. */
const numbers = (from: number, to: number): readonly number[] => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('Whoever was told together', () => {
  it('goes on at once where they are few', async () => {
    tellAll(12);
    await now();
    expect(went).toEqual(numbers(1, 12));
  });

  it('goes on in order, a few in each turn of the event loop', async () => {
    tellAll(30);
    await now();
    expect(went).toEqual(numbers(1, 12));
    await nextTurn();
    expect(went).toEqual(numbers(1, 24));
    await nextTurn();
    expect(went).toEqual(numbers(1, 30));
  });

  it('leaves others their turn in between', async () => {
    tellAll(30);
    setImmediate(() => went.push('another'));
    for (let n = 0; n < 4; n += 1) await nextTurn();
    expect(went).toEqual([...numbers(1, 24), 'another', ...numbers(25, 30)]);
  });

  it('goes on behind those who wait already, and at once again when nobody does', async () => {
    tellAll(13);
    tell('behind');
    await now();
    expect(went).toEqual(numbers(1, 12));
    await nextTurn();
    expect(went).toEqual([...numbers(1, 13), 'behind']);
    await nextTurn();
    tell('again');
    await now();
    expect(went.at(-1)).toBe('again');
  });

  it('is no more in the turn in which some of them went on than in any other', async () => {
    tellAll(13);
    await nextTurn();
    tellAll(12);
    await now();
    expect(went).toHaveLength(24);
    await nextTurn();
    expect(went).toHaveLength(25);
  });
});

describe('When all have gone on', () => {
  it('the next ones go on as they did, and nothing is left to be done', async () => {
    for (let crowds = 0; crowds < 2; crowds += 1) {
      went = [];
      tellAll(30);
      for (let n = 0; n < 5; n += 1) await nextTurn();
      expect(went).toEqual(numbers(1, 30));
    }
    expect(process.getActiveResourcesInfo()).not.toContain('Immediate');
  });
});

describe('Who goes first', () => {
  it('waits for nobody, also after what they waited for otherwise', async () => {
    tellAll(40);
    void turns.first(async () => {
      await now();
      await turns.mine();
      went.push('first');
    });
    await now();
    await now();
    expect(went).toEqual([...numbers(1, 12), 'first']);
  });

  it('takes nobody\'s turn, and nobody behind them goes first', async () => {
    turns.first(() => tellAll(5));
    tellAll(13);
    await now();
    expect(went).toEqual([...numbers(1, 5), ...numbers(1, 12)]);
  });

  it('gets what the work answers', () => {
    expect(turns.first(() => 'done')).toBe('done');
  });
});

describe('What collects a batch', () => {
  it('does so in the next turn where nobody waits', async () => {
    tellAll(12);
    turns.afterAll(() => went.push('batch'));
    await now();
    expect(went).toHaveLength(12);
    await nextTurn();
    expect(went.at(-1)).toBe('batch');
  });

  it('does so after everybody has gone on, with what those ask who went on last', async () => {
    tellAll(40);
    const asked: number[] = [];
    turns.afterAll(() => went.push(`batch of ${asked.length}`));
    void turns.mine().then(() => asked.push(41));
    for (let n = 0; n < 6; n += 1) await nextTurn();
    expect(went).toEqual([...numbers(1, 40), 'batch of 1']);
  });

  it.each([
    ['goes', 'at once', (hurry: () => void) => turns.first(hurry), 24],
    ['does not go', 'after everybody', (hurry: () => void) => hurry(), 40],
  ] as const)('that somebody hurries who %s first, does so %s', async (_who, _when, as, told) => {
    tellAll(40);
    turns.afterAll(() => went.push('batch'));
    as(() => turns.hurry());
    for (let n = 0; n < 6; n += 1) await nextTurn();
    expect(went.indexOf('batch')).toBe(told);
  });

  it('is not hurried by who hurried another', async () => {
    turns.first(() => turns.hurry());
    await nextTurn();
    tellAll(40);
    turns.afterAll(() => went.push('batch'));
    for (let n = 0; n < 6; n += 1) await nextTurn();
    expect(went.indexOf('batch')).toBe(40);
  });

  it('does so without the rest where it is whole', async () => {
    tellAll(40);
    turns.afterAll(() => went.push('batch'), () => went.length >= 20);
    for (let n = 0; n < 6; n += 1) await nextTurn();
    expect(went.indexOf('batch')).toBe(24);
  });
});

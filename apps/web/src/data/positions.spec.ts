import { describe, expect, it } from '@jest/globals';
import { type AtLeast, passed, upToDate } from './positions.js';

/** What a read asks the server, question by question, and what it takes for its answer; where the server is behind from some question on, what it fails with. */
async function asked(behindFrom = Infinity): Promise<readonly [asked: readonly AtLeast[], read: unknown]> {
  const questions: AtLeast[] = [];
  const read = await upToDate(async (query) => {
    if (questions.push(query) > behindFrom) throw new Error('behind');
    return questions.length;
  }).catch((error: unknown) => error);
  return [questions, read];
}

describe('What is read', () => {
  it('may be of any age where nothing was done', async () => expect(await asked()).toEqual([[{}], 1]));

  it('is not older than what was done, and asked behind it until it was read', async () => {
    passed('one');
    expect(await asked()).toEqual([[{ 'at-least': 'one' }], 1]);
    expect(await asked()).toEqual([[{}], 1]);
  });

  it('is not older than anything that was done, whichever of it the server was told of first', async () => {
    for (const position of ['later', 'earlier', 'later']) passed(position);
    expect(await asked()).toEqual([[{ 'at-least': 'later' }, { 'at-least': 'earlier' }], 2]);
  });

  it('is asked again behind what could not be read, and behind nothing else', async () => {
    for (const position of ['one', 'two']) passed(position);
    expect(await asked(1)).toEqual([[{ 'at-least': 'one' }, { 'at-least': 'two' }], new Error('behind')]);
    expect(await asked()).toEqual([[{ 'at-least': 'two' }], 1]);
  });

  it('by several at once is behind all of it for each', async () => {
    for (const position of ['one', 'two']) passed(position);
    const both = [[{ 'at-least': 'one' }, { 'at-least': 'two' }], 2];
    expect(await Promise.all([asked(), asked()])).toEqual([both, both]);
  });
});

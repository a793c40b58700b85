import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseInstant } from '../../../../libs/kernel/index.js';
import { type FeedForm, RowSplitter } from './row-splitter.js';
import { piecesOfInput } from './standard-input.js';

const PATIENCE = { quiet: 150, longest: 60_000 };

/** A program that writes these, with a rest where a number stands. */
async function* writing(...all: readonly (string | number)[]): AsyncGenerator<Buffer> {
  for (const each of all) {
    if (typeof each === 'number') await sleep(each);
    else yield Buffer.from(each);
  }
}

/** The bodies that are sent of it. */
async function bodies(form: FeedForm, input: AsyncIterable<Buffer>, { patience = PATIENCE, asOf = undefined as string | undefined } = {}): Promise<readonly string[]> {
  const sent = [''];
  for await (const { wire, pause } of piecesOfInput(input, new RowSplitter(form), { asOf: asOf === undefined ? undefined : parseInstant(asOf), patience })) {
    if (pause === true) sent.push('');
    else sent.push(`${sent.pop() ?? ''}${String(wire)}`);
  }
  return sent.filter((body) => body !== '');
}

describe('The standard input is sent', () => {
  it('in one body while it comes', async () => expect(await bodies('ndjson', writing('a\n', 10, 'b\nc', 10, '\nd'))).toEqual(['a\nb\nc\nd']));

  it('as far as it goes where nothing comes, and later the rest; never half a row', async () =>
    expect(await bodies('ndjson', writing(300, 'a\nb\nc', 600, 'c', 400, '\nd\n', 400))).toEqual(['a\nb\n', 'cc\nd\n']));

  it('as a table, each body behind the header', async () => {
    expect(await bodies('csv', writing('\uFEFFh,i\r\n', 400, '1,"\n"\r\n2', 400, ',2\r\n', 400))).toEqual(['\uFEFFh,i\r\n1,"\n"\r\n', '\uFEFFh,i\r\n2,2\r\n']);
    expect(await bodies('csv', writing('h,i', 400))).toEqual(['h,i']);
    expect(await bodies('csv', writing('h,i\n1,2\n\r'))).toEqual(['h,i\n1,2\n\r']);
  });

  it('in several where it goes on for long', async () => {
    const drops = Array.from({ length: 20 }, () => ['x\n', 30]).flat();
    const sent = await bodies('ndjson', writing(...drops), { patience: { quiet: 10_000, longest: 100 } });
    expect([sent.length > 2, sent.join('')]).toEqual([true, 'x\n'.repeat(20)]);
  });

  it('with its rows moved, where that is asked for', async () =>
    expect(await bodies('ndjson', writing('{"sc":"2026-01-05T10:00:00Z"}', 400, '\nno row\n'), { asOf: '2026-11-20T00:00:00Z' })).toEqual(['{"sc":"2026-11-16T10:00:00Z"}\nno row\n']));

  it('for as long as more comes once it is told to stop, and then no further', async () => {
    const over = new AbortController();
    const wires: string[] = [];
    const reading = (async () => {
      const input = writing('a\n', 400, 'b\n', 20, 'c', 60_000, 'd');
      for await (const { wire } of piecesOfInput(input, new RowSplitter('ndjson'), { patience: PATIENCE, over: over.signal })) wires.push(String(wire));
    })();
    await sleep(300);
    over.abort();
    await expect(reading).rejects.toThrow('it was told to stop');
    expect(wires.join('')).toBe('a\nb\nc');
  });

  it('up to where it breaks', async () => {
    const broken = async function* () {
      yield* writing('a\n', 400);
      throw new Error('gone');
    };
    await expect(bodies('ndjson', broken())).rejects.toThrow('gone');
  });
});

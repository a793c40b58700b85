import { describe, expect, it } from '@jest/globals';
import { count, duration, Pace } from './pace.js';
import { screenOn } from './screen.js';

/** What a screen writes when progress is told every 40 ms for a while. */
function shown(isTTY: boolean, milliseconds: number): readonly string[] {
  const written: string[] = [];
  let at = 0;
  const screen = screenOn({ isTTY, write: (text) => written.push(text) }, () => at);
  for (; at < milliseconds; at += 40) screen.progress(String(at));
  screen.say('done');
  return written;
}

describe('Progress', () => {
  it('is redrawn in place on a terminal, not faster than eyes are', () => expect(shown(true, 300)).toEqual(['\r\u001B[K0', '\r\u001B[K120', '\r\u001B[K240', '\r\u001B[Kdone\n']));

  it('is a line now and then elsewhere', () => expect(shown(false, 25_000)).toEqual(['10000\n', '20000\n', 'done\n']));
});

describe('A pace', () => {
  it('says rate, what is left and what it took', () => {
    let at = 1_000;
    const pace = new Pace(() => at);
    expect([pace.left(0), pace.taken()]).toEqual(['', '0 s']);
    at += 60_000;
    expect([pace.rate(300_000), pace.left(0.25), pace.left(1), pace.taken()]).toEqual(['5,000/s', '3 min 00 s left', '0 s left', '1 min 00 s']);
  });

  it.each([[0.4, '0 s'], [59.4, '59 s'], [59.6, '1 min 00 s'], [3_599.6, '1 h 00 min'], [7_620, '2 h 07 min']])('%f seconds are %s', (seconds, said) => expect(duration(seconds)).toBe(said));

  it('groups digits', () => expect(count(1_234_567)).toBe('1,234,567'));
});

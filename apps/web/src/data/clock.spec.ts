import { describe, expect, it } from '@jest/globals';
import { aheadBy } from './clock.js';

const NOW = Date.parse('2026-11-23T08:00:00.400Z');
const [SECOND, MINUTE] = [1_000, 60_000];
const saying = (date?: string): Response => new Response(null, date === undefined ? {} : { headers: { date } });

describe('by how much the server’s clock is before the device’s', () => {
  it.each<[number, string, Response]>([
    [600, 'both say the same second, of which the server’s may be the end', saying('Mon, 23 Nov 2026 08:00:00 GMT')],
    [0, 'the server’s second is over', saying('Mon, 23 Nov 2026 07:59:59 GMT')],
    [0, 'the answer was on its way for as long as it may be', saying('Mon, 23 Nov 2026 07:59:42 GMT')],
    [0, 'the answer does not say', saying()],
    [0, 'the answer says nothing that is a time', saying('soon')],
    [2 * MINUTE + 600, 'the device’s is two minutes late', saying('Mon, 23 Nov 2026 08:02:00 GMT')],
    [-10 * MINUTE + 600, 'the device’s is ten minutes early', saying('Mon, 23 Nov 2026 07:50:00 GMT')],
  ])('is %i where %s', (ahead, _where, answer) => expect(aheadBy(answer, NOW)).toBe(ahead));

  it('is told of now', () => expect(Math.abs(aheadBy(saying(new Date(Date.now() - 5 * MINUTE).toUTCString())) + 5 * MINUTE)).toBeLessThan(2 * SECOND));
});

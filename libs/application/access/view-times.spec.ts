import { performance } from 'node:perf_hooks';
import { describe, expect, it, jest } from '@jest/globals';
import { logEndOf } from '../../../test/kit/in-time.js';
import { consent, daughter, Viewing } from '../../../test/kit/viewing.js';
import { DAY, formatInstant, HOUR, plus, SECOND } from '../../kernel/index.js';
import { Names } from '../names.js';
import { Disclosures } from './disclosures.js';

const shown = { kind: 'done', value: { surname: '王' } };
const nothing = { kind: 'refused', code: 'not-found' };

/** A consent granted by a process whose clock is an hour ahead of ours. */
async function grantedAhead() {
  const viewing = new Viewing();
  const ours = viewing.clock.now();
  viewing.clock.advance(HOUR);
  await viewing.granted();
  viewing.clock.set(ours);
  return { viewing, ours };
}

describe('a clock behind that of the process that granted', () => {
  it('does not hide the grant: time goes on in a stream, never back', async () => {
    const { viewing, ours } = await grantedAhead();
    expect(await viewing.view()).toMatchObject(shown);
    expect(await viewing.facts('ViewDisclosed')).toMatchObject([{ at: formatInstant(plus(ours, HOUR)) }]);
  });

  it('does not turn the log back: views are in the order of their times', async () => {
    const { viewing, ours } = await grantedAhead();
    const last = plus(ours, HOUR + 7 * DAY - 1);
    viewing.clock.set(last);
    await viewing.view();
    viewing.clock.set(ours);
    expect(await viewing.view()).toMatchObject(shown);
    expect(await viewing.facts('ViewDisclosed')).toMatchObject([{ at: formatInstant(last) }, { at: formatInstant(last) }]);
  });
});

describe('the window of a grant', () => {
  it.each([
    // milliseconds from its first instant   answer
    [-1, nothing],
    [0, shown],
    [7 * DAY - HOUR - 1, shown],
    [7 * DAY - HOUR, { kind: 'refused', code: 'outside-grant' }],
  ])('%d ms after it begins', async (milliseconds, answer) => {
    const viewing = new Viewing();
    const from = plus(viewing.clock.now(), HOUR);
    await viewing.granted({ from });
    viewing.clock.set(plus(from, milliseconds));
    expect(await viewing.view()).toMatchObject(answer);
  });
});

const asked = { viewer: daughter, viewerName: { family: '李', given: '娜', familyLatin: null, givenLatin: null }, basis: consent, scope: 'status', purpose: 'FAMRQT' } as const;

describe('a view that waited for its turn', () => {
  it.each([
    // milliseconds   left for the read models
    [0, 500],
    [200, 300],
    [700, 0],
    [3 * SECOND, 0],
  ])('%d ms waits for the read models only what is left of its time', async (waited, left) => {
    const viewing = await new Viewing().granted();
    const { ledger, clock, readModels, index } = viewing;
    const times: number[] = [];
    readModels.reached = async (_position, milliseconds) => times.push(milliseconds) > 0;
    const now = jest.spyOn(performance, 'now').mockReturnValue(10 * SECOND + waited);
    const ruling = await new Disclosures(ledger, clock, readModels, new Names(index), logEndOf({ ledger, clock })).disclose({ ...asked, arrived: 10 * SECOND });
    now.mockRestore();
    expect({ kind: ruling.kind, times }).toEqual({ kind: 'disclosed', times: [left] });
  });
});

describe('a view that waited too long for its turn', () => {
  it.each([
    [3 * SECOND + 1, 'failed'],
    [2 * SECOND, 'disclosed'],
  ])('%d ms: %s', async (waited, kind) => {
    const viewing = await new Viewing().granted();
    const { ledger, clock, readModels, index } = viewing;
    const ruling = await new Disclosures(ledger, clock, readModels, new Names(index), logEndOf({ ledger, clock })).disclose({ ...asked, arrived: performance.now() - waited });
    expect(ruling.kind).toBe(kind);
    expect(await viewing.facts('ViewDisclosed')).toHaveLength(kind === 'disclosed' ? 1 : 0);
  });
});

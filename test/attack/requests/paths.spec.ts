import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DOORS } from '../../permission/tables/doors.js';
import { ALL_SPELLINGS } from './spellings.js';
import { type Change, Range, type Sender, sweep } from './targets.js';

// The machine may be busy; nothing here is about time.
jest.setTimeout(120_000);

let range: Range;
beforeAll(async () => {
  range = await Range.open();
});
afterAll(() => range?.close());

const SPELT: readonly Change[] = ALL_SPELLINGS.map(([what, spell]) => [what, (plain, { method, path }) => ({ ...plain, line: `${method} ${spell(path)}` })]);
const SENDERS: readonly Sender[] = ['nobody', 'wrong', 'right'];

describe.each(DOORS)('%s', (route) => {
  it.each(SENDERS)('is decided alike however it is spelt, or refused: %s', async (sender) => {
    await sweep(range, range.target(route), sender, SPELT);
  });
});

it('finds what is decided alike', async () => {
  // A sweep in which everything is refused would show nothing: letters encoded, absolute forms and empty questions are the path itself.
  expect(await sweep(range, range.target('GET /v1/me'), 'right', SPELT)).toBeGreaterThan(2);
});

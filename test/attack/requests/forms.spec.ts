import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { DOORS } from '../../permission/tables/doors.js';
import { BODIES, MEDIA_TYPES, otherMethods, withBody, withHeader } from './changes.js';
import { type Change, Range, type Sender, sweep } from './targets.js';

// The machine may be busy; nothing here is about time.
jest.setTimeout(120_000);

let range: Range;
beforeAll(async () => {
  range = await Range.open();
});
afterAll(() => range?.close());

const SENDERS: readonly Sender[] = ['nobody', 'wrong', 'right'];
const ROUTES = DOORS.map(([route]) => route);
const POSTED = ROUTES.filter((route) => route.startsWith('POST '));
const IMPORTS = 'POST /v1/results/imports';

/** Bodies where none belongs. */
const ON_GET: readonly Change[] = [
  ['a body', (plain) => withHeader(withBody(plain, '{}'), 'content-type', 'content-type: application/json')],
  ['a body of no type', (plain) => withBody(plain, 'a')],
  ['a body in chunks', (plain) => ({ ...withHeader(plain, 'transfer-encoding', 'transfer-encoding: chunked'), body: '1\r\na\r\n0\r\n\r\n' })],
];

it('finds what is decided alike', async () => {
  // A sweep in which everything is refused would show nothing.
  expect(await sweep(range, range.target('POST /v1/consent-requests'), 'right', [...MEDIA_TYPES, ...BODIES, ...otherMethods('POST')])).toBeGreaterThan(5);
});

describe.each(SENDERS)('whatever is sent is decided alike, or refused: %s', (sender) => {
  it.each(ROUTES)('%s, by other methods', async (route) => {
    await sweep(range, range.target(route), sender, otherMethods(route.split(' ')[0] ?? ''));
  });

  it.each(POSTED)('%s, as other types', async (route) => {
    await sweep(range, range.target(route), sender, MEDIA_TYPES);
  });

  it.each(POSTED.filter((route) => route !== IMPORTS))('%s, with other bodies', async (route) => {
    await sweep(range, range.target(route), sender, BODIES);
  });

  it.each(ROUTES.filter((route) => !POSTED.includes(route)))('%s, with a body', async (route) => {
    await sweep(range, range.target(route), sender, ON_GET);
  });
});

import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { withHeader } from './changes.js';
import { FRAMES, HEADS } from './framing.js';
import { expectClosed, Range, type Sender, sweep } from './targets.js';
import { exchange, written } from './wire.js';

// The machine may be busy; nothing here is about time.
jest.setTimeout(120_000);

let range: Range;
beforeAll(async () => {
  range = await Range.open();
});
afterAll(() => range?.close());

const SENDERS: readonly Sender[] = ['nobody', 'wrong', 'right'];
const ROUTES = ['POST /v1/bases/{basis}/views', 'POST /v1/me/sampling-codes', 'POST /v1/registry/appointments', 'POST /v1/results/imports', 'GET /v1/me', 'GET /health'] as const;

describe.each(ROUTES)('%s', (route) => {
  it.each(SENDERS)('is decided alike however its body is framed, or refused: %s', async (sender) => {
    if (route.startsWith('POST ')) await sweep(range, range.target(route), sender, FRAMES);
    await sweep(range, range.target(route), sender, HEADS);
  });
});

const VIEW = 'POST /v1/bases/{basis}/views';
const keptOpen = () => withHeader(range.plain(range.target(VIEW), 'right'), 'connection');

describe('a head', () => {
  it('names one host: which of two is meant, two readers may say differently', async () => {
    const one = { line: 'GET /health', headers: ['host: a', 'connection: close'] };
    const statuses = async (headers: readonly string[]) => (await exchange(range.address(), written({ ...one, headers }))).map(({ status }) => status);
    expect([await statuses(one.headers), await statuses([...one.headers, 'host: b'])]).toEqual([[200], [400]]);
  });
});

describe('on one connection', () => {
  it('each request is decided for itself', async () => {
    const [view, me] = [keptOpen(), range.plain(range.target('GET /v1/me'), 'nobody')];
    const answers = await exchange(range.address(), Buffer.concat([written(view), written(view), written(me)]));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 401]);
  });

  it.each([
    ['nonsense', 'nonsense\r\n\r\n'],
    ['a body that is longer than was said', '{"more":true}'],
    ['a head that is too long', `GET /health HTTP/1.1\r\nhost: a\r\nx: ${'a'.repeat(20_000)}\r\n\r\n`],
    ['two lengths', 'POST /v1/enrolments HTTP/1.1\r\nhost: a\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\n'],
  ])('%s behind a request does not change its answer', async (_what, behind) => {
    const before = await range.head();
    const [view, refusal, ...more] = await exchange(range.address(), Buffer.concat([written(keptOpen()), Buffer.from(behind)]));
    expect([view?.status, more]).toEqual([200, []]);
    expectClosed('what came behind', refusal);
    expect(await range.head()).toBe(before + 1n);
  });

  it('a body that ends too early decides nothing', async () => {
    const before = await range.head();
    const plain = range.plain(range.target(VIEW), 'right');
    for (const part of [written(withHeader(plain, 'content-length')), written({ ...plain, body: '{"scope":' }), written(plain).subarray(0, 40), written({ ...plain, body: '' })]) {
      for (const answer of await exchange(range.address(), part, true)) expectClosed('a part of a request', answer);
    }
    expect(await range.head()).toBe(before);
  });
});
